"""The machine itself: disk, temperature, what the kiosk remembers, its version, its screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from kiosk.domain.readiness import Finding, Light

Measured = Mapping[str, str | int | float]

GIGABYTE = 1_000_000_000
DISK_RED, DISK_AMBER = 0.2 * GIGABYTE, 1.0 * GIGABYTE
WARM, HOT = 75, 90
OLD_DAYS, TOO_OLD_DAYS = 180, 365
SLOW_FRAME_MS = 3000


def disk(folder: Path) -> Finding:
    """Room where the kiosk writes. A folder that is not there yet is judged by what holds it."""
    there = next(path for path in (folder, *folder.parents) if path.is_dir())
    room = os.statvfs(there)
    free = room.f_bavail * room.f_frsize
    share = free / (room.f_blocks * room.f_frsize or 1)
    measured: Measured = {"free": f"{free / GIGABYTE:.1f}", "percent": round(share * 100)}
    if not os.access(there, os.W_OK):
        return Finding("disk", Light.RED, "read_only", measured)
    if free < DISK_RED:
        return Finding("disk", Light.RED, "full", measured)
    if free < DISK_AMBER:
        return Finding("disk", Light.AMBER, "filling", measured)
    return Finding("disk", Light.GREEN, "ok", measured)


def temperature(system: Path = Path("/sys/class")) -> Finding:
    """The hottest sensor. A machine without one is no fault."""
    files = [*system.glob("thermal/thermal_zone*/temp"), *system.glob("hwmon/hwmon*/temp*_input")]
    degrees = [value for file in files if (value := _degrees(file)) is not None]
    if not degrees:
        return Finding("temperature", Light.GREEN, "none")
    hottest = round(max(degrees))
    measured = {"degrees": hottest}
    if hottest >= HOT:
        return Finding("temperature", Light.RED, "hot", measured)
    if hottest >= WARM:
        return Finding("temperature", Light.AMBER, "warm", measured)
    return Finding("temperature", Light.GREEN, "ok", measured)


def content(checked: Sequence[date], left_out: int, today: date) -> Finding:
    """The guides' age: `checked` is when each was last seen to be right."""
    if not checked:
        return Finding("content", Light.RED, "none")
    oldest = (today - min(checked)).days
    old = sum((today - day).days > OLD_DAYS for day in checked)
    measured = {"guides": len(checked), "days": oldest, "old": old, "left_out": left_out}
    if left_out:
        return Finding("content", Light.AMBER, "left_out", measured)
    if oldest > TOO_OLD_DAYS:
        return Finding("content", Light.AMBER, "too_old", measured)
    if old:
        return Finding("content", Light.AMBER, "old", measured)
    return Finding("content", Light.GREEN, "ok", measured)


def counts(file: Path, state: Callable[[Path], str], lost: Iterable[date]) -> Finding:
    """The file of counts: `state` is ok, new or broken; `lost` are days on which one was lost."""
    days = sorted(lost)
    found = state(file)
    if found == "broken":
        return Finding("counts", Light.AMBER, "broken")
    if days:
        measured: Measured = {"day": f"{days[-1]:%d/%m/%Y}", "times": len(days)}
        return Finding("counts", Light.AMBER, "lost", measured)
    return Finding("counts", Light.GREEN, found)


def display(frame: dict[str, int] | None, connectors: Sequence[str]) -> Finding:
    """A frame really drawn: `frame` has width, height, ms, colours; None where drawing failed.

    `connectors` are what the kernel says of each video socket: connected or disconnected.
    """
    if frame is None or frame["colours"] < 2:
        return Finding("display", Light.RED, "not_drawn")
    measured = {name: frame[name] for name in ("width", "height", "ms")}
    if connectors and "connected" not in connectors:
        return Finding("display", Light.RED, "unplugged", measured)
    if frame["ms"] > SLOW_FRAME_MS:
        return Finding("display", Light.AMBER, "slow", measured)
    return Finding("display", Light.GREEN, "drawn", measured)


def connectors(system: Path = Path("/sys/class/drm")) -> tuple[str, ...]:
    """The state of each video socket; none where the machine has no such list."""
    found = sorted(system.glob("card*-*/status"))
    return tuple(file.read_text(encoding="utf-8").strip() for file in found)


def starts(times: int, reason: str, *, guides_only: bool) -> Finding:
    """How often the kiosk ended badly in the last day, and whether it serves guides only."""
    measured: Measured = {"times": times, "reason": reason}
    if guides_only:
        return Finding("starts", Light.RED, "guides_only", measured)
    if times:
        return Finding("starts", Light.AMBER, "again", measured)
    return Finding("starts", Light.GREEN, "ok")


def version(number: str) -> Finding:
    return Finding("version", Light.GREEN, "ok", {"version": number})


def _degrees(file: Path) -> float | None:
    """Thousandths of a degree as the kernel writes them; a sensor that says nonsense is skipped."""
    try:
        value = int(file.read_text(encoding="ascii")) / 1000
    except (OSError, ValueError):
        return None
    return value if 0 < value < 150 else None
