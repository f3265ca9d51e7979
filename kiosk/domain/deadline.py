"""When the office promised an answer, counted in working days of Vietnam.

Waiting for a supplement or a payment is the citizen's time, not the office's delay; an extension
replaces the first date (NĐ 61/2018/NĐ-CP art. 19, NĐ 118/2025/NĐ-CP).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum

from kiosk.domain.dossier import Dossier, Lock, Status

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Vietnam has had no summer time since 1975, so a fixed offset is exact."""

_DAY = timedelta(days=1)
_FARTHEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days the offices rest, and Saturdays or Sundays they work to make up for one."""

    resting: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        return day in self.working or (day.weekday() < 5 and day not in self.resting)


class Timing(Enum):
    """What can be said about the promise."""

    ON_TIME = "on_time"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    WAITING = "waiting"
    """For the citizen, who supplements or pays."""
    PAUSED = "paused"
    READY = "ready"
    CLOSED = "closed"
    UNDATED = "undated"
    """No date, or a past one with a status that says too little to call it late."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`days_left` counts working days, negative when overdue; None where no clock runs.

    `phrase` names the text under `dossier.deadline` that says it.
    """

    timing: Timing
    days_left: int | None
    phrase: str

    @property
    def overdue(self) -> bool:
        return self.timing is Timing.OVERDUE


def days_left(now: datetime, due: datetime, holidays: Holidays) -> int:
    """Working days from `now` to `due`: 0 on the day itself, negative once the hour has passed.

    A date at midnight means the whole day. A future day counts as one at least, even if it falls
    on a Saturday: the office has set it. Both times must be aware. Counts ten years at most.
    """
    now, end = now.astimezone(VIETNAM), _end(due)
    end = min(max(end, now - _FARTHEST), now + _FARTHEST)
    today, last = now.date(), end.date()
    if end < now:
        return -max(1, _working_days(last, today, holidays))
    return max(1, _working_days(today, last, holidays)) if last > today else 0


def judge(dossier: Dossier, now: datetime, holidays: Holidays) -> Judgement:
    """What the deadline of `dossier` means at `now`."""
    at_rest = _at_rest(dossier)
    if at_rest is Timing.READY:
        return Judgement(at_rest, None, "ready_post" if dossier.by_post else "ready")
    if at_rest is Timing.CLOSED:
        return Judgement(at_rest, None, "closed")
    due = dossier.deadline
    left = None if due is None else days_left(now, due, holidays)
    if at_rest is not None:
        return Judgement(at_rest, left if left is not None and left >= 0 else None, at_rest.value)
    if due is None or left is None:
        return Judgement(Timing.UNDATED, None, "undated")
    if left > 0:
        return Judgement(Timing.ON_TIME, left, "left")
    if left == 0:
        return Judgement(Timing.DUE_TODAY, 0, "today")
    if dossier.status not in (Status.RECEIVED, Status.PROCESSING) or dossier.finished:
        return Judgement(Timing.UNDATED, None, "undated")
    today = now.astimezone(VIETNAM).date() == due.astimezone(VIETNAM).date()
    return Judgement(Timing.OVERDUE, left, "overdue_today" if today else "overdue")


def _at_rest(dossier: Dossier) -> Timing | None:
    """Why the office's clock stands, or None while it runs."""
    match dossier.status:
        case Status.READY:
            return Timing.READY
        case Status.NOT_ACCEPTED | Status.WITHDRAWN | Status.STOPPED | Status.RETURNED:
            return Timing.CLOSED
        case Status.SUPPLEMENT_WANTED | Status.PAYMENT_WANTED:
            return Timing.WAITING
        case Status.SUBMITTED | Status.RECEIVED | Status.PROCESSING | None:
            return Timing.PAUSED if dossier.lock is not Lock.NONE else None


def _end(due: datetime) -> datetime:
    due = due.astimezone(VIETNAM)
    return due + _DAY - timedelta(seconds=1) if due.time() == time() else due


def _working_days(after: date, until: date, holidays: Holidays) -> int:
    """Working days later than `after`, up to and with `until`."""
    span = (until - after).days
    return sum(holidays.is_working_day(after + n * _DAY) for n in range(1, span + 1))
