"""An appointment that a phone's calendar takes from a QR code, with no server and no account.

RFC 5545, kept as small as phones accept. It carries the dossier code and nothing of the person.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zlib import crc32

from kiosk.domain.deadline import VIETNAM, Holidays

ALARM_AT = time(8, 0)
LAST_ALARM_AT = time(7, 0)


@dataclass(frozen=True, slots=True)
class Appointment:
    """One day to remember. `title`, `place` and `alarm` are shown by the calendar as they are.

    `code` makes the entry's identity, so that scanning twice gives one entry. `made` is aware.
    """

    day: date
    title: str
    place: str
    alarm: str
    code: str
    made: datetime


def to_icalendar(appointment: Appointment, holidays: Holidays) -> str:
    """A calendar of one all-day event, with an alarm at 8:00 one working day before.

    Where that hour is past when the entry is made, the alarm is at 7:00 on the day itself. The
    trigger counts from the day's own midnight, so a phone abroad still wakes by the date. Lines
    end with CRLF; text is escaped (RFC 5545, 3.3.11) and folded at 75 octets (3.1).
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:k",
        "BEGIN:VEVENT",
        f"UID:{crc32(appointment.code.encode()):08x}",
        f"DTSTAMP:{_stamp(appointment.made)}",
        f"DTSTART;VALUE=DATE:{appointment.day:%Y%m%d}",
        f"SUMMARY:{_escaped(appointment.title)}",
        f"LOCATION:{_escaped(appointment.place)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(appointment.alarm)}",
        f"TRIGGER:{_trigger(appointment, holidays)}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    kept = (line for line in lines if line != "LOCATION:")
    return "".join(f"{_folded(line)}\r\n" for line in kept)


def _trigger(appointment: Appointment, holidays: Holidays) -> str:
    """The alarm as a duration from the day's first minute (RFC 5545, 3.8.6.3)."""
    before = _working_day_before(appointment.day, holidays)
    if datetime.combine(before, ALARM_AT, VIETNAM) <= appointment.made:
        return f"PT{LAST_ALARM_AT.hour}H"
    days = (appointment.day - before).days - 1
    hours = 24 - ALARM_AT.hour
    return f"-P{days}DT{hours}H" if days else f"-PT{hours}H"


def _working_day_before(day: date, holidays: Holidays) -> date:
    before = day - timedelta(days=1)
    for _ in range(31):
        if holidays.is_working_day(before):
            return before
        before -= timedelta(days=1)
    return day - timedelta(days=1)


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Text as RFC 5545 writes it: one line, no control characters, NFC, plain spaces."""
    clean = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\r\n", "\n")
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        clean = clean.replace(plain, escaped)
    return "".join(char for char in clean if unicodedata.category(char) != "Cc")


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
