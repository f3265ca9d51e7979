"""Counts older than the ward keeps them are deleted, and the deletion is proven."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk import log

TRUSTED = timedelta(days=62)
"""A clock further ahead of the newest count than this may be wrong, and deletes nothing by it."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """On `day`, `rows` rows of days before `before` were deleted; both days YYYY-MM-DD."""

    day: str
    before: str
    rows: int


def keep_only(connection: sqlite3.Connection, months: int, today: date) -> Deletion | None:
    """Delete what is older than `months` whole months. None: there was nothing.

    The bytes are overwritten and the file shrunk, so that nothing deleted can be read from the
    disk. Raises sqlite3.Error.
    """
    newest = connection.execute("SELECT MAX(day) FROM counts").fetchone()[0]
    if newest is None:
        return None
    by = min(today, date.fromisoformat(newest) + TRUSTED)
    deletion = Deletion(today.isoformat(), _first_kept(by, months).isoformat(), 0)
    with connection:
        gone = connection.execute("DELETE FROM counts WHERE day < ?", (deletion.before,)).rowcount
        if not gone:
            return None
        deletion = Deletion(deletion.day, deletion.before, gone)
        row = (deletion.day, deletion.before, gone)
        connection.execute("INSERT INTO deletions VALUES (?, ?, ?)", row)
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log.event("store.deleted", before=deletion.before, rows=gone)
    return deletion


def deletions(connection: sqlite3.Connection) -> tuple[Deletion, ...]:
    """Every deletion, oldest first."""
    rows = connection.execute("SELECT day, before, row_count FROM deletions ORDER BY day")
    return tuple(Deletion(*row) for row in rows)


def _first_kept(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
