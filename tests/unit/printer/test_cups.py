"""The CUPS link with stand-ins for lp and lpstat."""

from __future__ import annotations

from pathlib import Path

import pytest

from printer import Printer, PrinterState, Result
from printer.simulator.device import Device
from printer.transport.cups import CupsTransport
from tests.unit.printer.slips import png, same, slip


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    script(folder / "lpstat", 'echo "printer $2 is idle."')
    script(folder / "lp", f'/bin/cat > "{tmp_path}/job"; echo "$@" > "{tmp_path}/arguments"')
    return folder


def script(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def printer(programs: Path) -> Printer:
    return Printer("cups://Q", transport=CupsTransport("Q", str(programs)))


def test_a_queue_never_tells_the_printer_s_state(programs: Path) -> None:
    assert printer(programs).status() is PrinterState.UNKNOWN


def test_a_slip_is_one_raw_job_and_stays_uncertain(programs: Path) -> None:
    queue = printer(programs)
    assert queue.print_picture(png(slip()), "a").result is Result.UNCERTAIN
    assert (programs.parent / "arguments").read_text().strip() == "-s -d Q -o raw -"
    device, job = Device(), (programs.parent / "job").read_bytes()
    while job:
        job = job[device.receive(job)[0] :]
    assert [same(paper, slip()) for paper in device.slips] == [True]
    (programs.parent / "job").unlink()
    assert queue.print_picture(png(slip()), "a").result is Result.UNCERTAIN
    assert not (programs.parent / "job").exists()


@pytest.mark.events("printer")
@pytest.mark.parametrize(
    ("program", "body"),
    [
        ("lpstat", "exit 1"),
        ("lpstat", 'echo "printer $2 disabled since Mon"'),
    ],
)
def test_a_missing_or_stopped_queue_is_offline(programs: Path, program: str, body: str) -> None:
    script(programs / program, body)
    assert printer(programs).status() is PrinterState.OFFLINE
    assert printer(programs).print_picture(png(slip()), "a").result is Result.FAILED


def test_a_refused_job_is_no_slip_and_may_be_tried_again(programs: Path) -> None:
    queue = printer(programs)
    working = (programs / "lp").read_text()
    script(programs / "lp", "exit 1")
    assert queue.print_picture(png(slip()), "a").result is Result.FAILED
    (programs / "lp").write_text(working)
    assert queue.print_picture(png(slip()), "a").result is Result.UNCERTAIN


def test_a_machine_without_cups_is_offline(tmp_path: Path) -> None:
    assert printer(tmp_path).status() is PrinterState.OFFLINE
