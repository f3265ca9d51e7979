"""The portals, seen by one question each: reached, clock, certificate."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.readiness import Finding, Light, PortalSeen

SLOW_SECONDS = 5.0
CLOCK_AMBER, CLOCK_RED = 60, 300
CERTIFICATE_DAYS = 21
_NOT_A_FAULT = {"ok": Light.GREEN, "not_asked": Light.GREEN, "busy": Light.AMBER}


def online(portals: Sequence[PortalSeen]) -> tuple[Finding, ...]:
    """One finding for each portal, then one for the clock and one for the certificates."""
    return (*map(_portal, portals), _clock(portals), _certificate(portals))


def _portal(seen: PortalSeen) -> Finding:
    light = _NOT_A_FAULT.get(seen.state, Light.RED)
    state = seen.state
    if state == "ok" and seen.seconds > SLOW_SECONDS:
        state, light = "slow", Light.AMBER
    measured: dict[str, str | int | float] = {"portal": seen.portal, "seconds": seen.seconds}
    return Finding("portal", light, state, measured)


def _clock(portals: Sequence[PortalSeen]) -> Finding:
    skews = [seen.skew_seconds for seen in portals if seen.skew_seconds is not None]
    if not skews:
        return Finding("clock", Light.AMBER, "unknown")
    furthest = max(skews, key=abs)
    state = "behind" if furthest > 0 else "ahead"
    measured = {"seconds": abs(furthest)}
    if abs(furthest) <= CLOCK_AMBER:
        return Finding("clock", Light.GREEN, "ok", measured)
    light = Light.AMBER if abs(furthest) <= CLOCK_RED else Light.RED
    return Finding("clock", light, state, measured)


def _certificate(portals: Sequence[PortalSeen]) -> Finding:
    if any(not seen.encrypted for seen in portals):
        return Finding("certificate", Light.AMBER, "plain")
    days = [seen.certificate_days for seen in portals if seen.certificate_days is not None]
    if not days:
        asked = any(seen.state != "not_asked" for seen in portals)
        return Finding("certificate", *((Light.AMBER, "unknown") if asked else _NOT_USED))
    measured = {"days": min(days)}
    if min(days) < CERTIFICATE_DAYS:
        return Finding("certificate", Light.AMBER, "ending", measured)
    return Finding("certificate", Light.GREEN, "ok", measured)


_NOT_USED = (Light.GREEN, "not_used")
