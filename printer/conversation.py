"""Questions and answers with one printer over one open link."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Literal, Self, TypeVar

from printer.escpos import commands, replies
from printer.escpos.commands import Ask
from printer.escpos.status import from_report, to_state
from printer.state import PrinterState
from printer.transport.protocol import LinkError, Transport

Acknowledge = Literal["pid", "gsr", "none"]
"""How a printer can confirm: a mark once printed, a byte once processed, or not at all."""

_LOOK_SECONDS = 0.5
_STOPPED_SECONDS = 3.0
"""How long a printer that said by itself why it stopped is waited for: somebody stands there."""

_MARK_LETTERS = b"@ABCDEFGHIJKLMNO"
_Wanted = TypeVar("_Wanted")


class Conversation:
    """Opens the link on entry, closes it on exit. Its calls raise LinkError."""

    def __init__(self, transport: Transport, answer_timeout: float = 1.0) -> None:
        self._transport = transport
        self._timeout = answer_timeout
        self._replies = replies.Demultiplexer()
        self.reported: PrinterState | None = None
        """What the printer last said of itself without being asked."""

    def __enter__(self) -> Self:
        self._transport.open()
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def close(self) -> None:
        self._transport.close()

    def send(self, data: bytes, deadline: float) -> None:
        self._transport.write(data, deadline)

    def state(self) -> PrinterState:
        """What the printer says of itself now. A question without an answer is UNKNOWN."""
        if not self._transport.answers:
            return PrinterState.UNKNOWN
        answers: list[int] = []
        for what in Ask:
            self._forget()
            deadline = time.monotonic() + self._timeout
            try:
                self.send(commands.ask(what), deadline)
            except LinkError as error:
                return error.state
            try:
                answer = self._wait(_status_byte, deadline)
            except LinkError as error:
                return error.state
            if answer is None:
                return PrinterState.UNKNOWN
            answers.append(answer)
        return to_state(*answers)

    def alive(self, timeout: float) -> bool:
        """Whether the printer answers at once. Only between commands."""
        self._forget()
        deadline = time.monotonic() + timeout
        self.send(commands.ask(Ask.PRINTER), deadline)
        return self._wait(_status_byte, deadline) is not None

    def reached(self, kind: Acknowledge, deadline: float) -> bool:
        """Whether the printer confirms, before `deadline`, all that was sent so far."""
        if kind == "none":
            return False
        self._forget()
        if kind == "pid":
            mark = bytes(secrets.choice(_MARK_LETTERS) for _ in range(4))
            self.send(commands.confirm(mark), deadline)
            return self._wait(lambda reply: _same_mark(reply, mark), deadline) is not None
        self.send(commands.confirm_processed(), deadline)
        return self._wait(_processed, deadline) is not None

    def cuts(self) -> int | None:
        """How many cuts the printer has ever made, None when it does not count or tell."""
        self._forget()
        deadline = time.monotonic() + self._timeout
        self.send(commands.ask_counter(commands.LAST_CUT), deadline)
        return self._wait(_number, deadline)

    def listen(self, seconds: float) -> None:
        """Let time pass while watching the link."""
        deadline = time.monotonic() + seconds
        while (patience := deadline - time.monotonic()) > 0:
            self._hear(patience)

    def _forget(self) -> None:
        while self._hear(0) is not None:
            pass
        if self._replies.waiting:
            self._replies = replies.Demultiplexer()

    def _hear(self, patience: float) -> list[replies.Reply] | None:
        """The replies that are complete by now; None when nothing came at all."""
        data = self._transport.read(patience)
        heard = self._replies.feed(data)
        for reply in heard:
            if isinstance(reply, replies.AutoStatus):
                self.reported = from_report(reply.data)
        return heard if data else None

    def _wait(
        self, wanted: Callable[[replies.Reply], _Wanted | None], deadline: float
    ) -> _Wanted | None:
        stopped: float | None = None
        while (patience := deadline - time.monotonic()) > 0:
            for reply in self._hear(min(patience, _LOOK_SECONDS)) or ():
                found = wanted(reply)
                if found is not None:
                    return found
            if self.reported is None or self.reported.can_print:
                stopped = None
            elif stopped is None:
                stopped = time.monotonic()
            elif time.monotonic() - stopped > _STOPPED_SECONDS:
                return None
        return None


def _status_byte(reply: replies.Reply) -> int | None:
    return reply.value if isinstance(reply, replies.StatusByte) else None


def _same_mark(reply: replies.Reply, mark: bytes) -> bool | None:
    return True if isinstance(reply, replies.Confirmed) and reply.mark == mark else None


def _processed(reply: replies.Reply) -> bool | None:
    return True if isinstance(reply, replies.Processed) else None


def _number(reply: replies.Reply) -> int | None:
    if isinstance(reply, replies.Block) and reply.text.isdigit():
        return int(reply.text)
    return None
