"""Restarting and shutting the machine down, through the system's own service manager."""

from __future__ import annotations

import subprocess

from kiosk import log

DEEDS = {"restart": "reboot", "shut_down": "poweroff"}


def turn(deed: str, command: str = "systemctl") -> bool:
    """`restart` or `shut_down`; whether the system took it on. Raises KeyError for another."""
    words = [command, DEEDS[deed]]
    try:
        subprocess.run(words, check=True, capture_output=True, timeout=30)  # noqa: S603 (a closed list)
    except (OSError, subprocess.SubprocessError) as error:
        log.event("staff.power_refused", deed=deed, kind=type(error).__name__)
        return False
    log.event("staff.power", deed=deed)
    return True
