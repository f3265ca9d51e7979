"""The slips that wait for the printer: their order, their expiry, and what became of them.

States are durable, in the ledger's own file. A picture is in memory only, unless its sender said
that it is nobody's own (`keep`); then it lies beside the states until the slip is finished.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from printer.ledger import Digest, Ledger, Phase, digest
from printer.service.protocol import News, Submit
from printer.state import PrinterState

_log = logging.getLogger("printer.service")

MOST = 100
"""Slips that may wait at one time."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, visit TEXT NOT NULL,
    picture BLOB NOT NULL, expires REAL NOT NULL
);
"""


class QueueFullError(Exception):
    """Too many slips wait already."""


@dataclass(slots=True, repr=False)
class Wish:
    """One slip that is under way. `deadline` is in time.monotonic seconds."""

    key: Digest
    asked: Submit
    deadline: float
    tries: int = 0
    cancelled: bool = False
    not_before: float = 0.0
    why: PrinterState | None = field(default=None)

    @property
    def expired(self) -> bool:
        return time.monotonic() >= self.deadline

    def wanted(self) -> bool:
        return not self.cancelled and not self.expired


class Queue:
    """Safe to use from several threads.

    Raises OSError or sqlite3.Error when the folder cannot be used.
    """

    def __init__(self, device: str, folder: Path) -> None:
        self._ledger = Ledger(device, folder)
        self._changed: Callable[[News], None] = lambda _news: None
        self._lock = threading.RLock()
        self._more = threading.Condition(self._lock)
        self._live: dict[Digest, Wish] = {}
        self._closed = False
        self._log_holds_content = False
        with self._ledger.transaction() as file:
            file.execute(_SCHEMA)
        self._recover()

    def tell(self, changed: Callable[[News], None]) -> None:
        """Who is told of every step, in the thread that makes it."""
        self._changed = changed

    def submit(self, asked: Submit) -> News:
        """Take a slip in, once for each key. Raises QueueFullError or sqlite3.Error."""
        key = digest(asked.key)
        with self._lock:
            running = self._live.get(key)
            if running is not None:
                return self._news(running, self._ledger.find(key).phase)
            phase = self._ledger.find(key).phase
            if phase is Phase.PRINTED:
                return News(asked.key, phase)
            if len(self._live) >= MOST or self._closed:
                raise QueueFullError
            wish = Wish(key, asked, time.monotonic() + asked.expires)
            if phase not in (Phase.TAIL, Phase.UNCERTAIN):
                phase = Phase.QUEUED
                self._ledger.note(key, phase)
            if asked.keep:
                self._keep(wish)
            self._live[key] = wish
            self._more.notify_all()
        return self._spread(wish, Phase.QUEUED)

    def take(self, timeout: float) -> Wish | None:
        """The next slip to print, waiting up to `timeout` seconds; expired ones end here."""
        until = time.monotonic() + timeout
        with self._more:
            while not self._closed:
                self._end_what_is_over()
                now = time.monotonic()
                first = next(iter(self._live.values()), None)
                if first is not None and first.not_before <= now:
                    return first
                if now >= until:
                    return None
                ends = [wish.deadline for wish in self._live.values()]
                soon = min([until, *ends, until if first is None else first.not_before])
                self._more.wait(max(0.001, soon - now))
        return None

    def put_back(self, wish: Wish, why: PrinterState, seconds: float) -> None:
        """The printer cannot print it now: try again in so many seconds."""
        with self._lock:
            wish.not_before = time.monotonic() + seconds
            told = wish.why is why
            wish.why = why
            if self._ledger.find(wish.key).phase is Phase.FAILED:
                self._ledger.note(wish.key, Phase.QUEUED)
        if not told:
            self._spread(wish, Phase.QUEUED)

    def finish(self, wish: Wish, phase: Phase, why: PrinterState | None = None) -> None:
        """Let go of the slip and of its content; one that is in doubt keeps its doubt."""
        with self._lock:
            self._live.pop(wish.key, None)
            wish.why = why
            if self._ledger.find(wish.key).phase is Phase.UNCERTAIN:
                phase = Phase.UNCERTAIN
            elif phase in (Phase.FAILED, Phase.EXPIRED, Phase.CANCELLED):
                self._ledger.note(wish.key, phase)
            if wish.asked.keep:
                self._drop(wish.key)
        self._spread(wish, phase)

    def phase(self, wish: Wish) -> Phase:
        """How far it came, as it stands in the ledger."""
        with self._lock:
            return self._ledger.find(wish.key).phase

    def cancel(self, *, key: str = "", visit: str = "") -> int:
        """Give up what has not been cut yet; how many slips that were."""
        with self._lock:
            given_up = [
                wish
                for wish in self._live.values()
                if (wish.asked.key == key if key else wish.asked.visit == visit)
                and self._ledger.find(wish.key).phase is not Phase.TAIL
            ]
            for wish in given_up:
                wish.cancelled = True
                wish.not_before = 0.0
            self._more.notify_all()
        return len(given_up)

    def job(self, key: str) -> News:
        with self._lock:
            running = self._live.get(digest(key))
            phase = self._ledger.find(key).phase
        return News(key, phase) if running is None else self._news(running, phase)

    def close(self) -> None:
        """Stop handing slips out. One that is being sent goes on unless it has not begun."""
        with self._more:
            self._closed = True
            for wish in self._live.values():
                if self._ledger.find(wish.key).phase is Phase.QUEUED:
                    wish.cancelled = not wish.asked.keep
            self._more.notify_all()

    def drain(self) -> None:
        """After the last slip: what still waits is cancelled, except what may be kept."""
        with self._lock:
            for wish in [wish for wish in self._live.values() if not wish.asked.keep]:
                self.finish(wish, Phase.CANCELLED)

    def shut(self) -> None:
        """Close the file."""
        with self._lock:
            self._ledger.close()

    def _end_what_is_over(self) -> None:
        self._cut_log_off()
        for wish in [wish for wish in self._live.values() if not wish.wanted()]:
            phase = Phase.CANCELLED if wish.cancelled else Phase.EXPIRED
            self.finish(wish, phase, wish.why)

    def _recover(self) -> None:
        """After a restart nothing prints by itself but what its sender wanted kept."""
        now = time.time()
        with self._ledger.transaction() as file:
            rows = file.execute(
                "SELECT key, name, visit, picture, expires FROM kept ORDER BY number"
            ).fetchall()
        for key, name, visit, picture, expires in rows:
            left = min(expires - now, 24 * 3600.0)
            phase = self._ledger.find(Digest(key)).phase
            if left > 0 and phase in (Phase.QUEUED, Phase.BODY):
                asked = Submit(name, picture, visit, left, keep=True)
                self._live[Digest(key)] = Wish(Digest(key), asked, time.monotonic() + left)
            else:
                self._drop(Digest(key))
        for key in self._ledger.in_phase(Phase.QUEUED):
            if key not in self._live:
                self._ledger.note(key, Phase.CANCELLED)

    def _keep(self, wish: Wish) -> None:
        asked = wish.asked
        with self._ledger.transaction() as file:
            file.execute(
                "INSERT OR REPLACE INTO kept (key, name, visit, picture, expires)"
                " VALUES (?, ?, ?, ?, ?)",
                (wish.key, asked.key, asked.visit, asked.picture, time.time() + asked.expires),
            )

    def _drop(self, key: Digest) -> None:
        """Zero the content in the file and cut off the log that still holds it."""
        with self._ledger.transaction() as file:
            file.execute("DELETE FROM kept WHERE key = ?", (key,))
        self._log_holds_content = True
        self._cut_log_off()

    def _cut_log_off(self) -> None:
        """Tried again later while somebody else reads the file."""
        if not self._log_holds_content:
            return
        try:
            with self._ledger.reading() as file:
                (busy, _, _) = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            _log.warning("the spool's log could not be cut off yet: %s", error)
        else:
            self._log_holds_content = bool(busy)

    def _news(self, wish: Wish, phase: Phase) -> News:
        shown = phase if phase in (Phase.BODY, Phase.TAIL) else Phase.QUEUED
        return News(wish.asked.key, shown, wish.why)

    def _spread(self, wish: Wish, phase: Phase) -> News:
        news = News(wish.asked.key, phase, wish.why)
        self._changed(news)
        return news
