"""Loads the holiday table, config/holidays.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from kiosk import log
from kiosk.domain.deadline import Holidays


def load_holidays(file: Path) -> Holidays:
    """The days of every year in `file`.

    A table that cannot be read is an event, and then only weekends count: a look-up must not fail
    for it.
    """
    try:
        years = tomllib.loads(file.read_text(encoding="utf-8"))["year"]
        return Holidays(
            resting=frozenset(date.fromisoformat(day) for year in years for day in year["resting"]),
            working=frozenset(date.fromisoformat(day) for year in years for day in year["working"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.event("holidays.unreadable", kind=type(error).__name__)
        return Holidays()
