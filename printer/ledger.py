"""What is known of every slip and of the paper in the printer, written down before it happens."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import sqlite3
import time
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

FILE_NAME = "spool.sqlite"

_KEPT_SECONDS = 24 * 3600
_SCHEMA = """
CREATE TABLE IF NOT EXISTS slip (
    device TEXT NOT NULL, key TEXT NOT NULL, phase TEXT NOT NULL, cuts INTEGER,
    doubted INTEGER NOT NULL DEFAULT 0, at REAL NOT NULL,
    PRIMARY KEY (device, key)
);
CREATE TABLE IF NOT EXISTS strip (device TEXT PRIMARY KEY, cuts INTEGER);
"""


class Phase(Enum):
    """How far a slip came. TAIL is UNCERTAIN as long as the print is under way."""

    NEW = "new"
    QUEUED = "queued"
    BODY = "body"
    TAIL = "tail"
    PRINTED = "printed"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"

    @property
    def finished(self) -> bool:
        """Whether nothing more happens to the slip unless somebody asks again."""
        return self not in (Phase.NEW, Phase.QUEUED, Phase.BODY, Phase.TAIL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One slip's phase; `cuts` is the printer's cut counter before the cut, if it has one.

    `doubted`: a person said that the slip did not come out, so that printing it again is marked.
    `at` is the time of the entry (time.time seconds).
    """

    phase: Phase
    cuts: int | None = None
    doubted: bool = False
    at: float = 0.0


class Ledger:
    """The record of one printer, in memory or, with a folder, durable and shared by processes.

    Holds keys only as hashes and no content; finished slips are forgotten after a day. A folder
    that cannot be used raises OSError or sqlite3.Error.
    """

    def __init__(self, device: str, folder: Path | None = None) -> None:
        self.device = digest(device)
        self._lock_file: Path | None = None
        target = ":memory:"
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock_file = folder / f"{self.device}.lock"
            target = str(folder / FILE_NAME)
        self._file = open_durable(target)
        self._closed = weakref.finalize(self, self._file.close)
        self._file.executescript(_SCHEMA)

    @contextlib.contextmanager
    def alone(self, patience: float) -> Iterator[bool]:
        """Whether this process has the printer for itself within `patience` seconds."""
        if self._lock_file is None:
            yield True
            return
        handle = os.open(self._lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            yield _locked(handle, time.monotonic() + patience)
        finally:
            os.close(handle)

    def find(self, key: str) -> Entry:
        row = self._file.execute(
            "SELECT phase, cuts, doubted, at FROM slip WHERE device = ? AND key = ?",
            (self.device, digest(key)),
        ).fetchone()
        return (
            Entry(Phase.NEW) if row is None else Entry(Phase(row[0]), row[1], bool(row[2]), row[3])
        )

    @property
    def strip_pending(self) -> bool:
        """Whether an unfinished slip may hang in the printer, to be voided and cut off first."""
        found = self._file.execute("SELECT 1 FROM strip WHERE device = ?", (self.device,))
        return found.fetchone() is not None

    def doubt_within(self, seconds: float) -> bool:
        """Whether a slip became uncertain so lately that somebody may still be asked about it."""
        found = self._file.execute(
            "SELECT 1 FROM slip WHERE device = ? AND phase = ? AND at > ?",
            (self.device, Phase.UNCERTAIN.value, time.time() - seconds),
        )
        return found.fetchone() is not None

    def enter(
        self, key: str, phase: Phase, *, strip_pending: bool, cuts: int | None = None
    ) -> None:
        """Write one step down. Both facts become durable together."""
        with self.transaction():
            self._write(key, phase, cuts)
            self._note_strip(pending=strip_pending, cuts=cuts)

    def note(self, key: str, phase: Phase) -> None:
        """Write a step down that moves no paper: queued, expired, cancelled."""
        with self.transaction():
            self._write(key, phase, None)

    def settle(self, key: str, *, came_out: bool) -> None:
        """What a person said of an uncertain slip.

        "Yes" is still checked against the cut counter, where there is one, before the next slip:
        what hangs in the printer must not come out with somebody else's.
        """
        entry = self.find(key)
        with self.transaction():
            phase = Phase.PRINTED if came_out else Phase.FAILED
            self._write(key, phase, None, doubted=not came_out)
            if not came_out:
                self._note_strip(pending=True, cuts=entry.cuts)
            elif entry.cuts is None:
                self._note_strip(pending=False)

    def settle_tails(self, cuts: int | None) -> None:
        """Decide what the cut counter can prove, before a void strip's own cut moves it on.

        A slip whose counter moved by one was printed; the rest stay uncertain, without proof.
        """
        with self.transaction():
            unsure = (self.device, Phase.TAIL.value, Phase.UNCERTAIN.value)
            self._file.execute(
                "UPDATE slip SET phase = ? WHERE device = ? AND phase IN (?, ?) AND cuts + 1 = ?",
                (Phase.PRINTED.value, *unsure, cuts),
            )
            self._file.execute(
                "UPDATE slip SET cuts = NULL WHERE device = ? AND phase IN (?, ?)", unsure
            )
            self._file.execute(
                "DELETE FROM strip WHERE device = ? AND cuts + 1 = ?", (self.device, cuts)
            )

    def in_phase(self, *phases: Phase) -> tuple[Digest, ...]:
        """The keys of this printer's slips that came just that far."""
        marks = ", ".join("?" * len(phases))
        rows = self._file.execute(
            f"SELECT key FROM slip WHERE device = ? AND phase IN ({marks})",  # noqa: S608 - marks only
            (self.device, *(phase.value for phase in phases)),
        )
        return tuple(Digest(row[0]) for row in rows)

    def strip_voided(self) -> None:
        with self.transaction():
            self._note_strip(pending=False)

    def close(self) -> None:
        self._closed()

    def _write(self, key: str, phase: Phase, cuts: int | None, *, doubted: bool = False) -> None:
        """A doubt stays with the key until the slip is printed."""
        self._file.execute(
            "INSERT INTO slip (device, key, phase, cuts, doubted, at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (device, key) DO UPDATE SET phase = excluded.phase,"
            " cuts = excluded.cuts, at = excluded.at, doubted = MAX(doubted, excluded.doubted)",
            (self.device, digest(key), phase.value, cuts, doubted, time.time()),
        )
        self._file.execute("DELETE FROM slip WHERE at < ?", (time.time() - _KEPT_SECONDS,))

    def _note_strip(self, *, pending: bool, cuts: int | None = None) -> None:
        if pending:
            self._file.execute("INSERT OR REPLACE INTO strip VALUES (?, ?)", (self.device, cuts))
        else:
            self._file.execute("DELETE FROM strip WHERE device = ?", (self.device,))

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file outside of any transaction."""
        yield self._file

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything done within becomes durable together, or not at all."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield self._file
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")


def open_durable(target: str) -> sqlite3.Connection:
    """An SQLite file whose commits survive a loss of power and whose deleted bytes are zeroed."""
    file = sqlite3.connect(target, isolation_level=None, check_same_thread=False, timeout=5)
    file.execute("PRAGMA journal_mode=WAL")
    file.execute("PRAGMA synchronous=FULL")
    file.execute("PRAGMA secure_delete=ON")
    return file


class Digest(str):
    """A key or a device as the ledger knows it; it cannot be read back."""

    __slots__ = ()


def digest(text: str) -> Digest:
    if isinstance(text, Digest):
        return text
    return Digest(hashlib.sha256(text.encode()).hexdigest()[:32])


def _locked(handle: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.02)
        else:
            return True
