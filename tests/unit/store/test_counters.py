"""Counts on a real SQLite file, and on files that cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.count import RATINGS, Count
from kiosk.store.counters import Counters
from tests.conftest import Heard


class Calendar:
    """The day, turned by hand."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 23)

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "kiosk.sqlite3"


@pytest.fixture
def counters(path: Path, calendar: Calendar) -> Iterator[Counters]:
    opened = Counters(path, calendar)
    yield opened
    opened.close()


def test_counts_add_up_by_name(counters: Counters) -> None:
    counters.add(Count.GUIDED)
    counters.add(Count.GUIDED, 2)
    counters.add(Count.PRINTED)
    assert counters.totals("2026-11") == {Count.GUIDED: 3, Count.PRINTED: 1}


def test_a_month_holds_its_own_days_only(counters: Counters, calendar: Calendar) -> None:
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        calendar.day = day
        counters.add(Count.LOOKED_UP)
    assert counters.totals("2026-11") == {Count.LOOKED_UP: 2}
    assert counters.totals("2026-%") == {}
    assert counters.totals("2026") == {}


def test_counts_outlive_the_program(path: Path, calendar: Calendar) -> None:
    first = Counters(path, calendar)
    first.add(Count.PRINTED)
    first.close()
    second = Counters(path, calendar)
    second.add(Count.PRINTED)
    assert second.totals("2026-11") == {Count.PRINTED: 2}
    second.close()


def test_another_process_reads_while_the_kiosk_writes(path: Path, counters: Counters) -> None:
    counters.add(Count.GUIDED)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as reader:
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert reader.execute("SELECT * FROM counts").fetchall() == [
            ("2026-11-23", "guided", "", 1)
        ]
    reader.close()


@pytest.mark.parametrize("score", [1, 2, 3, 4, 5])
def test_each_score_has_its_own_counter(counters: Counters, score: int) -> None:
    counters.rate(score)
    assert counters.totals("2026-11") == {RATINGS[score - 1]: 1}


@pytest.mark.parametrize("score", [0, 6, -1])
def test_a_score_outside_the_scale_is_refused(counters: Counters, score: int) -> None:
    with pytest.raises(ValueError, match="rating"):
        counters.rate(score)
    assert counters.totals("2026-11") == {}


def test_a_count_never_shrinks(counters: Counters) -> None:
    with pytest.raises(ValueError, match="grows"):
        counters.add(Count.GUIDED, 0)


def test_a_name_from_a_later_version_is_left_out(path: Path, counters: Counters) -> None:
    counters.add(Count.GUIDED)
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO counts VALUES ('2026-11-23', 'unheard_of', '', 7)")
    other.close()
    assert counters.totals("2026-11") == {Count.GUIDED: 1}


@pytest.mark.events("store.unusable")
def test_where_there_can_be_no_file_the_kiosk_goes_on_and_catches_up(
    tmp_path: Path, calendar: Calendar, heard: Heard
) -> None:
    blocked = tmp_path / "not-a-folder"
    blocked.write_text("in the way")
    counters = Counters(blocked / "kiosk.sqlite3", calendar)
    counters.add(Count.GUIDED)
    counters.add(Count.GUIDED)
    assert counters.totals("2026-11") == {Count.GUIDED: 2}
    assert heard.names() == ["store.unusable"]

    blocked.unlink()
    calendar.day = date(2026, 11, 24)
    counters.add(Count.GUIDED)
    counters.close()
    with sqlite3.connect(blocked / "kiosk.sqlite3") as reader:
        rows = reader.execute("SELECT day, times FROM counts ORDER BY day").fetchall()
    reader.close()
    assert rows == [("2026-11-23", 2), ("2026-11-24", 1)]


@pytest.mark.events("store.lost")
def test_a_file_that_is_no_database_is_put_aside(path: Path, calendar: Calendar) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database " * 200)
    counters = Counters(path, calendar)
    counters.add(Count.PRINTED)
    counters.close()
    again = Counters(path, calendar)
    assert again.totals("2026-11") == {Count.PRINTED: 1}
    again.close()
    assert path.with_name("kiosk.sqlite3.broken-2026-11-23").read_bytes().startswith(b"this is no")


@pytest.mark.events("store.lost")
def test_a_file_torn_in_the_middle_costs_no_new_count(path: Path, calendar: Calendar) -> None:
    first = Counters(path, calendar)
    first.add(Count.PRINTED)
    first.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    second = Counters(path, calendar)
    second.add(Count.GUIDED)
    second.add(Count.GUIDED)
    assert second.totals("2026-11")[Count.GUIDED] == 2
    second.close()


@pytest.mark.events("store.write_failed")
def test_a_locked_file_is_written_later(path: Path, calendar: Calendar, heard: Heard) -> None:
    counters = Counters(path, calendar)
    counters.add(Count.GUIDED)
    assert counters._database is not None
    counters._database.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    counters.add(Count.GUIDED)
    counters.add(Count.GUIDED)
    assert heard.names() == ["store.write_failed"]
    assert counters.totals("2026-11") == {Count.GUIDED: 3}
    other.execute("ROLLBACK")
    other.close()
    counters.add(Count.GUIDED)
    counters.close()
    again = Counters(path, calendar)
    assert again.totals("2026-11") == {Count.GUIDED: 4}
    again.close()


@pytest.mark.parametrize("of", ["Nguyễn Văn A", "H20.129-261105-0035", "a b", "x" * 81])
def test_nothing_is_counted_apart_by_words(counters: Counters, of: str) -> None:
    with pytest.raises(ValueError, match="name"):
        counters.add(Count.GUIDED, of=of)
    assert counters.totals("2026-11") == {}


def test_what_is_counted_apart_adds_up(counters: Counters) -> None:
    counters.add(Count.GUIDED, of="full/birth")
    counters.add(Count.GUIDED, 2, of="partial/land")
    counters.add(Count.GUIDED, of="full/birth")
    assert counters.totals("2026-11") == {Count.GUIDED: 4}
    assert counters.month("2026-11") == {
        (Count.GUIDED, "full/birth"): 2,
        (Count.GUIDED, "partial/land"): 2,
    }


def test_a_row_says_a_day_a_name_and_a_number_and_nothing_else(
    path: Path, counters: Counters
) -> None:
    counters.add(Count.LOOKED_UP)
    with sqlite3.connect(path) as reader:
        columns = [row[1] for row in reader.execute("PRAGMA table_info(counts)")]
    reader.close()
    assert columns == ["day", "name", "of", "times"]
