"""Asks a print service. Blocking, for any thread; a service that is gone raises nothing."""

from __future__ import annotations

import contextlib
import json
import select
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from printer.service import protocol
from printer.service.address import connect
from printer.service.protocol import LONGEST_LINE, News, Request
from printer.state import UNCERTAIN, Outcome, PrinterState, failed

_ANSWER_SECONDS = 20.0
_LOOK_SECONDS = 0.05
_LEAVE_SECONDS = 3.0
"""How long the end of a cancelled slip is waited for: nobody is there to be told."""


class BadPictureError(ValueError):
    """The service refused what was sent; the message says why."""


class Client:
    """One print service, by its socket. `gone_seconds` is how long a restart may take."""

    def __init__(self, path: Path, gone_seconds: float = 10.0) -> None:
        self._path = path
        self._gone = gone_seconds

    def submit(
        self,
        asked: protocol.Submit,
        *,
        left: Callable[[], bool] = lambda: False,
        told: Callable[[News], None] = lambda _news: None,
    ) -> Outcome:
        """Print one slip and wait for its end, across restarts of the service.

        The same key is asked for again after a restart, so that nothing prints twice. `left` is
        looked at all the while: once it is True the slip is cancelled. `told` gets each step.
        FAILED with UNKNOWN: no service was there. UNCERTAIN: it went away with the slip and did
        not come back. Raises BadPictureError for a picture that cannot be printed.
        """
        taken = False
        until = time.monotonic() + self._gone
        while True:
            try:
                with _Line(self._path) as talk:
                    answer = talk.ask(asked)
                    until = time.monotonic() + self._gone
                    if "error" in answer:
                        return _refused(answer)
                    taken = True
                    outcome = _follow(talk, protocol.read_job(answer), asked, left, told)
                if outcome is not None:
                    return outcome
            except (OSError, ValueError, KeyError, TypeError) as error:
                if isinstance(error, BadPictureError):
                    raise
            if time.monotonic() >= until or (left() and not taken):
                return UNCERTAIN if taken else failed(PrinterState.UNKNOWN)
            time.sleep(_LOOK_SECONDS)

    def status(self) -> PrinterState:
        """What the printer says now; UNKNOWN when no service answers."""
        answer = self._ask(protocol.Status())
        try:
            return PrinterState(answer.get("printer"))
        except ValueError:
            return PrinterState.UNKNOWN

    def job(self, key: str) -> News | None:
        """How far a slip came; None when no service answers."""
        return _news(self._ask(protocol.Job(key)))

    def settle(self, key: str, *, came_out: bool) -> News | None:
        """Hand on a person's answer to an UNCERTAIN slip; None when no service answers."""
        return _news(self._ask(protocol.Settle(key, came_out)))

    def cancel(self, *, key: str = "", visit: str = "") -> int:
        """How many slips were given up; 0 as well when no service answers."""
        cancelled = self._ask(protocol.Cancel(key, visit)).get("cancelled", 0)
        return cancelled if isinstance(cancelled, int) else 0

    def subscribe(self) -> Iterator[News | PrinterState]:
        """Every change from now on, the printer's state first. Ends when the service does."""
        with contextlib.suppress(OSError, ValueError, TypeError), _Line(self._path) as talk:
            yield PrinterState(talk.ask(protocol.Subscribe())["printer"])
            while True:
                told = talk.hear(60.0)
                if told is None:
                    continue
                if told.get("event") == "printer":
                    yield PrinterState(told["printer"])
                elif told.get("event") == "job":
                    yield protocol.read_job(told)

    def _ask(self, request: Request) -> dict[str, object]:
        try:
            with _Line(self._path) as talk:
                return talk.ask(request)
        except (OSError, ValueError, TypeError):
            return {}


class _Line:
    """One connection. Raises OSError when it breaks, ValueError for what is no answer."""

    def __init__(self, path: Path) -> None:
        self._link = connect(path, _ANSWER_SECONDS)
        self._held = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self._link.close()

    def send(self, request: Request) -> None:
        self._link.sendall(protocol.write_request(request))

    def ask(self, request: Request) -> dict[str, object]:
        """The answer itself; events that come before it belong to no question of ours."""
        self.send(request)
        until = time.monotonic() + _ANSWER_SECONDS
        while (left := until - time.monotonic()) > 0:
            told = self.hear(left)
            if told is not None and "event" not in told:
                return told
        raise TimeoutError

    def hear(self, timeout: float) -> dict[str, object] | None:
        """The next line, or None when none came in time."""
        until = time.monotonic() + timeout
        while b"\n" not in self._held:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._link], [], [], left)[0]:
                return None
            piece = self._link.recv(65536)
            if not piece or len(self._held) > LONGEST_LINE:
                raise ConnectionResetError
            self._held += piece
        first, _, rest = bytes(self._held).partition(b"\n")
        self._held = bytearray(rest)
        told = json.loads(first)
        if not isinstance(told, dict):
            raise TypeError("not an object")
        return told


def _follow(
    talk: _Line,
    news: News,
    asked: protocol.Submit,
    left: Callable[[], bool],
    told: Callable[[News], None],
) -> Outcome | None:
    """Until the slip's end; None when the service stays silent for longer than any slip."""
    give_up: float | None = None
    silent_at = time.monotonic() + asked.expires + 300
    while time.monotonic() < silent_at:
        told(news)
        outcome = news.outcome
        if outcome is not None:
            return outcome
        heard = None
        while heard is None and time.monotonic() < silent_at:
            if give_up is None and left():
                give_up = time.monotonic() + _LEAVE_SECONDS
                talk.send(protocol.Cancel(key=asked.key))
            elif give_up is not None and time.monotonic() > give_up:
                return UNCERTAIN
            heard = talk.hear(_LOOK_SECONDS)
            if heard is not None and heard.get("event") != "job":
                heard = None
        if heard is not None:
            news = protocol.read_job(heard)
    return None


def _refused(answer: dict[str, object]) -> Outcome:
    if answer.get("bad"):
        raise BadPictureError(str(answer["error"]))
    return failed(PrinterState.BUSY if answer.get("full") else PrinterState.UNKNOWN)


def _news(answer: dict[str, object]) -> News | None:
    try:
        return protocol.read_job(answer)
    except (KeyError, ValueError, TypeError):
        return None
