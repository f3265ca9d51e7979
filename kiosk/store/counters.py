"""Counts of what the kiosk did, by day and name: nobody, no time of day, no free text."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from kiosk import log
from kiosk.domain.count import RATINGS, Count
from kiosk.domain.deadline import VIETNAM
from kiosk.store.opening import opened, put_aside
from kiosk.store.retention import keep_only

KEEP_MONTHS = 36
_OF = re.compile(r"[a-z0-9_./-]{0,80}")
"""What is counted apart, such as `full/1.004222`; never a person's words."""

Row = tuple[str, str, str, int]
"""Day (YYYY-MM-DD), name, what it is of, how many times."""


def vietnam_today() -> date:
    """The day in Vietnam, whatever zone the machine is set to."""
    return datetime.now(VIETNAM).date()


class Counters:
    """Belongs to the lane that builds it.

    What cannot be written stays in memory and is written with the next count: a full disk must
    not stop a citizen, nor lose the day once there is room again. Counts older than `keep_months`
    are deleted, once a day.
    """

    def __init__(
        self,
        path: Path,
        today: Callable[[], date] = vietnam_today,
        keep_months: int = KEEP_MONTHS,
    ) -> None:
        self._path = path
        self._today = today
        self._keep = keep_months
        self._kept_on: date | None = None
        self._held: Counter[tuple[str, str, str]] = Counter()
        self._failing = False
        self._database = self._open()

    def add(self, what: Count, by: int = 1, of: str = "") -> None:
        """Adds `by` to today's count of `what`, apart for each `of`.

        Raises ValueError unless `by` is positive and `of` is a name rather than words.
        """
        if by < 1:
            raise ValueError("a count only grows")
        if not _OF.fullmatch(of):
            raise ValueError("what is counted apart has a name, not words")
        self._held[self._today().isoformat(), what.value, of] += by
        self._write_held()

    def rate(self, score: int) -> None:
        """Counts one rating, 1 (very hard) to 5 (very easy). Raises ValueError outside."""
        if not 1 <= score <= len(RATINGS):
            raise ValueError(f"a rating is 1 to {len(RATINGS)}")
        self.add(RATINGS[score - 1])

    def totals(self, month: str) -> dict[Count, int]:
        """The counts of one month, written YYYY-MM; a name that never happened is left out."""
        totals: Counter[Count] = Counter()
        for (what, _), times in self.month(month).items():
            totals[what] += times
        return dict(totals)

    def month(self, month: str) -> dict[tuple[Count, str], int]:
        """The counts of one month, written YYYY-MM, apart for what each is of."""
        known = {count.value: count for count in Count}
        totals: Counter[tuple[Count, str]] = Counter()
        for day, name, of, times in (*self._stored(month), *self._held_rows()):
            if day.startswith(f"{month}-") and name in known:
                totals[known[name], of] += times
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
            with self._database:
                self._database.executemany(
                    "INSERT INTO counts (day, name, of, times) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (day, name, of) DO UPDATE SET times = times + excluded.times",
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
        self._forget_what_is_old()

    def _forget_what_is_old(self) -> None:
        today = self._today()
        if self._database is None or self._kept_on == today:
            return
        try:
            keep_only(self._database, self._keep, today)
            self._kept_on = today
        except sqlite3.Error as error:
            self._fail("store.write_failed", error)

    def _stored(self, month: str) -> Iterable[Row]:
        if self._database is None:
            return ()
        try:
            return self._database.execute(
                "SELECT day, name, of, times FROM counts WHERE substr(day, 1, 7) = ?", (month,)
            ).fetchall()
        except sqlite3.Error as error:
            self._fail("store.unusable", error)
            return ()

    def _held_rows(self) -> list[Row]:
        return [(*key, times) for key, times in self._held.items()]

    def _open(self) -> sqlite3.Connection | None:
        """The database; None where there can be none now, and it is tried again later."""
        try:
            return opened(self._path, self._today)
        except (sqlite3.Error, OSError) as error:
            self._fail("store.unusable", error)
            return None

    def _begin_anew(self) -> sqlite3.Connection | None:
        """The file broke while it was in use."""
        try:
            put_aside(self._path, self._today())
        except OSError as error:
            self._fail("store.unusable", error)
            return None
        return self._open()

    def _fail(self, event: str, error: Exception) -> None:
        """Says it once, until writing works again."""
        if not self._failing:
            log.event(event, kind=type(error).__name__)
        self._failing = True
