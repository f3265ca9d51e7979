"""A print service as a process of its own, for tests and campaigns."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from printer.ledger import Phase
from printer.service.address import connect, socket_in
from printer.service.client import Client
from printer.service.protocol import News, Submit
from printer.state import Outcome, PrinterState

PATIENCE_S = 20.0


@dataclass(slots=True)
class RunningService:
    """Started, killed and started again at will; it ends with this process, however that ends.

    `environ` is laid over this process's.
    """

    device: str
    spool: Path
    words: tuple[str, ...] = ()
    environ: dict[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = ("-m", "printer", "serve")
    _process: subprocess.Popen[bytes] | None = None

    @property
    def client(self) -> Client:
        return Client(socket_in(self.spool))

    def start(self, *, wait: bool = True) -> None:
        self._process = subprocess.Popen(
            [
                *(sys.executable, *self.program),
                *("--device", self.device, "--spool", str(self.spool), "--attached", *self.words),
            ],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **self.environ},
        )
        if wait:
            self.wait()

    def wait(self) -> None:
        """Until it answers. Raises AssertionError with what it said when it ended instead."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            assert self._process is not None
            if self._process.poll() is not None:
                raise AssertionError(self.end()[1])
            with contextlib.suppress(OSError):
                connect(socket_in(self.spool), 1.0).close()
                return
            time.sleep(0.01)
        raise AssertionError("the print service does not answer")

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Its exit code and what it said on stderr."""
        process, self._process = self._process, None
        assert process is not None
        if process.poll() is None:
            process.send_signal(number)
        _, said = process.communicate(timeout=60)
        return process.returncode, said.decode()

    def ended(self) -> tuple[int, str]:
        """Its exit code and what it said, once it ended by itself."""
        process, self._process = self._process, None
        assert process is not None
        _, said = process.communicate(timeout=PATIENCE_S)
        return process.returncode, said.decode()

    def kill(self) -> None:
        self.end(signal.SIGKILL)


@contextlib.contextmanager
def running(device: str, spool: Path, *words: str, **environ: str) -> Iterator[RunningService]:
    """One service, ended at the end."""
    service = RunningService(device, spool, words, environ)
    service.start()
    try:
        yield service
    finally:
        with contextlib.suppress(AssertionError):
            service.end()


class Waiting:
    """A client in a thread, as a command or a kiosk waits for its slip."""

    def __init__(self, service: RunningService, asked: Submit) -> None:
        self.left = False
        self.news: list[News] = []
        self._end: list[Outcome] = []
        self._thread = threading.Thread(target=self._run, args=(service, asked))
        self._thread.start()

    def _run(self, service: RunningService, asked: Submit) -> None:
        left: Callable[[], bool] = lambda: self.left  # noqa: E731
        self._end.append(service.client.submit(asked, left=left, told=self.news.append))

    def until(self, phase: Phase, printer: PrinterState | None = None) -> None:
        wait_for(lambda: any((n.phase, n.printer) == (phase, printer) for n in self.news))

    def outcome(self) -> Outcome:
        self._thread.join(30)
        return self._end[0]


def wait_for(ready: Callable[[], bool], seconds: float = 15.0) -> None:
    until = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < until, "what was waited for did not come"
        time.sleep(0.005)
