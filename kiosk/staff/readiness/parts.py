"""What is plugged in: touch, scanner, printer and its paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.readiness import Finding, Light

INPUTS = Path("/proc/bus/input/devices")
_DIRECT = 1 << 1
"""INPUT_PROP_DIRECT: the fingers are on the picture. A touchpad has it not."""

_ABSOLUTE_X = (0x00, 0x35)
"""ABS_X and ABS_MT_POSITION_X: a place, not a way."""

_SCANNERS = re.compile(
    r"bar ?code|scanner|honeywell|zebra|symbol|datalogic|newland|opticon|netum|wch", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Input:
    """One input device as the kernel lists it."""

    name: str
    properties: int
    axes: int

    @property
    def touchscreen(self) -> bool:
        placed = any(self.axes & (1 << axis) for axis in _ABSOLUTE_X)
        return bool(self.properties & _DIRECT) and placed

    @property
    def scanner(self) -> bool:
        return _SCANNERS.search(self.name) is not None


def inputs(file: Path = INPUTS) -> tuple[Input, ...] | None:
    """Every input device; None where the system does not tell, as inside a container."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return tuple(_input(part) for part in text.split("\n\n") if part.strip()) or None


def touch(there: tuple[Input, ...] | None, *, seen_before: bool) -> Finding:
    """A touchscreen that was there before and is gone is a fault; one never seen is not known."""
    if there is None:
        return Finding("touch", Light.AMBER, "unknown")
    found = [each.name for each in there if each.touchscreen]
    if found:
        return Finding("touch", Light.GREEN, "found", {"device": found[0]})
    return Finding("touch", *((Light.RED, "gone") if seen_before else (Light.AMBER, "none")))


def scanner(kind: str, url: str, there: tuple[Input, ...] | None, *, seen_before: bool) -> Finding:
    """`kind` is the setting scanner.kind. One that types looks like any keyboard."""
    match kind:
        case "off":
            return Finding("scanner", Light.GREEN, "not_used")
        case "serial":
            path = url.removeprefix("serial://").partition("?")[0]
            if Path(path).is_char_device():
                return Finding("scanner", Light.GREEN, "line", {"device": path})
            return Finding("scanner", Light.RED, "no_line", {"device": path})
        case _:
            found = [each.name for each in there or () if each.scanner]
            if found:
                return Finding("scanner", Light.GREEN, "found", {"device": found[0]})
            if seen_before and there is not None:
                return Finding("scanner", Light.RED, "gone")
            return Finding("scanner", Light.AMBER, "unknown")


PrinterStatus = Callable[[], str]
"""Asks the printer now. One of ready, near-end, paper-out, cover-open, cutter, offline, busy and
unknown; empty where no printer is set."""

_PRINTER = {
    "ready": Light.GREEN,
    "near-end": Light.GREEN,
    "paper-out": Light.GREEN,
    "busy": Light.GREEN,
    "": Light.AMBER,
}
_PAPER = {
    "ready": Light.GREEN,
    "near-end": Light.AMBER,
    "paper-out": Light.RED,
    "": Light.GREEN,
}


def printer(status: PrinterStatus, *, reports: bool) -> tuple[Finding, Finding]:
    """The printer and its paper. From one that `reports` how it is, silence is a fault."""
    state = status()
    light = _PRINTER.get(state, Light.RED)
    if state == "unknown" and not reports:
        light = Light.AMBER
    paper = state if state in _PAPER else "unknown"
    return (
        Finding("printer", light, state or "not_set"),
        Finding("paper", _PAPER.get(state, Light.AMBER), paper or "not_used"),
    )


def _input(part: str) -> Input:
    name, properties, axes = "", 0, 0
    for line in part.splitlines():
        if line.startswith("N: Name="):
            name = line.removeprefix("N: Name=").strip('"')
        elif line.startswith("B: PROP="):
            properties = _bits(line)
        elif line.startswith("B: ABS="):
            axes = _bits(line)
    return Input(name, properties, axes)


def _bits(line: str) -> int:
    """The kernel writes words of the machine's size, highest first."""
    words = line.partition("=")[2].split()
    bits = 0
    for word in words:
        bits = (bits << 64) | int(word, 16)
    return bits
