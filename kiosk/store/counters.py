"""Counts of what the kiosk did, by day and name: nobody, no time of day, no free text."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import log
from kiosk.domain.count import RATINGS, Count
from kiosk.domain.deadline import VIETNAM

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLE = "counts"
BROKEN = ".broken"
"""What a file that is no database any more is called from then on; kept for who repairs it."""

Row = tuple[str, str, int]
"""Day (YYYY-MM-DD), name, how many times."""


def vietnam_today() -> date:
    """The day in Vietnam, whatever zone the machine is set to."""
    return datetime.now(VIETNAM).date()


class Counters:
    """Belongs to the lane that builds it.

    What cannot be written stays in memory and is written with the next count: a full disk must
    not stop a citizen, nor lose the day once there is room again. A file that is no database is
    put aside and a new one begun.
    """

    def __init__(self, path: Path, today: Callable[[], date] = vietnam_today) -> None:
        self._path = path
        self._today = today
        self._held: Counter[tuple[str, str]] = Counter()
        self._failing = False
        self._database = self._open()

    def add(self, what: Count, by: int = 1) -> None:
        """Adds `by` to today's count of `what`. Raises ValueError unless `by` is positive."""
        if by < 1:
            raise ValueError("a count only grows")
        self._held[self._today().isoformat(), what.value] += by
        self._write_held()

    def rate(self, score: int) -> None:
        """Counts one rating, 1 (very hard) to 5 (very easy). Raises ValueError outside."""
        if not 1 <= score <= len(RATINGS):
            raise ValueError(f"a rating is 1 to {len(RATINGS)}")
        self.add(RATINGS[score - 1])

    def totals(self, month: str) -> dict[Count, int]:
        """The counts of one month, written YYYY-MM; a name that never happened is left out."""
        known = {count.value: count for count in Count}
        totals: Counter[Count] = Counter()
        for day, name, times in (*self._stored(month), *self._held_rows()):
            if day.startswith(f"{month}-") and name in known:
                totals[known[name]] += times
        return dict(totals)

    def close(self) -> None:
        """Writes what is still held and lets the file go."""
        if self._held:
            self._write_held()
        if self._database is not None:
            self._database.close()
            self._database = None

    def _write_held(self) -> None:
        if self._database is None:
            self._database = self._open()
        if self._database is None:
            return
        try:
            with self._database.conn:
                self._database.conn.executemany(
                    f"INSERT INTO {TABLE} (day, name, times) VALUES (?, ?, ?)"  # noqa: S608
                    " ON CONFLICT (day, name) DO UPDATE SET times = times + excluded.times",
                    self._held_rows(),
                )
        except sqlite3.Error as error:
            self._fail("store.write_failed", error)
            if not isinstance(error, sqlite3.OperationalError):
                self._database.close()
                self._database = self._begin_anew()
            return
        self._held.clear()
        self._failing = False

    def _stored(self, month: str) -> Iterable[Row]:
        if self._database is None:
            return ()
        try:
            return self._database.conn.execute(
                f"SELECT day, name, times FROM {TABLE} WHERE substr(day, 1, 7) = ?",  # noqa: S608
                (month,),
            ).fetchall()
        except sqlite3.Error as error:
            self._fail("store.unusable", error)
            return ()

    def _held_rows(self) -> list[Row]:
        return [(day, name, times) for (day, name), times in self._held.items()]

    def _open(self) -> Database | None:
        """The database; None where there can be none now, and it is tried again later."""
        try:
            return _prepared(self._path)
        except sqlite3.OperationalError as error:
            self._fail("store.unusable", error)
        except sqlite3.DatabaseError as error:
            self._fail("store.unusable", error)
            return self._begin_anew()
        except OSError as error:
            self._fail("store.unusable", error)
        return None

    def _begin_anew(self) -> Database | None:
        try:
            for part in ("", "-wal", "-shm"):
                broken = self._path.with_name(self._path.name + part)
                if broken.exists():
                    broken.replace(self._path.with_name(self._path.name + BROKEN + part))
            return _prepared(self._path)
        except (sqlite3.Error, OSError) as error:
            self._fail("store.unusable", error)
            return None

    def _fail(self, event: str, error: Exception) -> None:
        """Says it once, until writing works again."""
        if not self._failing:
            log.event(event, kind=type(error).__name__)
        self._failing = True


def _prepared(path: Path) -> Database:
    from sqlite_utils import Database

    path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path)
    try:
        database.enable_wal()
        if TABLE not in database.table_names():
            database.table(TABLE).create(
                {"day": str, "name": str, "times": int}, pk=("day", "name"), not_null={"times"}
            )
    except sqlite3.Error:
        database.close()
        raise
    return database
