"""Typing a dossier code on the pad: three boxes, and a dash that comes by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.dossier_code.written import AGENCY_2018, parse

_LONGEST = 40
_SEQUENCE = 4
_FULL_AGENCY = re.compile(rf"{AGENCY_2018}|[A-Y]\d{{2}}\.\d{{3}}(?:\.\d{{2,3}}){{0,2}}")
_DASHES = "-‐‑‒–—−"


@dataclass(frozen=True, slots=True)
class Typing:
    """How far a code is typed: agency, date and sequence for three boxes.

    `current` is the box in use (0, 1, 2). `missing` counts the digits still missing at least,
    and is 0 as soon as `complete`, which says that the code would be accepted.
    """

    groups: tuple[str, str, str]
    current: int
    missing: int
    complete: bool


def typing(text: str) -> Typing:
    agency, _, rest = text.partition("-")
    day, _, sequence = rest.partition("-")
    complete = parse(text) is not None
    missing = _agency_missing(agency) + max(0, _day_length(day) - len(day))
    missing += max(0, _SEQUENCE - len(sequence))
    current = min(2, text.count("-"))
    return Typing((agency, day, sequence), current, 0 if complete else max(1, missing), complete)


def press(text: str, char: str) -> str:
    """`text` with one more character, or unchanged where the character cannot follow.

    A dash comes by itself after a full date, and before a digit that no longer fits the agency.
    """
    key = "-" if char in _DASHES and char else char.upper()
    if not re.fullmatch(r"[A-Z0-9.\-]", key, re.ASCII) or len(text) >= _LONGEST:
        return text
    if text.count("-") >= 1 and key == "O":
        key = "0"
    if key in "-." and (not text or text[-1] in "-."):
        return text
    if key.isdigit() and _agency_is_full(text):
        return _close_day(f"{text}-{key}")
    return _close_day(text + key) if key.isdigit() else text + key


def erase(text: str) -> str:
    """`text` without its last character, and without a dash that had come by itself."""
    if text.endswith("-") and _close_day(text[:-1]) == text:
        return text[:-2]
    shorter = text[:-1]
    if text[-1:].isdigit() and shorter.endswith("-") and _agency_is_full(shorter[:-1]):
        return shorter[:-1]
    return shorter


def _day_length(day: str) -> int:
    """Eight for a date that begins with 202: as YYMMDD its month would be 2x."""
    return 8 if day.startswith("202") else 6


def _close_day(text: str) -> str:
    parts = text.split("-")
    full = len(parts) == 2 and parts[1].isdigit() and len(parts[1]) == _day_length(parts[1])
    return f"{text}-" if full and len(text) < _LONGEST else text


def _agency_is_full(text: str) -> bool:
    """Whether one more digit cannot belong to the agency: its last group is as long as it gets."""
    if re.fullmatch(AGENCY_2018, text):
        return True
    return bool(_FULL_AGENCY.fullmatch(text)) and len(text.rpartition(".")[2]) == 3


def _agency_missing(agency: str) -> int:
    """At least this many characters to a whole agency code such as H20."""
    return max(0, 3 - len(agency))
