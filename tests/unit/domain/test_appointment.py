"""The appointment as a phone's calendar reads it."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.appointment import Appointment, to_icalendar
from kiosk.domain.deadline import VIETNAM, Holidays

MADE = datetime(2026, 11, 23, 9, 42, tzinfo=VIETNAM)
CODE = "H20.129-261105-0035"


def appointment(day: date = date(2026, 11, 26), title: str = "Nhận kết quả") -> Appointment:
    return Appointment(day, title, "quầy số 2", "Sắp hẹn", CODE, MADE)


def properties(text: str) -> dict[str, str]:
    """Unfolded properties by name, as a reader of RFC 5545 sees them."""
    lines = text.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if line)


def alarm(text: str, day: date) -> datetime:
    """When the alarm rings in Vietnam, worked out from its trigger."""
    trigger = properties(text)["TRIGGER"]
    sign = -1 if trigger.startswith("-") else 1
    days, _, hours = trigger.lstrip("-P").rpartition("T")
    span = timedelta(days=int(days.rstrip("D") or 0), hours=int(hours.rstrip("H")))
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM) + sign * span


def test_it_is_one_all_day_event_with_its_alarm() -> None:
    text = to_icalendar(appointment(), Holidays())
    assert text.endswith("END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    seen = properties(text)
    assert seen["DTSTART;VALUE=DATE"] == "20261126"
    assert seen["DTSTAMP"] == "20261123T024200Z"
    assert seen["SUMMARY"] == "Nhận kết quả"
    assert seen["LOCATION"] == "quầy số 2"
    assert seen["ACTION"] == "DISPLAY"
    assert seen["DESCRIPTION"] == "Sắp hẹn"


@pytest.mark.parametrize(
    ("day", "rings"),
    [
        (date(2026, 11, 26), datetime(2026, 11, 25, 8, tzinfo=VIETNAM)),
        (date(2026, 11, 30), datetime(2026, 11, 27, 8, tzinfo=VIETNAM)),
        (date(2027, 1, 4), datetime(2026, 12, 31, 8, tzinfo=VIETNAM)),
        (date(2026, 11, 24), datetime(2026, 11, 24, 7, tzinfo=VIETNAM)),
    ],
    ids=["the day before", "over a weekend", "over a holiday", "the morning when too late"],
)
def test_the_alarm_rings_one_working_day_before(day: date, rings: datetime) -> None:
    holidays = Holidays(resting=frozenset({date(2027, 1, 1)}))
    assert alarm(to_icalendar(appointment(day), holidays), day) == rings


def test_the_same_dossier_is_the_same_entry() -> None:
    first = properties(to_icalendar(appointment(), Holidays()))["UID"]
    again = properties(to_icalendar(appointment(date(2026, 12, 1)), Holidays()))["UID"]
    assert first == again


def test_it_is_small_enough_for_narrow_paper() -> None:
    title = f"Nhận kết quả {CODE}"
    assert len(to_icalendar(appointment(title=title), Holidays()).encode()) <= 331


def test_no_place_is_no_line() -> None:
    text = to_icalendar(Appointment(date(2026, 11, 26), "a", "", "b", CODE, MADE), Holidays())
    assert "LOCATION" not in text


def test_text_is_escaped() -> None:
    text = to_icalendar(appointment(title="a;b, c\\d\ne\x07\u00a0f"), Holidays())
    assert properties(text)["SUMMARY"] == r"a\;b\, c\\d\ne f"


@given(st.text(max_size=200), st.dates(date(2026, 11, 24), date(2036, 1, 1)))
def test_any_title_stays_one_folded_property(title: str, day: date) -> None:
    text = to_icalendar(appointment(day, title), Holidays())
    assert unicodedata.is_normalized("NFC", properties(text)["SUMMARY"].split("\\", maxsplit=1)[0])
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
        assert not any(unicodedata.category(char) == "Cc" for char in line)
    assert text.count("\r\nSUMMARY:") == 1
    assert MADE <= alarm(text, day) <= datetime(day.year, day.month, day.day, 7, tzinfo=VIETNAM)
