"""Links that die at any byte: never two valid slips, never "printed" without a slip."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from printer import Patience, Printer, PrinterState, Result
from printer.conversation import Acknowledge
from printer.escpos import commands
from printer.simulator import SimulatedPrinter
from printer.simulator import build as simulated_build
from tests.contract.printer.conftest import QUICK, Build
from tests.helpers.print_service import wait_for
from tests.unit.printer.slips import png, reprinted, same, slip

pytestmark = pytest.mark.events("printer")

SHORT = slip(5, height=300)


def valid(device: SimulatedPrinter) -> int:
    return [same(paper, SHORT) for paper in device.slips].count(True)


@pytest.fixture(scope="module")
def length() -> int:
    """Bytes of one whole job, questions and cut included."""
    with SimulatedPrinter() as device:
        printer = Printer(device.url)
        assert printer.print_picture(png(SHORT), "a").result is Result.PRINTED
        printer.close()
        return device.received


@pytest.mark.parametrize("seed", range(50))
def test_a_link_killed_at_any_byte_gives_at_most_one_valid_slip(
    tcp_device: SimulatedPrinter, build: Build, length: int, seed: int
) -> None:
    chance = random.Random(seed)
    at = chance.choice([chance.randrange(1, length), length - chance.randrange(30)])
    tcp_device.set_fault(f"drop@{at}")
    printer = build(tcp_device)
    first = printer.print_picture(png(SHORT), "a")
    assert valid(tcp_device) == (first.result is Result.PRINTED)
    second = printer.print_picture(png(SHORT), "a")
    assert second.result is Result.PRINTED
    assert valid(tcp_device) == 1


@pytest.mark.parametrize("seed", range(12))
def test_the_next_person_s_slip_is_clean_after_a_killed_link(
    tcp_device: SimulatedPrinter, build: Build, length: int, seed: int
) -> None:
    tcp_device.set_fault(f"drop@{random.Random(seed).randrange(1, length)}")
    printer = build(tcp_device)
    printer.print_picture(png(SHORT), "a")
    other = slip(6, height=260)
    assert printer.print_picture(png(other), "b").result is Result.PRINTED
    assert same(tcp_device.slips[-1], other)
    assert valid(tcp_device) <= 1


def test_a_printer_that_confirms_nothing_is_woken_from_half_a_picture_too(
    tcp_device: SimulatedPrinter, build: Build
) -> None:
    dense = Image.new("1", (576, 300), 1)
    for x in range(0, 576, 24):
        dense.paste(0, (x, 0, x + 12, 300))
    printer = build(tcp_device, "none")
    tcp_device.set_fault("drop@200")
    assert printer.print_picture(png(dense), "a").result is Result.FAILED
    assert printer.print_picture(png(dense), "a").result is Result.UNCERTAIN
    assert tcp_device.wait_for_slips(2)
    assert [same(paper, dense) for paper in tcp_device.slips] == [False, True]


def test_a_half_slip_is_voided_and_cut_off_by_the_next_process(
    tcp_device: SimulatedPrinter, build: Build, length: int, tmp_path: Path
) -> None:
    tcp_device.set_fault(f"drop@{length // 2}")
    assert build(tcp_device, ledger=tmp_path).print_picture(png(SHORT), "a").result is Result.FAILED
    assert tcp_device.hanging > 0
    outcome = build(tcp_device, ledger=tmp_path).print_picture(png(SHORT), "a")
    assert outcome.result is Result.PRINTED
    assert [same(paper, SHORT) for paper in tcp_device.slips] == [False, True]


def test_the_status_of_a_printer_left_inside_a_picture_is_still_told(
    tcp_device: SimulatedPrinter, build: Build, length: int
) -> None:
    printer = build(tcp_device)
    tcp_device.set_fault(f"drop@{length // 2}")
    printer.print_picture(png(SHORT), "a")
    assert printer.status() is PrinterState.READY
    tcp_device.set_fault("cover-open")
    assert printer.status() is PrinterState.COVER_OPEN


def test_a_stranger_s_half_picture_does_not_swallow_the_slip(
    tcp_device: SimulatedPrinter, build: Build
) -> None:
    import socket

    port = int(tcp_device.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as stranger:
        stranger.sendall(b"\x1dv0\x00\x48\x00\x80\x00" + b"\x01" * 1000)
    outcome = build(tcp_device).print_picture(png(SHORT), "a")
    assert outcome.result is Result.PRINTED
    assert len(tcp_device.slips) == 1


class TestTheTail:
    """The cut was sent and its confirmation lost."""

    def test_a_cut_that_the_printer_counted_is_printed(
        self, tcp_device: SimulatedPrinter, build: Build, length: int
    ) -> None:
        tcp_device.set_fault(f"drop@{length}")
        assert build(tcp_device).print_picture(png(SHORT), "a").result is Result.PRINTED
        assert valid(tcp_device) == 1

    def test_a_cut_that_never_arrived_is_no_slip(
        self, tcp_device: SimulatedPrinter, build: Build, length: int
    ) -> None:
        tcp_device.set_fault(f"drop@{length - 15}")
        assert build(tcp_device).print_picture(png(SHORT), "a").result is Result.FAILED
        assert tcp_device.slips == []

    def test_a_printer_that_stays_away_leaves_it_uncertain_until_it_is_back(
        self, tcp_device: SimulatedPrinter, build: Build, length: int
    ) -> None:
        tcp_device.set_fault(f"off@{length - 11}")
        printer = build(tcp_device)
        assert printer.print_picture(png(SHORT), "a").result is Result.UNCERTAIN
        tcp_device.set_fault(None)
        assert printer.print_picture(png(SHORT), "a").result is Result.PRINTED
        assert valid(tcp_device) == 1

    def test_a_person_who_has_the_slip_settles_it(
        self, tcp_device: SimulatedPrinter, build: Build, length: int
    ) -> None:
        tcp_device.set_fault(f"off@{length - 11}")
        printer = build(tcp_device)
        printer.print_picture(png(SHORT), "a")
        assert printer.settle("a", came_out=True).result is Result.PRINTED
        tcp_device.set_fault(None)
        assert printer.print_picture(png(SHORT), "a").result is Result.PRINTED
        assert len(tcp_device.slips) == 1

    @pytest.mark.parametrize("acknowledge", ["pid", "gsr"])
    @pytest.mark.parametrize("arrived", [0, 1, 2])
    def test_half_a_cut_is_never_completed_after_a_person_said_no(
        self, tcp_device: SimulatedPrinter, build: Build, acknowledge: Acknowledge, arrived: int
    ) -> None:
        printer = build(tcp_device, acknowledge)
        printer.print_picture(png(slip(9, height=80)), "before")
        before = tcp_device.received
        printer.print_picture(png(SHORT), "measured")
        whole = tcp_device.received - before
        proof = {"pid": len(commands.confirm(b"mark")), "gsr": 3 + 4 * 3}[acknowledge]
        after_the_cut = proof + len(commands.report_changes(wanted=False)) + len(commands.cut())
        tcp_device.set_fault(f"off@{whole - after_the_cut + arrived}")
        assert printer.print_picture(png(SHORT), "a").result is Result.UNCERTAIN
        assert printer.settle("a", came_out=False).result is Result.FAILED
        tcp_device.set_fault(None)
        assert printer.print_picture(png(SHORT), "a").result is Result.PRINTED
        printed = tcp_device.slips[2:]
        assert [same(paper, SHORT) for paper in printed] == [False, False]
        assert reprinted(printed[-1], SHORT)

    def test_a_yes_that_the_counter_contradicts_leaves_nothing_for_the_next_person(
        self, tcp_device: SimulatedPrinter, build: Build, length: int
    ) -> None:
        tcp_device.set_fault(f"off@{length - 13}")
        printer = build(tcp_device)
        assert printer.print_picture(png(SHORT), "a").result is Result.UNCERTAIN
        assert printer.settle("a", came_out=True).result is Result.PRINTED
        tcp_device.set_fault(None)
        other = slip(6, height=260)
        assert printer.print_picture(png(other), "b").result is Result.PRINTED
        assert [same(paper, other) for paper in tcp_device.slips] == [False, True]


def test_a_slip_nobody_wants_any_more_is_not_cut(
    tcp_device: SimulatedPrinter, build: Build
) -> None:
    printer = build(tcp_device)
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(tcp_device.hanging)
        return len(asked) < 2

    assert printer.print_picture(png(SHORT), "a", wanted).result is Result.CANCELLED
    assert asked[0] == 0 < asked[1]
    assert tcp_device.slips == []
    printer.tidy()
    assert [same(paper, SHORT) for paper in tcp_device.slips] == [False]
    assert tcp_device.hanging == 0


def test_a_printer_switched_off_and_on_within_a_slip_gives_one_slip(
    tcp_device: SimulatedPrinter, build: Build
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    tcp_device.set_fault("slow")
    long = slip(8, height=2400)
    printer = build(tcp_device, patience=Patience(5, 0.5))
    with ThreadPoolExecutor(1) as pool:
        printing = pool.submit(printer.print_picture, png(long), "a")
        while tcp_device.hanging < 200:
            pass
        tcp_device.power_cycle()
        assert printing.result().result is Result.FAILED
    tcp_device.set_fault(None)
    assert printer.print_picture(png(long), "a").result is Result.PRINTED
    assert [same(paper, long) for paper in tcp_device.slips] == [False, True]


def test_a_printer_that_refuses_links_is_offline(
    tcp_device: SimulatedPrinter, build: Build
) -> None:
    tcp_device.set_fault("off")
    printer = build(tcp_device)
    assert printer.status() is PrinterState.OFFLINE
    outcome = printer.print_picture(png(SHORT), "a")
    assert (outcome.result, outcome.state) == (Result.FAILED, PrinterState.OFFLINE)
    tcp_device.set_fault(None)
    assert printer.print_picture(png(SHORT), "a").result is Result.PRINTED


def test_a_ledger_that_breaks_means_no_cut(
    tcp_device: SimulatedPrinter, build: Build, tmp_path: Path
) -> None:
    printer = build(tcp_device, ledger=tmp_path)
    printer._ledger._file.execute("DROP TABLE slip")
    assert printer.print_picture(png(SHORT), "a").result is Result.FAILED
    assert tcp_device.slips == []


def test_two_processes_print_one_key_once(
    tcp_device: SimulatedPrinter, build: Build, tmp_path: Path
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    patience = Patience(10, QUICK.answer)
    printers = [build(tcp_device, patience=patience, ledger=tmp_path) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(lambda one: one.print_picture(png(SHORT), "a"), printers))
    assert [outcome.result for outcome in outcomes] == [Result.PRINTED] * 3
    assert len(tcp_device.slips) == 1


@pytest.mark.parametrize("acknowledge", ["pid", "gsr"])
@pytest.mark.parametrize("at", [0.05, 0.15, 0.25])
def test_a_serial_printer_that_lost_its_power_never_confirms_rubbish(
    build: Build, acknowledge: Acknowledge, at: float
) -> None:
    """The line looks the same all the while, and what is sent next arrives after the start."""
    import threading

    long = slip(8, height=1600)
    made = simulated_build.Build(acks=acknowledge, bytes_per_second=100_000)
    with SimulatedPrinter(pty=True, build=made) as device:
        printer = build(device, acknowledge, Patience(2.0, 0.3, boot=0.25))
        begun = device.received
        cut_off = threading.Timer(at, device.power_cycle, (0.3,))
        cut_off.start()
        first = printer.print_picture(png(long), "a")
        cut_off.join()
        assert device.received > begun
        whole = [same(paper, long) for paper in device.slips].count(True)
        assert (first.result is Result.PRINTED) <= (whole == 1)
        if first.result is Result.UNCERTAIN:
            printer.settle("a", came_out=whole == 1)
        wait_for(lambda: printer.print_picture(png(long), "a").result is Result.PRINTED)
        shown = [same(paper, long) or reprinted(paper, long) for paper in device.slips]
        assert shown.count(True) == 1
