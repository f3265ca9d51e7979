"""An appointment that a phone's calendar takes from a QR code, with no server and no account.

RFC 5545, kept as small as phones accept. It carries the dossier code and nothing of the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kiosk.domain.deadline import VIETNAM, Holidays

ALARM_AT = time(8, 0)


@dataclass(frozen=True, slots=True)
class Appointment:
    """One day to remember. `title` and `place` are shown by the calendar as they are."""

    day: date
    title: str
    place: str
    uid: str


def to_icalendar(appointment: Appointment, holidays: Holidays) -> str:
    """A calendar of one all-day event, with an alarm at 8:00 one working day before.

    Lines end with CRLF; text is escaped (RFC 5545, 3.3.11) and folded at 75 octets (3.1).
    """
    begin = datetime.combine(appointment.day, time(), VIETNAM)
    alarm = datetime.combine(_working_day_before(appointment.day, holidays), ALARM_AT, VIETNAM)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:ward-kiosk",
        "BEGIN:VEVENT",
        f"UID:{_escaped(appointment.uid)}",
        f"DTSTAMP:{_stamp(begin)}",
        f"DTSTART;VALUE=DATE:{appointment.day:%Y%m%d}",
        f"SUMMARY:{_escaped(appointment.title)}",
        f"LOCATION:{_escaped(appointment.place)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(appointment.uid)}",
        f"TRIGGER;VALUE=DATE-TIME:{_stamp(alarm)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _working_day_before(day: date, holidays: Holidays) -> date:
    before = day - timedelta(days=1)
    for _ in range(31):
        if holidays.is_working_day(before):
            return before
        before -= timedelta(days=1)
    return day - timedelta(days=1)


def _stamp(at: datetime) -> str:
    utc = at - (at.utcoffset() or timedelta())
    return f"{utc:%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> str:
    """At most 75 octets a line, never inside a character."""
    out, size = [], 0
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > 75:
            out.append("\r\n ")
            size = 1
        out.append(char)
        size += width
    return "".join(out)
