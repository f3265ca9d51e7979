"""The holiday table that is shipped, and tables that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.deadline import Holidays
from kiosk.portal.holidays import load_holidays
from kiosk.settings.places import config_dir


@pytest.mark.parametrize(
    "day",
    [
        *(date(2026, 1, 1), date(2026, 2, 17), date(2026, 4, 27), date(2026, 4, 30)),
        *(date(2026, 5, 1), date(2026, 9, 2), date(2027, 1, 1), date(2027, 2, 8)),
        *(date(2027, 4, 16), date(2027, 4, 30), date(2027, 5, 3), date(2027, 9, 2)),
    ],
)
def test_the_shipped_table_knows_the_days_of_rest(day: date) -> None:
    holidays = load_holidays(config_dir() / "holidays.toml")

    assert day.weekday() < 5
    assert not holidays.is_working_day(day)


@pytest.mark.events("holidays.unreadable")
@pytest.mark.parametrize("text", ["[[year]", "x = 1", '[[year]]\nresting = ["hôm nay"]', "\ud800"])
def test_a_broken_table_leaves_only_weekends(text: str, tmp_path: Path) -> None:
    file = tmp_path / "holidays.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    assert load_holidays(file) == Holidays()
    assert load_holidays(tmp_path / "missing.toml") == Holidays()
