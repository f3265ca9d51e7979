"""What a printer must do, whatever cable it hangs on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from printer import PrinterState, Result
from printer.conversation import Acknowledge
from printer.simulator import SimulatedPrinter
from tests.contract.printer.conftest import Build
from tests.unit.printer.slips import png, same, slip

STATES = ["near-end", "paper-out", "cover-open", "cutter", "offline"]


def short(seed: int = 1, height: int = 300) -> Image.Image:
    return slip(seed, height=height)


def test_a_printer_that_is_well_says_ready(device: SimulatedPrinter, build: Build) -> None:
    assert build(device).status() is PrinterState.READY


@pytest.mark.parametrize("acknowledge", ["pid", "gsr"])
def test_a_slip_comes_out_whole_and_alone(
    device: SimulatedPrinter, build: Build, acknowledge: Acknowledge
) -> None:
    image = short()
    outcome = build(device, acknowledge).print_picture(png(image), "a")
    assert outcome.result is Result.PRINTED
    assert [same(paper, image) for paper in device.slips] == [True]
    assert device.unknown == []
    assert device.hanging == 0


def test_the_same_key_is_one_slip(device: SimulatedPrinter, build: Build) -> None:
    printer = build(device)
    outcomes = [printer.print_picture(png(short()), "a").result for _ in range(3)]
    assert outcomes == [Result.PRINTED] * 3
    assert len(device.slips) == 1


def test_two_keys_are_two_slips_in_order(device: SimulatedPrinter, build: Build) -> None:
    printer = build(device)
    first, second = short(1), short(2, height=200)
    printer.print_picture(png(first), "a")
    printer.print_picture(png(second), "b")
    assert [same(*pair) for pair in zip(device.slips, (first, second), strict=True)] == [True, True]


@pytest.mark.parametrize("name", STATES)
def test_the_printer_s_own_word_is_the_state(
    device: SimulatedPrinter, build: Build, name: str
) -> None:
    device.set_fault(name)
    assert build(device).status() is PrinterState(name)


@pytest.mark.parametrize("name", STATES[1:])
def test_nothing_is_sent_to_a_printer_that_cannot_print(
    device: SimulatedPrinter, build: Build, name: str
) -> None:
    device.set_fault(name)
    printer = build(device)
    outcome = printer.print_picture(png(short()), "a")
    assert (outcome.result, outcome.state) == (Result.FAILED, PrinterState(name))
    assert device.received < 100
    device.set_fault(None)
    assert printer.print_picture(png(short()), "a").result is Result.PRINTED
    assert len(device.slips) == 1


def test_a_nearly_empty_roll_still_prints(device: SimulatedPrinter, build: Build) -> None:
    device.set_fault("near-end")
    assert build(device).print_picture(png(short()), "a").result is Result.PRINTED
    assert len(device.slips) == 1


def test_silence_is_unknown_and_gets_no_slip(device: SimulatedPrinter, build: Build) -> None:
    device.set_fault("silent")
    printer = build(device)
    assert printer.status() is PrinterState.UNKNOWN
    outcome = printer.print_picture(png(short()), "a")
    assert (outcome.result, outcome.state) == (Result.FAILED, PrinterState.UNKNOWN)
    assert device.slips == []


@pytest.mark.events("printer")
@pytest.mark.parametrize("acknowledge", ["pid", "gsr", "none"])
def test_without_a_confirmation_a_slip_is_never_called_printed(
    device: SimulatedPrinter, build: Build, acknowledge: Acknowledge
) -> None:
    device.set_fault("no-acks")
    printer = build(device, acknowledge)
    assert printer.print_picture(png(short()), "a").result is Result.UNCERTAIN
    assert printer.print_picture(png(short()), "a").result is Result.UNCERTAIN
    assert device.wait_for_slips(1)
    assert [same(paper, short()) for paper in device.slips] == [True]


@pytest.mark.events("printer")
def test_without_a_confirmation_the_next_slip_is_clean(
    device: SimulatedPrinter, build: Build
) -> None:
    device.set_fault("no-acks")
    printer = build(device)
    printer.print_picture(png(short(1)), "a")
    printer.print_picture(png(short(2)), "b")
    assert device.wait_for_slips(2)
    assert [same(paper, short(n)) for n, paper in enumerate(device.slips, 1)] == [True, True]


def test_a_slow_printer_is_waited_for(device: SimulatedPrinter, build: Build) -> None:
    device.set_fault("slow")
    assert build(device).print_picture(png(short()), "a").result is Result.PRINTED
    assert len(device.slips) == 1


def test_while_a_slip_prints_the_printer_is_busy(device: SimulatedPrinter, build: Build) -> None:
    device.set_fault("slow")
    printer = build(device)
    with ThreadPoolExecutor(1) as pool:
        printing = pool.submit(printer.print_picture, png(short()), "a")
        states = {printer.status()}
        while not printing.done():
            states.add(printer.status())
        assert printing.result().result is Result.PRINTED
    assert PrinterState.BUSY in states
    assert len(device.slips) == 1


@pytest.mark.events("printer")
def test_paper_that_runs_out_within_a_slip_is_no_slip(
    device: SimulatedPrinter, build: Build
) -> None:
    device.set_fault("paper-out@2000")
    printer = build(device)
    outcome = printer.print_picture(png(short()), "a")
    assert outcome.result is Result.FAILED
    device.set_fault(None)
    assert printer.print_picture(png(short()), "a").result is Result.PRINTED
    assert [same(paper, short()) for paper in device.slips].count(True) == 1
    assert len(device.slips) == 2
