"""Working days and what a deadline means. November 2026: the 20th is a Friday."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.deadline import VIETNAM, Holidays, Timing, days_left, judge
from kiosk.domain.dossier import Dossier, Lock, Status

NONE = Holidays()
TET = Holidays(
    resting=frozenset(date(2026, 2, day) for day in (16, 17, 18, 19, 20)),
    working=frozenset({date(2026, 2, 28)}),
)


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=VIETNAM)


DOSSIER = Dossier(
    code="H20.129-261105-0035",
    procedure_code="1.001193",
    procedure_name="Đăng ký khai sinh",
    agency="UBND phường",
    status=Status.PROCESSING,
    status_text="Đang xử lý",
    fetched_at=at(11, 20),
)


@pytest.mark.parametrize(
    ("now", "due", "days"),
    [
        (at(11, 23), at(11, 26, 17), 3),
        (at(11, 20), at(11, 23, 17), 1),
        (at(11, 20), at(11, 20, 17), 0),
        (at(11, 20, 18), at(11, 20, 17), -1),
        (at(11, 23), at(11, 19, 17), -2),
        (at(11, 21), at(11, 20, 17), -1),
        (at(11, 22), at(11, 20, 17), -1),
        (at(11, 20), at(11, 21, 11), 1),
        (at(11, 20, 23), at(11, 20, 0), 0),
    ],
)
def test_working_days_are_counted_both_ways(now: datetime, due: datetime, days: int) -> None:
    assert days_left(now, due, NONE) == days


def test_holidays_rest_and_made_up_saturdays_count() -> None:
    assert days_left(at(2, 13), at(2, 23, 17), TET) == 1
    assert days_left(at(2, 27), at(3, 2, 17), TET) == 2
    assert days_left(at(2, 23), at(2, 13, 17), TET) == -1


def test_the_day_is_vietnams_wherever_the_clock_stands() -> None:
    late_evening_utc = datetime(2026, 11, 19, 18, tzinfo=UTC)

    assert days_left(late_evening_utc, at(11, 20, 17), NONE) == 0


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=VIETNAM)
)


@given(MOMENTS, MOMENTS, st.integers(0, 500))
def test_a_later_deadline_never_leaves_fewer_days(now: datetime, due: datetime, hours: int) -> None:
    later = due + timedelta(hours=hours)
    if due.hour or due.minute or due.second or due.microsecond:
        assert days_left(now, due, TET) <= days_left(now, later, TET)


@given(MOMENTS, MOMENTS)
def test_the_sign_says_whether_the_hour_has_passed(now: datetime, due: datetime) -> None:
    left = days_left(now, due, TET)

    if left < 0:
        assert due < now
    if left > 0:
        assert due.date() > now.date()
    if left == 0:
        assert due.date() == now.date()


def test_dates_from_another_age_are_counted_in_bounded_time() -> None:
    assert days_left(at(11, 20), datetime(9999, 12, 31, tzinfo=UTC), NONE) < 3660
    assert days_left(at(11, 20), datetime(1, 1, 2, tzinfo=UTC), NONE) > -3660


LATE, SOON = at(11, 10, 17), at(11, 26, 17)


@pytest.mark.parametrize(
    ("status", "due", "timing", "days"),
    [
        (Status.PROCESSING, SOON, Timing.ON_TIME, 4),
        (Status.PROCESSING, at(11, 20, 17), Timing.DUE_TODAY, 0),
        (Status.PROCESSING, LATE, Timing.OVERDUE, -8),
        (Status.RECEIVED, LATE, Timing.OVERDUE, -8),
        (Status.SUBMITTED, LATE, Timing.UNDATED, None),
        (None, LATE, Timing.UNDATED, None),
        (None, SOON, Timing.ON_TIME, 4),
        (Status.SUPPLEMENT_WANTED, LATE, Timing.WAITING, None),
        (Status.PAYMENT_WANTED, SOON, Timing.WAITING, 4),
        (Status.READY, LATE, Timing.READY, None),
        (Status.RETURNED, LATE, Timing.CLOSED, None),
        (Status.NOT_ACCEPTED, LATE, Timing.CLOSED, None),
        (Status.WITHDRAWN, LATE, Timing.CLOSED, None),
        (Status.STOPPED, LATE, Timing.CLOSED, None),
        (Status.PROCESSING, None, Timing.UNDATED, None),
    ],
)
def test_only_the_offices_own_delay_is_called_late(
    status: Status | None, due: datetime | None, timing: Timing, days: int | None
) -> None:
    judged = judge(replace(DOSSIER, status=status, due=due), at(11, 20), NONE)

    assert (judged.timing, judged.days_left) == (timing, days)
    assert judged.overdue == (timing is Timing.OVERDUE)


def test_an_extension_replaces_the_first_date() -> None:
    extended = replace(DOSSIER, due=LATE, extended_due=SOON)

    assert judge(extended, at(11, 20), NONE).timing is Timing.ON_TIME


@pytest.mark.parametrize("lock", [Lock.PAUSE, Lock.LOCK])
def test_a_halted_clock_is_not_late(lock: Lock) -> None:
    judged = judge(replace(DOSSIER, due=LATE, lock=lock), at(11, 20), NONE)

    assert (judged.timing, judged.days_left) == (Timing.PAUSED, None)


def test_an_hour_past_today_has_words_of_its_own() -> None:
    due = replace(DOSSIER, due=at(11, 20, 10))

    assert judge(due, at(11, 20, 11), NONE).phrase == "overdue_today"
    assert judge(due, at(11, 23), NONE).phrase == "overdue"
