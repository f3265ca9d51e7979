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

_KEPT_SECONDS = 24 * 3600
_SCHEMA = """
CREATE TABLE IF NOT EXISTS slip (
    device TEXT NOT NULL, key TEXT NOT NULL, phase TEXT NOT NULL, cuts INTEGER, at REAL NOT NULL,
    PRIMARY KEY (device, key)
);
CREATE TABLE IF NOT EXISTS strip (device TEXT PRIMARY KEY);
"""


class Phase(Enum):
    """How far a slip came. TAIL is also where an uncertain slip stays."""

    NEW = "new"
    BODY = "body"
    TAIL = "tail"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One slip's phase, and for TAIL the printer's cut counter before the cut, if it has one."""

    phase: Phase
    cuts: int | None = None


class Ledger:
    """The record of one printer, in memory or, with a folder, durable and shared by processes.

    Holds keys only as hashes and no content; finished slips are forgotten after a day. A folder
    that cannot be used raises OSError or sqlite3.Error.
    """

    def __init__(self, device: str, folder: Path | None = None) -> None:
        self._device = _digest(device)
        self._lock_file: Path | None = None
        target = ":memory:"
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock_file = folder / f"{self._device}.lock"
            target = str(folder / "slips.sqlite")
        self._file = sqlite3.connect(
            target, isolation_level=None, check_same_thread=False, timeout=5
        )
        self._closed = weakref.finalize(self, self._file.close)
        self._file.execute("PRAGMA journal_mode=WAL")
        self._file.execute("PRAGMA synchronous=FULL")
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
            "SELECT phase, cuts FROM slip WHERE device = ? AND key = ?",
            (self._device, _digest(key)),
        ).fetchone()
        return Entry(Phase.NEW) if row is None else Entry(Phase(row[0]), row[1])

    @property
    def strip_pending(self) -> bool:
        """Whether an unfinished slip may hang in the printer, to be voided and cut off first."""
        found = self._file.execute("SELECT 1 FROM strip WHERE device = ?", (self._device,))
        return found.fetchone() is not None

    def enter(
        self, key: str, phase: Phase, *, strip_pending: bool, cuts: int | None = None
    ) -> None:
        """Write one step down. Both facts become durable together."""
        with self._transaction():
            self._file.execute(
                "INSERT OR REPLACE INTO slip VALUES (?, ?, ?, ?, ?)",
                (self._device, _digest(key), phase.value, cuts, time.time()),
            )
            self._note_strip(pending=strip_pending)
            self._file.execute("DELETE FROM slip WHERE at < ?", (time.time() - _KEPT_SECONDS,))

    def settle_tails(self, cuts: int | None) -> None:
        """Decide what the cut counter can prove, before a void strip's own cut moves it on.

        A tail whose counter moved by one was printed; the rest stay uncertain, without proof.
        """
        with self._transaction():
            proved = self._file.execute(
                "UPDATE slip SET phase = ? WHERE device = ? AND phase = ? AND cuts + 1 = ?",
                (Phase.PRINTED.value, self._device, Phase.TAIL.value, cuts),
            )
            if proved.rowcount:
                self._note_strip(pending=False)
            self._file.execute(
                "UPDATE slip SET cuts = NULL WHERE device = ? AND phase = ?",
                (self._device, Phase.TAIL.value),
            )

    def strip_voided(self) -> None:
        with self._transaction():
            self._note_strip(pending=False)

    def close(self) -> None:
        self._closed()

    def _note_strip(self, *, pending: bool) -> None:
        command = (
            "INSERT OR IGNORE INTO strip VALUES (?)"
            if pending
            else "DELETE FROM strip WHERE device = ?"
        )
        self._file.execute(command, (self._device,))

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


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
