"""The one thread that writes to the printer: slips in their order, and a look now and then."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable

from printer.ledger import Phase
from printer.printer import Printer
from printer.service.queue import Queue, Wish
from printer.state import Outcome, PrinterState, Result

_log = logging.getLogger("printer.service")

_TRIES = 3
"""How often a slip is begun: a link lost in the body is voided and printed again."""

_RETRY_SECONDS = 1.0
LONGEST_WORK = 300.0
"""Seconds after which a slip under way means that the device holds this process."""


class Writer(threading.Thread):
    """`told` gets each new state of the printer, in this thread."""

    def __init__(
        self,
        printer: Printer,
        queue: Queue,
        told: Callable[[PrinterState], None],
        poll_seconds: float = 10.0,
    ) -> None:
        super().__init__(name="print-writer", daemon=True)
        self._printer = printer
        self._queue = queue
        self._told = told
        self._poll = poll_seconds
        self._ending = threading.Event()
        self._busy_since: float | None = None
        self.state = PrinterState.UNKNOWN
        self._seen: PrinterState | None = None

    @property
    def stuck(self) -> bool:
        """Whether the device has held this thread for longer than any slip takes."""
        since = self._busy_since
        return since is not None and time.monotonic() - since > LONGEST_WORK

    def end(self) -> None:
        """Finish the slip under way and stop."""
        self._ending.set()
        self._queue.close()

    def run(self) -> None:
        self._guarded(self._printer.recover)
        self._guarded(self._look)
        while not self._ending.is_set():
            wish = self._queue.take(self._poll)
            if wish is not None:
                self._guarded(lambda wish=wish: self._print(wish))  # type: ignore[misc]
            elif not self._ending.is_set():
                self._guarded(self._look)

    def _guarded(self, work: Callable[[], None]) -> None:
        """A ledger that cannot be used stops slips, never the thread."""
        self._busy_since = time.monotonic()
        try:
            work()
        except (sqlite3.Error, OSError):
            _log.exception("the spool cannot be used")
            self._ending.wait(_RETRY_SECONDS)
        finally:
            self._busy_since = None

    def _look(self) -> None:
        """Between slips: see how the printer is, and void what hangs in it."""
        self._show(self._printer.status())
        if self.state.can_print:
            self._printer.tidy()

    def _print(self, wish: Wish) -> None:
        self._show(PrinterState.BUSY)
        outcome = self._printer.print_picture(wish.asked.picture, wish.asked.key, wish.wanted)
        why = outcome.state or PrinterState.UNKNOWN
        if why is PrinterState.UNKNOWN and wish.why is not None:
            why = wish.why
        if outcome.result is Result.FAILED and self._queue.phase(wish) is not Phase.FAILED:
            self._show(why)
            return self._not_begun(wish, why)
        self._ended(wish, outcome, why)
        return self._look()

    def _not_begun(self, wish: Wish, why: PrinterState) -> None:
        if wish.asked.wait:
            self._queue.put_back(wish, why, _RETRY_SECONDS)
        else:
            self._queue.finish(wish, Phase.FAILED, why)

    def _ended(self, wish: Wish, outcome: Outcome, why: PrinterState) -> None:
        if outcome.result is Result.CANCELLED:
            self._queue.finish(wish, Phase.CANCELLED if wish.cancelled else Phase.EXPIRED)
        elif outcome.result is not Result.FAILED:
            self._queue.finish(wish, Phase(outcome.result.value))
        else:
            wish.tries += 1
            if wish.tries < _TRIES and wish.wanted():
                self._queue.put_back(wish, why, 0.0)
            else:
                self._queue.finish(wish, Phase.FAILED, why)

    def _show(self, state: PrinterState) -> None:
        if state is self.state:
            return
        if state is not PrinterState.BUSY and state is not self._seen:
            level = logging.INFO if state.can_print else logging.WARNING
            _log.log(level, "the printer is %s", state.value)
            self._seen = state
        self.state = state
        self._told(state)
