"""What the print service is made of, each by itself."""

from __future__ import annotations

import logging
import os
import socket
import time
from pathlib import Path

import pytest

from printer.ledger import Phase, digest
from printer.service import protocol
from printer.service.address import connect, listen, socket_in
from printer.service.child import Child
from printer.service.client import Client
from printer.service.notify import Notifier
from printer.service.protocol import Cancel, Job, News, Request, Settle, Status, Submit, Subscribe
from printer.service.queue import MOST, Queue, QueueFullError
from printer.simulator import SimulatedPrinter
from printer.state import PrinterState, Result
from tests.helpers.print_service import running, wait_for
from tests.unit.printer.slips import png, slip


class TestTheWords:
    @pytest.mark.parametrize(
        "request_",
        [
            Submit("k", b"\x00\xff", "v", 5.0, wait=False, keep=True),
            Job("khóa"),
            Settle("k", came_out=False),
            Cancel(key="k"),
            Cancel(visit="v"),
            Status(),
            Subscribe(),
        ],
    )
    def test_what_is_written_is_what_is_read(self, request_: Request) -> None:
        line = protocol.write_request(request_)
        assert line.count(b"\n") == 1
        assert protocol.read_request(line) == request_

    @pytest.mark.parametrize(
        "said",
        [
            '{"do":"job"}',
            '{"do":"job","key":""}',
            '{"do":"job","key":7}',
            '{"do":"job","key":"a","more":1}',
            '{"do":"settle","key":"a"}',
            '{"do":"settle","key":"a","came_out":"yes"}',
            '{"do":"cancel","key":"a","visit":"b"}',
            '{"do":"submit","key":"a","picture":"***"}',
            '{"do":"submit","key":"a","picture":"AA==","expires":0}',
            '{"do":"submit","key":"a","picture":"AA==","expires":1e9}',
            '{"do":"submit","key":"a","picture":"AA==","wait":1}',
            "[" * 5000,
        ],
    )
    def test_what_is_no_request_is_refused(self, said: str) -> None:
        with pytest.raises(protocol.RequestError):
            protocol.read_request(said.encode())

    def test_a_picture_is_in_no_repr(self) -> None:
        assert "secret" not in repr(Submit("k", b"secret"))


class TestTheQueue:
    def test_first_come_first_printed(self, tmp_path: Path) -> None:
        queue = Queue("tcp://a", tmp_path)
        for key in "abc":
            queue.submit(Submit(key, b"x"))
        order = []
        while (wish := queue.take(0)) is not None:
            order.append(wish.asked.key)
            queue.finish(wish, Phase.FAILED)
        assert order == ["a", "b", "c"]

    def test_there_is_an_end_to_what_can_wait(self, tmp_path: Path) -> None:
        queue = Queue("tcp://a", tmp_path)
        for number in range(MOST):
            queue.submit(Submit(str(number), b"x"))
        with pytest.raises(QueueFullError):
            queue.submit(Submit("one too many", b"x"))

    def test_every_step_is_told(self, tmp_path: Path) -> None:
        heard: list[News] = []
        queue = Queue("tcp://a", tmp_path)
        queue.tell(heard.append)
        queue.submit(Submit("a", b"x"))
        wish = queue.take(0)
        assert wish is not None
        queue.put_back(wish, PrinterState.PAPER_OUT, 60)
        queue.put_back(wish, PrinterState.PAPER_OUT, 60)
        assert queue.take(0) is None
        queue.finish(wish, Phase.EXPIRED)
        assert [(news.phase, news.printer) for news in heard] == [
            (Phase.QUEUED, None),
            (Phase.QUEUED, PrinterState.PAPER_OUT),
            (Phase.EXPIRED, None),
        ]

    def test_a_wish_is_queued_on_the_disk_before_it_is_acknowledged(self, tmp_path: Path) -> None:
        Queue("tcp://a", tmp_path).submit(Submit("a", b"x"))
        again = Queue("tcp://a", tmp_path)
        assert again.job("a").phase is Phase.CANCELLED
        assert again._ledger.in_phase(Phase.CANCELLED) == (digest("a"),)

    def test_a_doubt_outlives_a_try_that_came_to_nothing(self, tmp_path: Path) -> None:
        queue = Queue("tcp://a", tmp_path)
        queue._ledger.enter("a", Phase.UNCERTAIN, strip_pending=True, cuts=4)
        queue.submit(Submit("a", b"x"))
        wish = queue.take(0)
        assert wish is not None
        queue.finish(wish, Phase.FAILED, PrinterState.BUSY)
        assert queue.job("a").phase is Phase.UNCERTAIN
        assert queue._ledger.find("a").cuts == 4

    def test_stopping_cancels_what_has_not_begun_and_keeps_what_may_be_kept(
        self, tmp_path: Path
    ) -> None:
        queue = Queue("tcp://a", tmp_path)
        for key, keep in (("begun", False), ("waits", False), ("kept", True)):
            queue.submit(Submit(key, b"x", keep=keep))
        queue._ledger.enter("begun", Phase.BODY, strip_pending=True)
        queue.close()
        begun, waits, kept = (queue._live[digest(key)] for key in ("begun", "waits", "kept"))
        assert (begun.wanted(), waits.wanted(), kept.wanted()) == (True, False, True)
        queue.finish(begun, Phase.PRINTED)
        queue.drain()
        assert queue.job("waits").phase is Phase.CANCELLED
        queue.shut()
        again = Queue("tcp://a", tmp_path).take(0)
        assert again is not None
        assert again.asked.key == "kept"


class TestTheManager:
    def test_it_is_told_what_it_asked_to_be_told(self, tmp_path: Path) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(str(tmp_path / "notify"))
            environ = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "3000000"}
            notifier = Notifier(environ)
            notifier.tell("READY=1", "STATUS=sẵn sàng")
            assert manager.recv(1000).decode() == "READY=1\nSTATUS=sẵn sàng"
            assert notifier.watchdog_seconds == 3.0

    def test_without_a_manager_nothing_happens(self) -> None:
        notifier = Notifier({})
        notifier.tell("READY=1")
        assert notifier.watchdog_seconds == 0

    def test_somebody_else_s_watchdog_is_not_fed(self) -> None:
        assert Notifier({"WATCHDOG_USEC": "9", "WATCHDOG_PID": "1"}).watchdog_seconds == 0

    def test_a_service_says_ready_and_shows_life_until_it_stops(self, tmp_path: Path) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager, SimulatedPrinter() as dev:
            manager.settimeout(20)
            manager.bind(str(tmp_path / "notify"))
            environ = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "300000"}
            heard: list[str] = []

            def until(wanted: str) -> None:
                while not any(wanted in fact for fact in heard):
                    heard.append(manager.recv(1000).decode())

            with running(dev.url, tmp_path / "spool", **environ):
                until("READY=1")
                until("STATUS=ready: Máy in sẵn sàng.")
                heard.clear()
                until("WATCHDOG=1")
            until("STOPPING=1")


class TestTheAddress:
    def test_a_spool_deep_in_the_file_system_has_a_socket_too(self, tmp_path: Path) -> None:
        deep = tmp_path / ("a" * 80) / ("b" * 80)
        with listen(socket_in(deep), 0o600), connect(socket_in(deep), 1.0):
            assert len(os.fsencode(socket_in(deep))) > 160

    def test_only_its_own_account_may_ask(self, tmp_path: Path) -> None:
        with listen(tmp_path / "s", 0o600):
            assert (tmp_path / "s").stat().st_mode & 0o777 == 0o600
        with listen(tmp_path / "g", 0o660):
            assert (tmp_path / "g").stat().st_mode & 0o777 == 0o660


@pytest.mark.events("printer")
class TestTheChild:
    def test_it_is_started_again_when_it_dies_and_ends_with_us(self, tmp_path: Path) -> None:
        ended: list[int] = []
        with SimulatedPrinter() as device:
            path = socket_in(tmp_path)
            child = Child(["--device", device.url, "--spool", str(tmp_path)], path, ended.append)
            child.start()
            client = Client(path)
            wait_for(lambda: client.status() is PrinterState.READY)
            first = child.process
            assert first is not None
            first.kill()
            outcome = client.submit(Submit("a", png(slip(1, height=200))))
            assert outcome.result is Result.PRINTED
            assert ended == [-9]
            second = child.process
            assert second is not None
            child.stop()
            assert second.returncode == 0
            assert client.status() is PrinterState.UNKNOWN

    def test_a_service_that_runs_already_is_used(self, tmp_path: Path) -> None:
        with SimulatedPrinter() as device, running(device.url, tmp_path):
            path = socket_in(tmp_path)
            child = Child(["--device", device.url, "--spool", str(tmp_path)], path)
            child.start()
            assert (
                Client(path).submit(Submit("a", png(slip(1, height=200)))).result is Result.PRINTED
            )
            assert child.process is None
            child.stop()

    def test_what_it_says_reaches_our_log(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        logger = logging.getLogger("printer.service")
        logger.addHandler(caplog.handler)
        child = Child(["--device", "nowhere", "--spool", str(tmp_path)], socket_in(tmp_path))
        child.start()
        wait_for(lambda: "the device URL 'nowhere' does not work" in caplog.text)
        child.stop()
        logger.removeHandler(caplog.handler)


def test_a_client_without_a_service_gets_values(tmp_path: Path) -> None:
    client = Client(tmp_path / "none", gone_seconds=0.1)
    began = time.monotonic()
    outcome = client.submit(Submit("a", b"x"))
    assert (outcome.result, outcome.state) == (Result.FAILED, PrinterState.UNKNOWN)
    assert time.monotonic() - began < 5
    assert client.status() is PrinterState.UNKNOWN
    assert client.job("a") is None
    assert client.settle("a", came_out=True) is None
    assert client.cancel(key="a") == 0
    assert list(client.subscribe()) == []
