"""Loads the holiday table: config/holidays.toml, and a ward's own holidays.toml over it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiosk import log
from kiosk.domain.deadline import Holidays


def load_holidays(*files: Path) -> Holidays:
    """The days of every year; a year in a later file replaces that year of an earlier one.

    A table that cannot be read is an event, and its days do not count: a look-up must not fail
    for it.
    """
    years: dict[int, Holidays] = {}
    for file in files:
        try:
            years |= _years(tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.event("holidays.unreadable", file=file.name, kind=type(error).__name__)
    return Holidays(
        resting=frozenset[date]().union(*(year.resting for year in years.values())),
        working=frozenset[date]().union(*(year.working for year in years.values())),
    )


def _years(table: Mapping[str, Any]) -> dict[int, Holidays]:
    return {
        int(year["year"]): Holidays(
            resting=frozenset(map(date.fromisoformat, year["resting"])),
            working=frozenset(map(date.fromisoformat, year["working"])),
        )
        for year in table["year"]
    }
