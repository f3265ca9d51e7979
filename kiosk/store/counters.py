"""Counts of what the kiosk did, by day and name: nobody, no time of day, no free text."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import log
from kiosk.domain.count import RATINGS, Count

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLE = "counts"


class Counters:
    """Belongs to the lane that builds it.

    A file that cannot be used becomes an event and a store in memory: a full disk must not stop
    a citizen.
    """

    def __init__(self, path: Path, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._database = _open(path)

    def add(self, what: Count, by: int = 1) -> None:
        """Adds `by` to today's count of `what`."""
        try:
            with self._database.conn:
                self._database.execute(
                    f"INSERT INTO {TABLE} (day, name, times) VALUES (?, ?, ?)"  # noqa: S608
                    " ON CONFLICT (day, name) DO UPDATE SET times = times + excluded.times",
                    (self._today().isoformat(), what.value, by),
                )
        except sqlite3.Error as error:
            log.event("store.write_failed", kind=type(error).__name__)

    def rate(self, score: int) -> None:
        """Counts one rating, 1 (very hard) to 5 (very easy). Raises ValueError outside."""
        if not 1 <= score <= len(RATINGS):
            raise ValueError(f"a rating is 1 to {len(RATINGS)}")
        self.add(RATINGS[score - 1])

    def totals(self, month: str) -> dict[Count, int]:
        """The counts of one month, written YYYY-MM."""
        rows = self._database.execute(
            f"SELECT name, sum(times) FROM {TABLE} WHERE day LIKE ? GROUP BY name",  # noqa: S608
            (f"{month}-%",),
        ).fetchall()
        known = {count.value for count in Count}
        return dict(Counter({Count(name): times for name, times in rows if name in known}))

    def close(self) -> None:
        self._database.close()


def _open(path: Path) -> Database:
    try:
        return _prepared(path)
    except (sqlite3.Error, OSError) as error:
        log.event("store.unusable", kind=type(error).__name__)
        return _prepared(None)


def _prepared(path: Path | None) -> Database:
    from sqlite_utils import Database

    if path is None:
        database = Database(memory=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = Database(path)
        database.enable_wal()
    if TABLE not in database.table_names():
        database.table(TABLE).create(
            {"day": str, "name": str, "times": int}, pk=("day", "name"), not_null={"times"}
        )
    return database
