from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer import find
from printer.__main__ import main
from printer.find import find_printers
from printer.simulator import SimulatedPrinter
from printer.simulator.usb_backend import SERIAL, SimulatedBus, simulated_bus
from printer.transport import from_url


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[SimulatedBus]:
    with SimulatedPrinter(usb=tmp_path / "bus"):
        yield simulated_bus(str(tmp_path / "bus"))


@pytest.fixture
def nothing(tmp_path: Path) -> SimulatedBus:
    return simulated_bus(str(tmp_path / "unplugged"))


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine with a kernel printer, an adapter known by name, another by number, a queue."""
    root = tmp_path / "root"
    device = root / "sys/devices/usb1/1-2"
    (device / "1-2:1.0").mkdir(parents=True)
    for name, text in (("manufacturer", "Xprinter"), ("product", "XP-80"), ("serial", "A1")):
        (device / name).write_text(text + "\n")
    (root / "sys/class/usbmisc/lp0").mkdir(parents=True)
    (root / "sys/class/usbmisc/lp0/device").symlink_to(device / "1-2:1.0")
    for path in ("dev/usb/lp0", "dev/ttyUSB0", "dev/ttyACM3", "bin/lpstat"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    (root / "dev/serial/by-id").mkdir(parents=True)
    (root / "dev/serial/by-id/usb-Prolific-if00").symlink_to("../../ttyUSB0")
    (root / "bin/lpstat").write_text("#!/bin/sh\n[ $1 = -e ] && echo OFFICE\n")
    (root / "bin/lpstat").chmod(0o755)
    return root


def test_everything_that_is_plugged_in_is_listed_once_with_a_url_that_works(
    machine: Path, nothing: SimulatedBus
) -> None:
    found = find_printers(machine, nothing, f"{machine}/bin:/usr/bin:/bin")
    assert [(one.url, one.name, one.sure) for one in found] == [
        ("file:///dev/usb/lp0", "Xprinter XP-80 A1", True),
        ("serial:///dev/serial/by-id/usb-Prolific-if00?baud=115200", "usb-Prolific-if00", False),
        ("serial:///dev/ttyACM3?baud=115200", "ttyACM3", False),
        ("cups://OFFICE", "OFFICE", True),
    ]
    for one in found:
        from_url(one.url)


def test_a_usb_printer_without_a_driver_is_named_by_its_serial_number(
    tmp_path: Path, bus: SimulatedBus
) -> None:
    [found] = find_printers(tmp_path, bus, "")
    assert found.url == f"usb://04b8:0e15?serial={SERIAL}"
    assert found.name == f"Simulated Receipt printer {SERIAL}"


def test_a_printer_that_has_a_driver_is_not_listed_twice(machine: Path, bus: SimulatedBus) -> None:
    device = machine / "sys/devices/usb1/1-2"
    for name, text in (
        ("manufacturer", "Simulated"),
        ("product", "Receipt printer"),
        ("serial", SERIAL),
    ):
        (device / name).write_text(text)
    urls = [one.url for one in find_printers(machine, bus, "")]
    assert urls[0] == "file:///dev/usb/lp0"
    assert not any(url.startswith("usb://") for url in urls)


def test_nothing_is_an_answer_too(
    tmp_path: Path,
    nothing: SimulatedBus,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert find_printers(tmp_path, nothing, "") == []
    monkeypatch.setattr("printer.commands.find.find_printers", list)
    assert main(["find"]) == 1
    assert "Không thấy máy in nào" in capsys.readouterr().out
    assert main(["find", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_the_list_names_url_and_words_in_both_languages(
    machine: Path,
    nothing: SimulatedBus,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = find_printers(machine, nothing, "")
    monkeypatch.setattr("printer.commands.find.find_printers", lambda: found)
    assert main(["find"]) == 0
    told = capsys.readouterr().out
    assert "file:///dev/usb/lp0\n    Xprinter XP-80 A1\n" in told
    assert find._LP.vi in told
    assert find._LP.en in told
    assert main(["find", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["url"] == "file:///dev/usb/lp0"
    assert first["note"] == {"vi": find._LP.vi, "en": find._LP.en}
