"""Every check once, each on its own, so that no broken part hides another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from kiosk import log
from kiosk.domain.readiness import Finding, Light, Readiness

Check = Callable[[], tuple[Finding, ...]]


def examine(checks: Mapping[str, Check], now: Callable[[], datetime]) -> Readiness:
    """Run `checks` in their order; one that breaks is told as a fault of its own part."""
    findings: list[Finding] = []
    for name, check in checks.items():
        try:
            findings += check()
        except Exception as error:  # noqa: BLE001 (the page must come whatever breaks)
            log.event("readiness.check_broke", check=name, kind=type(error).__name__)
            kind = {"part": name, "kind": type(error).__name__}
            findings.append(Finding("check", Light.RED, "broke", kind))
    readiness = Readiness(now(), tuple(findings))
    log.event("readiness.examined", light=readiness.light.value)
    return readiness
