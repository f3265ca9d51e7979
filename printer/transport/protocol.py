"""What every link to a printer can do, and the one way in which it breaks."""

from __future__ import annotations

from enum import Enum
from typing import Protocol, runtime_checkable

from printer.state import PrinterState


class Cause(Enum):
    """Why a link does not work."""

    ABSENT = "absent"
    REFUSED = "refused"
    DENIED = "denied"
    BUSY = "busy"
    STUCK = "stuck"
    LOST = "lost"


class LinkError(Exception):
    """The link cannot be used. Lives inside `printer`; its public calls answer with values."""

    def __init__(self, cause: Cause, detail: str) -> None:
        super().__init__(detail)
        self.cause = cause
        self.detail = detail

    @property
    def state(self) -> PrinterState:
        """The printer state a broken link amounts to. A link that takes no bytes proves nothing."""
        if self.cause is Cause.BUSY:
            return PrinterState.BUSY
        if self.cause is Cause.STUCK:
            return PrinterState.UNKNOWN
        return PrinterState.OFFLINE


@runtime_checkable
class Transport(Protocol):
    """One link to one printer. Not thread-safe: the printer above it holds the lock.

    `answers` is False for a link on which the printer can never be heard (a spooler).
    `notices_loss` is False for a link that looks the same while the printer is off (a serial
    line): whoever sends must ask now and then. `rate` is about how many bytes a second the link
    carries; it sizes deadlines and bands.
    """

    answers: bool
    notices_loss: bool
    rate: int

    def open(self) -> None:
        """Take the link. Raises LinkError."""

    def write(self, data: bytes, deadline: float) -> None:
        """Hand over all of `data` before `deadline` (time.monotonic seconds).

        Raises LinkError: STUCK when time ran out, LOST when the printer went away. Either way some
        of the bytes may have arrived.
        """

    def read(self, timeout: float) -> bytes:
        """What has arrived; waits up to `timeout` seconds for the first byte, then b"".

        Raises LinkError when the printer went away.
        """

    def close(self) -> None:
        """Give the link back without losing bytes already handed over. Never raises."""
