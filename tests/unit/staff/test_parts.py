"""What is plugged in, from the kernel's own list and from what the printer says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.readiness import Light
from kiosk.staff.readiness import parts

TOUCHSCREEN = """I: Bus=0003 Vendor=0eef Product=c000 Version=0110
N: Name="eGalax Inc. eGalaxTouch P80H84"
H: Handlers=mouse1 event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=265000000000003
"""
TOUCHPAD = """I: Bus=0011 Vendor=0002 Product=0007 Version=01b1
N: Name="SynPS/2 Synaptics TouchPad"
B: PROP=5
B: ABS=260800011000003
"""
KEYBOARD = """I: Bus=0003 Vendor=046d Product=c31c Version=0110
N: Name="Logitech USB Keyboard"
B: PROP=0
"""
SCANNER = """I: Bus=0003 Vendor=0c2e Product=0b61 Version=0110
N: Name="Honeywell Imaging & Mobility 1950g Barcode Scanner"
B: PROP=0
"""


def listed(folder: Path, *devices: str) -> tuple[parts.Input, ...] | None:
    file = folder / "devices"
    file.write_text("\n".join(devices) + "\n", encoding="utf-8")
    return parts.inputs(file)


def test_a_touchscreen_is_told_from_a_touchpad(tmp_path: Path) -> None:
    found = parts.touch(listed(tmp_path, KEYBOARD, TOUCHPAD, TOUCHSCREEN), seen_before=False)
    assert (found.light, found.state) == (Light.GREEN, "found")
    assert found.measured == {"device": "eGalax Inc. eGalaxTouch P80H84"}


@pytest.mark.parametrize(
    ("devices", "before", "light", "state"),
    [
        ((KEYBOARD, TOUCHPAD), False, Light.AMBER, "none"),
        ((KEYBOARD, TOUCHPAD), True, Light.RED, "gone"),
        ((), True, Light.AMBER, "unknown"),
    ],
)
def test_a_touchscreen_that_was_there_is_missed(
    tmp_path: Path, devices: tuple[str, ...], *, before: bool, light: Light, state: str
) -> None:
    found = parts.touch(listed(tmp_path, *devices), seen_before=before)
    assert (found.light, found.state) == (light, state)


def test_where_the_system_does_not_tell_nothing_is_known(tmp_path: Path) -> None:
    assert parts.inputs(tmp_path / "absent") is None
    assert parts.touch(None, seen_before=True).state == "unknown"


@pytest.mark.parametrize(
    ("kind", "devices", "before", "light", "state"),
    [
        ("off", (KEYBOARD,), False, Light.GREEN, "not_used"),
        ("wedge", (KEYBOARD, SCANNER), False, Light.GREEN, "found"),
        ("wedge", (KEYBOARD,), False, Light.AMBER, "unknown"),
        ("wedge", (KEYBOARD,), True, Light.RED, "gone"),
        ("serial", (KEYBOARD,), False, Light.RED, "no_line"),
    ],
)
def test_the_scanner(
    tmp_path: Path,
    kind: str,
    devices: tuple[str, ...],
    *,
    before: bool,
    light: Light,
    state: str,
) -> None:
    url = f"serial://{tmp_path}/ttyACM0?baud=9600"
    found = parts.scanner(kind, url, listed(tmp_path, *devices), seen_before=before)
    assert (found.light, found.state) == (light, state)


def test_a_serial_scanner_that_is_there() -> None:
    found = parts.scanner("serial", "serial:///dev/null?baud=9600", None, seen_before=False)
    assert (found.light, found.state) == (Light.GREEN, "line")


@pytest.mark.parametrize(
    ("state", "printer", "paper"),
    [
        ("ready", Light.GREEN, Light.GREEN),
        ("near-end", Light.GREEN, Light.AMBER),
        ("paper-out", Light.GREEN, Light.RED),
        ("busy", Light.GREEN, Light.AMBER),
        ("cover-open", Light.RED, Light.AMBER),
        ("cutter", Light.RED, Light.AMBER),
        ("offline", Light.RED, Light.AMBER),
        ("unknown", Light.RED, Light.AMBER),
        ("", Light.AMBER, Light.GREEN),
    ],
)
def test_what_the_printer_says(state: str, printer: Light, paper: Light) -> None:
    found = parts.printer(lambda: state, reports=True)
    assert [finding.light for finding in found] == [printer, paper]


def test_a_printer_that_never_reports_is_not_blamed_for_silence() -> None:
    found = parts.printer(lambda: "unknown", reports=False)
    assert [finding.light for finding in found] == [Light.AMBER, Light.AMBER]
