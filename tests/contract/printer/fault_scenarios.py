"""What is done to a printer and its service for each row of docs/printing-faults.md."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import serial

from printer.ledger import Phase
from printer.service.address import connect, socket_in
from printer.service.client import Client
from printer.service.protocol import Submit, write_request
from printer.simulator import Build, SimulatedPrinter
from printer.state import Outcome, PrinterState, Result
from printer.transport import from_url
from printer.transport.serial import SerialTransport
from tests.helpers.print_service import RunningService, Waiting, wait_for
from tests.unit.printer.slips import png, reprinted, same, slip

PICTURE = slip(5, height=300)
SLIP = Submit("key", png(PICTURE), "visit", wait=False)
PATIENT = Submit("key", png(PICTURE), "visit")


@dataclass(slots=True)
class Bench:
    """A printer, a service, and whoever wants the slip."""

    folder: Path
    open: ExitStack
    _device: list[SimulatedPrinter] = field(default_factory=list)
    _service: list[RunningService] = field(default_factory=list)

    def build(self, link: str = "tcp", build: Build | None = None, ack: str = "pid") -> None:
        usb = self.folder / "bus" if link == "usb" else None
        device = SimulatedPrinter(pty=link == "pty", usb=usb, build=build)
        self._device.append(self.open.enter_context(device))
        service = RunningService(
            device.url,
            self.folder / "spool",
            ("--acknowledge", ack),
            program=("-m", "tests.helpers.impatient_service"),
        )
        service.start()
        self.open.callback(service.end)
        self._service.append(service)

    @property
    def device(self) -> SimulatedPrinter:
        return self._device[0]

    @property
    def service(self) -> RunningService:
        return self._service[0]

    def fails_with(self, fault: str) -> Outcome:
        self.build()
        self.device.set_fault(fault)
        return self.submit()

    def submit(self) -> Outcome:
        return Client(socket_in(self.folder / "spool"), gone_seconds=3.0).submit(SLIP)

    def ready_again(self) -> None:
        self.device.set_fault(None)
        wait_for(lambda: self.service.client.status() is PrinterState.READY)

    def tidied(self) -> None:
        self.ready_again()
        wait_for(lambda: self.device.hanging == 0)

    def paper(self) -> str:
        valid = [same(paper, PICTURE) for paper in self.device.slips].count(True)
        marked = [reprinted(paper, PICTURE) for paper in self.device.slips].count(True)
        void = len(self.device.slips) - valid - marked
        told = {"void": void, "valid": valid, "marked": marked}
        return ", ".join(f"{many} {name}" for name, many in told.items() if many) or "none"


def twice(bench: Bench) -> Outcome:
    bench.build()
    bench.device.set_fault("slow")
    both = [Waiting(bench.service, SLIP) for _ in range(2)]
    first, second = (one.outcome() for one in both)
    assert first == second
    return first


def busy(bench: Bench) -> Outcome:
    bench.build("pty")
    path = bench.device.url.removeprefix("serial://").partition("?")[0]
    assert isinstance(from_url(bench.device.url), SerialTransport)
    wait_for(lambda: bench.service.client.status() is PrinterState.READY)
    bench.open.enter_context(_held(path))
    return bench.submit()


def _held(path: str) -> serial.Serial:
    """Takes the line as soon as the service is not asking."""
    held: list[serial.Serial] = []

    def take() -> bool:
        try:
            held.append(serial.Serial(path, exclusive=True))
        except serial.SerialException:
            return False
        return True

    wait_for(take)
    return held[0]


def replugged(bench: Bench) -> Outcome:
    bench.build("usb")
    bench.device.set_fault("off")
    assert bench.submit() == Outcome(Result.FAILED, PrinterState.OFFLINE)
    bench.device.set_fault(None)
    return bench.submit()


def paper_out_within_refilled(bench: Bench) -> Outcome:
    outcome = bench.fails_with("paper-out@3000")
    bench.tidied()
    return outcome


def link_before_cut(bench: Bench) -> Outcome:
    return bench.fails_with("drop@cut")


def gone_at_cut_no(bench: Bench) -> Outcome:
    assert bench.fails_with("off@cut").result is Result.UNCERTAIN
    bench.service.client.settle("key", came_out=False)
    bench.ready_again()
    return bench.submit()


def gone_after_cut_yes(bench: Bench) -> Outcome:
    assert bench.fails_with("off@after-cut").result is Result.UNCERTAIN
    bench.service.client.settle("key", came_out=True)
    bench.ready_again()
    return bench.submit()


def no_counter(bench: Bench) -> Outcome:
    bench.build(build=Build(acks="gsr"), ack="gsr")
    bench.device.set_fault("drop@after-cut")
    return bench.submit()


def no_proof(bench: Bench) -> Outcome:
    bench.build(build=Build(acks="none"), ack="none")
    return bench.submit()


def power_within(bench: Bench, link: str = "tcp") -> Outcome:
    bench.build(link, Build(bytes_per_second=20_000))
    waiting = Waiting(bench.service, SLIP)
    wait_for(lambda: bench.device.received > 4000)
    bench.device.power_cycle(1.2)
    outcome = waiting.outcome()
    bench.tidied()
    return outcome


def service_killed(bench: Bench) -> Outcome:
    bench.build()
    bench.device.set_fault("slow")
    waiting = Waiting(bench.service, SLIP)
    wait_for(lambda: bench.device.received > 3000)
    bench.service.kill()
    bench.service.start()
    return waiting.outcome()


def service_gone(bench: Bench) -> Outcome:
    bench.build()
    bench.service.kill()
    outcome = bench.submit()
    assert bench.service.client.status() is PrinterState.UNKNOWN
    bench.open.callback(bench.service.start)
    return outcome


def left(bench: Bench) -> Outcome:
    bench.build()
    bench.device.set_fault("paper-out")
    waiting = Waiting(bench.service, PATIENT)
    waiting.until(Phase.QUEUED, PrinterState.PAPER_OUT)
    bench.service.client.cancel(visit="visit")
    outcome = waiting.outcome()
    bench.ready_again()
    return outcome


def left_within(bench: Bench) -> Outcome:
    bench.build()
    bench.device.set_fault("paper-out@3000")
    waiting = Waiting(bench.service, SLIP)
    wait_for(lambda: bench.device.received >= 3000)
    assert bench.service.client.cancel(visit="visit") == 1
    bench.device.set_fault(None)
    outcome = waiting.outcome()
    bench.tidied()
    return outcome


def expired(bench: Bench) -> Outcome:
    bench.build()
    bench.device.set_fault("paper-out")
    return bench.service.client.submit(Submit("key", png(PICTURE), expires=0.3))


def restarted(bench: Bench) -> Outcome:
    bench.build()
    bench.device.set_fault("paper-out")
    with connect(socket_in(bench.service.spool), 5) as link:
        link.sendall(write_request(PATIENT))
        wait_for(lambda: _phase(bench) is Phase.QUEUED)
    bench.service.kill()
    bench.device.set_fault(None)
    bench.service.start()
    bench.ready_again()
    news = bench.service.client.job("key")
    assert news is not None
    assert news.outcome is not None
    return news.outcome


def _phase(bench: Bench) -> Phase | None:
    news = bench.service.client.job("key")
    return None if news is None else news.phase


def simply(fault: str) -> Callable[[Bench], Outcome]:
    return lambda bench: bench.fails_with(fault)


def well(bench: Bench) -> Outcome:
    bench.build()
    return bench.submit()


SCENARIOS: dict[str, Callable[[Bench], Outcome]] = {
    "well": well,
    "twice": twice,
    **{
        name: simply(name)
        for name in ("near-end", "paper-out", "cover-open", "cutter", "offline", "off", "silent")
    },
    "busy": busy,
    "replugged": replugged,
    "paper-out-within": simply("paper-out@3000"),
    "paper-out-within-refilled": paper_out_within_refilled,
    "link-within": simply("drop@3000"),
    "link-before-cut": link_before_cut,
    "link-after-cut": simply("drop@after-cut"),
    "gone-at-cut": simply("off@cut"),
    "gone-at-cut-no": gone_at_cut_no,
    "gone-after-cut-yes": gone_after_cut_yes,
    "no-counter": no_counter,
    "no-proof": no_proof,
    "power-within": power_within,
    "power-within-serial": lambda bench: power_within(bench, "pty"),
    "service-killed": service_killed,
    "service-gone": service_gone,
    "left": left,
    "left-within": left_within,
    "expired": expired,
    "restarted": restarted,
}
