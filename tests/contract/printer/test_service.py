"""The print service as its clients meet it: a process, a socket, a spool, a simulated printer."""

from __future__ import annotations

import contextlib
import json
import re
import threading

import pytest

from printer import PrinterState, Result
from printer.ledger import Phase
from printer.service.address import connect, socket_in
from printer.service.client import BadPictureError
from printer.service.protocol import News, Submit
from printer.simulator import SimulatedPrinter
from printer.state import Outcome
from tests.helpers.print_service import RunningService, Waiting, wait_for
from tests.unit.printer.slips import png, reprinted, same, slip

SHORT = slip(5, height=300)
PICTURE = png(SHORT)


def test_a_slip_prints_and_its_key_prints_once(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    for _ in range(3):
        assert service.client.submit(Submit("a", PICTURE)).result is Result.PRINTED
    assert [same(paper, SHORT) for paper in tcp_device.slips] == [True]
    assert service.client.job("a") == News("a", Phase.PRINTED)
    assert service.client.job("b") == News("b", Phase.NEW)


def test_two_clients_with_one_wish_get_one_slip(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("slow")
    both = [Waiting(service, Submit("a", PICTURE)) for _ in range(2)]
    assert [one.outcome().result for one in both] == [Result.PRINTED] * 2
    assert len(tcp_device.slips) == 1


def test_a_slip_waits_for_paper_and_then_prints(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("paper-out")
    waiting = Waiting(service, Submit("a", PICTURE))
    waiting.until(Phase.QUEUED, PrinterState.PAPER_OUT)
    tcp_device.set_fault(None)
    assert waiting.outcome().result is Result.PRINTED
    assert len(tcp_device.slips) == 1


def test_a_slip_that_may_not_wait_fails_at_once_with_the_reason(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("cover-open")
    outcome = service.client.submit(Submit("a", PICTURE, wait=False))
    assert outcome == Outcome(Result.FAILED, PrinterState.COVER_OPEN)


def test_a_slip_nobody_could_print_in_time_expires(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("paper-out")
    outcome = service.client.submit(Submit("a", PICTURE, expires=0.3))
    assert outcome.result is Result.EXPIRED
    tcp_device.set_fault(None)
    assert service.client.submit(Submit("b", png(slip(2, height=90)))).result is Result.PRINTED
    assert len(tcp_device.slips) == 1


def test_the_end_of_a_visit_cancels_its_slips_and_no_others(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("paper-out")
    mine = [Waiting(service, Submit(f"m{n}", PICTURE, "mine")) for n in range(2)]
    other = Waiting(service, Submit("o", PICTURE, "other"))
    for waiting in (*mine, other):
        wait_for(lambda waiting=waiting: bool(waiting.news))  # type: ignore[misc]
    assert service.client.cancel(visit="mine") == 2
    assert [one.outcome().result for one in mine] == [Result.CANCELLED] * 2
    tcp_device.set_fault(None)
    assert other.outcome().result is Result.PRINTED
    assert len(tcp_device.slips) == 1


def test_whoever_leaves_takes_the_wish_along(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("paper-out")
    waiting = Waiting(service, Submit("a", PICTURE))
    waiting.until(Phase.QUEUED, PrinterState.PAPER_OUT)
    waiting.left = True
    assert waiting.outcome().result is Result.CANCELLED
    tcp_device.set_fault(None)
    wait_for(lambda: service.client.status() is PrinterState.READY)
    assert tcp_device.slips == []


def test_a_link_lost_in_the_body_is_voided_and_printed_again(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("drop@3000")
    assert service.client.submit(Submit("a", PICTURE, wait=False)).result is Result.PRINTED
    assert [same(paper, SHORT) for paper in tcp_device.slips] == [False, True]


def test_what_hangs_in_the_printer_is_voided_without_waiting_for_the_next_person(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    tcp_device.set_fault("paper-out@3000")
    waiting = Waiting(service, Submit("a", PICTURE, "v", wait=False))
    wait_for(lambda: tcp_device.received >= 3000)
    service.client.cancel(visit="v")
    tcp_device.set_fault(None)
    assert waiting.outcome().result is Result.CANCELLED
    wait_for(lambda: tcp_device.hanging == 0 and bool(tcp_device.slips))
    assert [same(paper, SHORT) for paper in tcp_device.slips] == [False]


class TestDoubt:
    """The cut was sent and the printer stayed away."""

    @pytest.fixture
    def doubted(self, service: RunningService, tcp_device: SimulatedPrinter) -> RunningService:
        tcp_device.set_fault("off@cut")
        assert service.client.submit(Submit("a", PICTURE)).result is Result.UNCERTAIN
        return service

    def test_a_no_prints_again_and_says_so(
        self, doubted: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        news = doubted.client.settle("a", came_out=False)
        assert news == News("a", Phase.FAILED)
        tcp_device.set_fault(None)
        assert doubted.client.submit(Submit("a", PICTURE)).result is Result.PRINTED
        assert reprinted(tcp_device.slips[-1], SHORT)
        assert not any(same(paper, SHORT) for paper in tcp_device.slips)

    def test_a_yes_is_printed(self, doubted: RunningService, tcp_device: SimulatedPrinter) -> None:
        assert doubted.client.settle("a", came_out=True) == News("a", Phase.PRINTED)
        before = len(tcp_device.slips)
        assert doubted.client.submit(Submit("a", PICTURE)).result is Result.PRINTED
        assert len(tcp_device.slips) == before


def test_a_second_service_is_told_whose_spool_it_is(service: RunningService) -> None:
    second = RunningService(service.device, service.spool)
    second.start(wait=False)
    code, said = second.ended()
    assert code == 1
    assert re.fullmatch(r"printer: another print service \(process \d+\) already owns .*\n", said)
    assert service.client.status() is PrinterState.READY


def test_a_socket_left_by_a_killed_service_is_replaced(service: RunningService) -> None:
    service.kill()
    assert socket_in(service.spool).exists()
    service.start()
    assert service.client.status() is PrinterState.READY


@pytest.mark.parametrize(
    "said",
    [b"", b"hello", b"[]", b'{"do":"fly"}', b'{"do":"submit"}', b'{"do":"cancel"}', b"\xff\xfe"],
)
def test_what_is_no_request_is_one_plain_sentence(service: RunningService, said: bytes) -> None:
    with connect(socket_in(service.spool), 5) as link:
        link.sendall(said + b"\n" + b'{"do":"status"}\n')
        heard = link.makefile("rb")
        assert set(json.loads(heard.readline())) == {"error", "bad"}
        assert json.loads(heard.readline())["printer"] in ("ready", "busy")


def test_a_line_without_an_end_is_refused(service: RunningService) -> None:
    with connect(socket_in(service.spool), 5) as link:
        with contextlib.suppress(OSError):
            for _ in range(200):
                link.sendall(b"x" * 65536)
        assert b"at most" in link.recv(65536) or link.recv(65536) == b""
        assert service.client.status() is PrinterState.READY


def test_what_is_no_picture_is_refused_before_it_waits(service: RunningService) -> None:
    with pytest.raises(BadPictureError, match="not a picture"):
        service.client.submit(Submit("a", b"hello"))


def test_a_subscriber_hears_the_printer_and_every_slip(
    service: RunningService, tcp_device: SimulatedPrinter
) -> None:
    heard: list[object] = []

    def listen() -> None:
        for told in service.client.subscribe():
            heard.append(told)  # noqa: PERF402 - looked at while it grows

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    wait_for(lambda: bool(heard))
    tcp_device.set_fault("cover-open")
    wait_for(lambda: PrinterState.COVER_OPEN in heard)
    tcp_device.set_fault(None)
    service.client.submit(Submit("a", PICTURE))
    service.end()
    thread.join(10)
    assert News("a", Phase.PRINTED) in heard
