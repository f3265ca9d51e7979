"""The USB link on a bus that is software: descriptors, short writes, unplugging."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer import Printer, PrinterState, Result
from printer.simulator import SimulatedPrinter
from printer.simulator.usb_backend import SERIAL, SimulatedBus
from printer.simulator.usb_link import UsbCable
from printer.transport import Cause, LinkError, from_url
from printer.transport.usb import UsbTransport
from tests.unit.printer.slips import png, same, slip


@pytest.fixture
def device(tmp_path: Path) -> Iterator[SimulatedPrinter]:
    with SimulatedPrinter(usb=tmp_path / "bus") as made:
        yield made


@pytest.fixture
def bus(device: SimulatedPrinter, tmp_path: Path) -> SimulatedBus:
    assert device.url.startswith("usb://04b8:0e15")
    return SimulatedBus(UsbCable(str(tmp_path / "bus")))


def printer(bus: SimulatedBus, serial: str = "") -> Printer:
    transport = UsbTransport(0x04B8, 0x0E15, serial, backend=bus)
    return Printer("usb://04b8:0e15", transport=transport)


def test_a_slip_goes_through_short_writes_without_a_reset(
    device: SimulatedPrinter, bus: SimulatedBus
) -> None:
    assert printer(bus).print_picture(png(slip()), "a").result is Result.PRINTED
    assert [same(paper, slip()) for paper in device.slips] == [True]
    assert bus.resets == 0
    assert bus.driver


def test_the_url_names_the_same_printer(device: SimulatedPrinter) -> None:
    assert Printer(device.url).print_picture(png(slip()), "a").result is Result.PRINTED
    assert isinstance(from_url(device.url), UsbTransport)


def test_unplugged_is_offline_and_plugged_in_again_prints_without_a_restart(
    device: SimulatedPrinter, bus: SimulatedBus
) -> None:
    same_printer = printer(bus)
    device.set_fault("off")
    assert same_printer.status() is PrinterState.OFFLINE
    assert same_printer.print_picture(png(slip()), "a").result is Result.FAILED
    device.set_fault(None)
    assert same_printer.print_picture(png(slip()), "a").result is Result.PRINTED


@pytest.mark.events("printer")
def test_pulled_out_within_a_slip_is_no_slip_and_never_two(
    device: SimulatedPrinter, bus: SimulatedBus
) -> None:
    same_printer = printer(bus)
    device.set_fault("drop@4000")
    assert same_printer.print_picture(png(slip()), "a").result is Result.FAILED
    assert same_printer.print_picture(png(slip()), "a").result is Result.PRINTED
    assert [same(paper, slip()) for paper in device.slips] == [False, True]


def test_the_serial_number_chooses_the_printer(bus: SimulatedBus) -> None:
    assert printer(bus, SERIAL).status() is PrinterState.READY
    assert printer(bus, "other").status() is PrinterState.OFFLINE


def test_a_printer_held_by_another_program_is_busy(bus: SimulatedBus) -> None:
    bus.busy = True
    assert printer(bus).status() is PrinterState.BUSY


def test_what_is_no_printer_is_refused(device: SimulatedPrinter, tmp_path: Path) -> None:
    assert device.slips == []
    scanner = SimulatedBus(UsbCable(str(tmp_path / "bus")), interface_class=3)
    with pytest.raises(LinkError) as caught:
        UsbTransport(0x04B8, 0x0E15, backend=scanner).open()
    assert caught.value.cause is Cause.ABSENT


def test_a_printer_that_takes_nothing_is_left_at_the_deadline(
    device: SimulatedPrinter, bus: SimulatedBus
) -> None:
    device.set_fault("paper-out")
    transport = UsbTransport(0x04B8, 0x0E15, backend=bus)
    transport.open()
    with pytest.raises(LinkError) as caught:
        transport.write(b"x" * 10_000, time.monotonic() + 0.1)
    assert caught.value.cause is Cause.STUCK
    transport.close()
