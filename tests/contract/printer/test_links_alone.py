"""Each link by itself: it loses nothing on closing, never waits without end, never makes a file."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from printer import PrinterState, Result
from printer.escpos import commands
from printer.simulator import Build, SimulatedPrinter
from printer.transport import Cause, LinkError, from_url
from printer.transport.character import CharacterTransport
from tests.contract.printer.conftest import Build as Make
from tests.helpers.print_service import wait_for
from tests.unit.printer.slips import png, same, slip


def test_closing_with_unread_reports_loses_no_byte() -> None:
    """A close with unread bytes resets the connection; a receipt of 88 kB arrived to 9 %."""
    stream = commands.report_changes(wanted=True) + bytes(80_000)
    with SimulatedPrinter(build=Build(bytes_per_second=200_000)) as device:
        link = from_url(device.url)
        link.open()
        link.write(stream, time.monotonic() + 60)
        device.set_fault("near-end")
        link.close()
        wait_for(lambda: device.received == len(stream))
        assert device.unknown == []


@pytest.mark.parametrize("at", [500, 3000, 4500])
def test_reports_in_between_do_not_disturb_a_slip(
    device: SimulatedPrinter, build: Make, at: int
) -> None:
    image = slip(3, height=400)
    device.set_fault(f"near-end@{at}")
    assert build(device).print_picture(png(image), "a").result is Result.PRINTED
    assert [same(paper, image) for paper in device.slips] == [True]
    assert device.unknown == []


def test_after_a_slip_the_printer_reports_nothing_to_others(
    tcp_device: SimulatedPrinter, build: Make
) -> None:
    assert build(tcp_device).print_picture(png(slip(3, height=200)), "a").result is Result.PRINTED
    stranger = from_url(tcp_device.url)
    stranger.open()
    tcp_device.set_fault("near-end")
    assert stranger.read(0.2) == b""
    stranger.close()


@pytest.mark.parametrize("kind", ["tcp", "pty", "usb", "character"])
def test_a_printer_that_takes_nothing_is_left_at_the_deadline(kind: str, tmp_path: Path) -> None:
    usb = tmp_path / "bus" if kind == "usb" else None
    with SimulatedPrinter(pty=kind in ("pty", "character"), usb=usb, fault="paper-out") as device:
        link = from_url(device.url)
        if kind == "character":
            link = CharacterTransport(device.url.removeprefix("serial://").partition("?")[0])
        link.open()
        began = time.monotonic()
        with pytest.raises(LinkError) as caught:
            link.write(b"x" * 10_000_000, began + 0.5)
        assert caught.value.cause is Cause.STUCK
        assert caught.value.state is PrinterState.UNKNOWN
        link.close()
        assert time.monotonic() - began < 5


@pytest.mark.parametrize("kind", ["missing", "file", "folder", "fifo"])
def test_what_is_no_device_is_refused_and_never_made(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "lp0"
    if kind == "file":
        path.write_bytes(b"")
    elif kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    with pytest.raises(LinkError) as caught:
        from_url(f"file://{path}").open()
    assert caught.value.cause is Cause.ABSENT
    assert path.exists() == (kind != "missing")
    if kind == "file":
        assert path.read_bytes() == b""


def test_a_name_nobody_knows_is_offline() -> None:
    link = from_url("tcp://no-such-printer.invalid:9100")
    with pytest.raises(LinkError) as caught:
        link.open()
    assert caught.value.state is PrinterState.OFFLINE
