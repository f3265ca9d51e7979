"""Finds out which proof of a slip a printer can give."""

from __future__ import annotations

import logging
import time

from printer.conversation import Acknowledge, Conversation
from printer.escpos import commands

_log = logging.getLogger("printer")

_KINDS: dict[Acknowledge, tuple[Acknowledge, ...]] = {
    "pid": ("pid", "gsr"),
    "gsr": ("gsr",),
    "none": (),
}
_LONGEST_BAND = 10_240
_LONGEST_PICTURE = 65_536
_SLOW_PRINTING = 25_000
"""Bytes a second at which the slowest printers put a picture onto paper."""


class Proof:
    """What is known of one printer's confirmations; `wanted` is the best it may be asked for.

    `rate` is the link's, in bytes a second, and `patience` how long an answer may take.
    """

    def __init__(self, wanted: Acknowledge, patience: float, rate: int) -> None:
        self.wanted: Acknowledge = wanted
        self._known: Acknowledge | None = None
        self._patience = patience
        self._rate = rate

    def agree(self, talk: Conversation, *, interrupted: bool, band_bytes: int) -> Acknowledge:
        """Which proof the printer gives, waking it from half a command if need be.

        `interrupted`: a slip of ours was; its bands had about `band_bytes`. Raises LinkError.
        """
        kinds = _KINDS[self.wanted]
        timeout = self._patience
        ours = min(_LONGEST_BAND, max(1024, band_bytes * 2))
        stranger = min(_LONGEST_PICTURE, self._rate * 2)
        flushes = [ours, _LONGEST_PICTURE] if interrupted else [0, stranger]
        if self._known == "none":
            timeout, flushes = timeout / 3, flushes[:1]
        elif self._known in kinds:
            kinds = (self._known,)
        if not kinds and interrupted:
            talk.send(commands.flush(ours), time.monotonic() + timeout + ours / _SLOW_PRINTING)
        for flush in flushes if kinds else ():
            wait = timeout + flush / min(self._rate, _SLOW_PRINTING)
            talk.send(commands.flush(flush), time.monotonic() + wait + flush / self._rate)
            for kind in kinds:
                if talk.reached(kind, time.monotonic() + wait):
                    self._known = kind
                    return kind
        if kinds:
            _log.warning("the printer confirms nothing; slips will stay uncertain")
        self._known = "none"
        return "none"
