"""The file's tables taken forwards and back, by this release and by an older one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.count import Count
from kiosk.store.counters import Counters
from kiosk.store.schema import STEPS, Step, bring, version_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.sqlite3"


@pytest.fixture
def connection(file: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(file)
    yield opened
    opened.close()


def shape(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND name != 'schema_steps'"
    )
    return sorted(row[0].replace('"', "") for row in rows)


@pytest.mark.parametrize("version", range(len(STEPS) + 1))
def test_each_step_back_ends_where_the_step_forwards_began(
    connection: sqlite3.Connection, version: int
) -> None:
    bring(connection, to=version)
    there = shape(connection)
    bring(connection)
    assert version_of(connection) == len(STEPS)
    bring(connection, to=version)
    assert (version_of(connection), shape(connection)) == (version, there)


def test_counts_survive_both_ways(connection: sqlite3.Connection, file: Path) -> None:
    bring(connection, to=1)
    with connection:
        connection.execute("INSERT INTO counts VALUES ('2026-11-23', 'guided', 5)")
    counters = Counters(file, lambda: date(2026, 11, 23))
    counters.add(Count.GUIDED, 2, of="full/birth")
    assert counters.totals("2026-11") == {Count.GUIDED: 7}
    counters.close()
    bring(connection, to=1)
    assert connection.execute("SELECT * FROM counts").fetchall() == [("2026-11-23", "guided", 7)]


def test_a_file_from_before_there_were_versions_is_taken_over(
    connection: sqlite3.Connection, file: Path
) -> None:
    connection.execute(
        "CREATE TABLE counts (day TEXT, name TEXT, times INTEGER NOT NULL, PRIMARY KEY(day, name))"
    )
    with connection:
        connection.execute("INSERT INTO counts VALUES ('2026-11-23', 'printed', 3)")
    counters = Counters(file, lambda: date(2026, 11, 23))
    assert counters.totals("2026-11") == {Count.PRINTED: 3}
    counters.close()


def test_an_older_release_undoes_steps_it_has_never_heard_of(
    connection: sqlite3.Connection, file: Path
) -> None:
    future = Step(("CREATE TABLE dreams (night TEXT)",), ("DROP TABLE dreams",))
    bring(connection, (*STEPS, future))
    assert version_of(connection) == len(STEPS) + 1
    counters = Counters(file, lambda: date(2026, 11, 23))
    counters.add(Count.PRINTED)
    assert counters.totals("2026-11") == {Count.PRINTED: 1}
    counters.close()
    assert version_of(connection) == len(STEPS)
    assert not any("dreams" in sql for sql in shape(connection))


def test_a_step_that_cannot_be_taken_leaves_the_file_as_it_was(
    connection: sqlite3.Connection,
) -> None:
    bring(connection)
    before = shape(connection)
    wrong = Step(("CREATE TABLE half (a TEXT)", "CREATE TABLE half (a TEXT)"), ())
    with pytest.raises(sqlite3.OperationalError):
        bring(connection, (*STEPS, wrong))
    assert (version_of(connection), shape(connection)) == (len(STEPS), before)
