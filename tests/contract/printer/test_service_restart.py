"""What a print service leaves behind: when it is killed, when it stops, on its disk."""

from __future__ import annotations

import threading
from pathlib import Path

from printer import PrinterState, Result
from printer.ledger import Phase
from printer.service.address import connect, socket_in
from printer.service.client import Client
from printer.service.protocol import Submit, write_request
from printer.simulator import SimulatedPrinter
from printer.state import Outcome
from tests.helpers.print_service import RunningService, Waiting, wait_for
from tests.unit.printer.slips import png, same, slip

SHORT = slip(5, height=300)
PICTURE = png(SHORT)


def everything_in(spool: Path) -> bytes:
    return b"".join(file.read_bytes() for file in spool.iterdir() if file.is_file())


class TestRestart:
    def test_nothing_personal_prints_by_itself(
        self, service: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        tcp_device.set_fault("paper-out")
        with connect(socket_in(service.spool), 5) as gone:
            gone.sendall(_submit_line("mine", keep=False) + _submit_line("ours", keep=True))
            wait_for(lambda: _phases(service, "mine", "ours") == [Phase.QUEUED] * 2)
        service.kill()
        tcp_device.set_fault(None)
        service.start()
        assert tcp_device.wait_for_slips(1)
        wait_for(lambda: _phases(service, "mine", "ours") == [Phase.CANCELLED, Phase.PRINTED])
        wait_for(lambda: service.client.status() is PrinterState.READY)
        assert len(tcp_device.slips) == 1

    def test_a_client_that_still_waits_gets_its_slip_once(
        self, service: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        tcp_device.set_fault("slow")
        waiting = Waiting(service, Submit("a", PICTURE))
        wait_for(lambda: tcp_device.received > 2000)
        service.kill()
        service.start()
        assert waiting.outcome().result is Result.PRINTED
        assert [same(paper, SHORT) for paper in tcp_device.slips].count(True) == 1

    def test_a_service_that_does_not_come_back_leaves_a_doubt(
        self, service: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        tcp_device.set_fault("paper-out")
        short = Client(socket_in(service.spool), gone_seconds=0.5)
        ends: list[Outcome] = []
        thread = threading.Thread(target=lambda: ends.append(short.submit(Submit("a", PICTURE))))
        thread.start()
        wait_for(lambda: _phases(service, "a") == [Phase.QUEUED])
        service.kill()
        thread.join(20)
        assert ends == [Outcome(Result.UNCERTAIN)]
        service.start()

    def test_being_told_to_stop_is_clean(
        self, service: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        tcp_device.set_fault("paper-out")
        waiting = Waiting(service, Submit("a", PICTURE))
        waiting.until(Phase.QUEUED, PrinterState.PAPER_OUT)
        code, said = service.end()
        assert code == 0
        assert "Traceback" not in said
        assert waiting.outcome().result is Result.CANCELLED
        assert not socket_in(service.spool).exists()
        service.start()


class TestPrivacy:
    def test_a_person_s_picture_is_never_on_the_disk(
        self, service: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        tcp_device.set_fault("paper-out")
        waiting = Waiting(service, Submit("key-of-somebody", PICTURE, "visit-of-somebody"))
        waiting.until(Phase.QUEUED, PrinterState.PAPER_OUT)
        kept = everything_in(service.spool)
        assert len(kept) > 1000
        assert PICTURE[40:80] not in kept
        assert b"of-somebody" not in kept
        service.client.cancel(visit="visit-of-somebody")
        waiting.outcome()

    def test_a_kept_picture_is_gone_from_every_byte_once_it_is_finished(
        self, service: RunningService, tcp_device: SimulatedPrinter
    ) -> None:
        tcp_device.set_fault("paper-out")
        waiting = Waiting(service, Submit("k", PICTURE, keep=True))
        waiting.until(Phase.QUEUED, PrinterState.PAPER_OUT)
        pieces = [PICTURE[at : at + 24] for at in range(0, len(PICTURE) - 24, 24)]
        assert all(piece in everything_in(service.spool) for piece in pieces)
        tcp_device.set_fault(None)
        assert waiting.outcome().result is Result.PRINTED
        left = everything_in(service.spool)
        assert [piece for piece in pieces if piece in left] == []


def _submit_line(key: str, *, keep: bool) -> bytes:
    return write_request(Submit(key, PICTURE, keep=keep))


def _phases(service: RunningService, *keys: str) -> list[Phase | None]:
    news = [service.client.job(key) for key in keys]
    return [None if one is None else one.phase for one in news]
