"""Every screen of the staff area, as areas at the moment they stand on it: for pictures, tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from kiosk.domain.readiness import Finding, Light, PortalSeen, Readiness
from kiosk.staff.area.state import Area, Power, Room
from kiosk.staff.pin import Locked, NotSet, Wrong
from kiosk.staff.readiness.online import online

_SEEN = PortalSeen("portal", "ok", 0.42, 1, encrypted=True, certificate_days=64)


def staff_gallery(now: datetime) -> Iterator[tuple[str, Area]]:
    """A name and an area for each screen."""
    pad = Area(room=Room.PIN, digits="28091")
    yield "staff-pin", pad
    yield "staff-pin-wrong", replace(pad, digits="", answer=Wrong(2))
    yield "staff-pin-locked", replace(pad, digits="", answer=Locked(240))
    yield "staff-pin-not-set", replace(pad, digits="", answer=NotSet())
    yield "staff-menu", Area(room=Room.MENU)
    yield "staff-menu-out", Area(room=Room.MENU, out_of_service=True)
    good = Area(room=Room.READINESS, readiness=Readiness(now, _well()))
    yield "staff-readiness", good
    ill = replace(good, readiness=Readiness(now, _ill()))
    yield "staff-readiness-red", ill
    yield "staff-readiness-busy", Area(room=Room.READINESS, busy=True)
    yield "staff-readiness-printed", replace(good, printed="printed")
    yield "staff-printer", replace(ill, room=Room.PRINTER, printed="failed")
    yield "staff-power", Area(room=Room.POWER)
    yield "staff-power-sure", Area(room=Room.POWER, power=Power.SHUT_DOWN)
    yield "staff-out-of-service", Area(out_of_service=True)


def _well() -> tuple[Finding, ...]:
    green = Light.GREEN
    return (
        Finding("display", green, "drawn", {"width": 1080, "height": 1920, "ms": 320}),
        Finding("touch", green, "found", {"device": "eGalaxTouch P80H84"}),
        Finding("printer", green, "ready"),
        Finding("paper", Light.AMBER, "near-end"),
        Finding("scanner", Light.AMBER, "unknown"),
        *online([_SEEN]),
        Finding("disk", green, "ok", {"free": "81.1", "percent": 63}),
        Finding("temperature", green, "ok", {"degrees": 47}),
        Finding("content", green, "ok", {"guides": 13, "days": 15, "old": 0, "left_out": 0}),
        Finding("counts", green, "ok"),
        Finding("version", green, "ok", {"version": "0.1.0"}),
    )


def _ill() -> tuple[Finding, ...]:
    worse = {
        "paper": Finding("paper", Light.RED, "paper-out"),
        "portal": online([replace(_SEEN, state="no_network")])[0],
    }
    return tuple(worse.get(each.check, each) for each in _well())
