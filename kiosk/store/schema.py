"""The tables of the one file, step by step, forwards and back.

Each step forwards leaves its way back in the file itself, so that an older release, put back
after a failed update, can undo steps it has never heard of.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk import log


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the tables: statements forwards, and statements that take it back."""

    up: tuple[str, ...]
    down: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step(
        up=(
            (
                "CREATE TABLE IF NOT EXISTS counts (day TEXT, name TEXT, times INTEGER NOT NULL,"
                " PRIMARY KEY (day, name))"
            ),
        ),
        down=("DROP TABLE counts",),
    ),
    Step(
        up=(
            "ALTER TABLE counts RENAME TO counts_1",
            (
                "CREATE TABLE counts (day TEXT NOT NULL, name TEXT NOT NULL,"
                " of TEXT NOT NULL DEFAULT '', times INTEGER NOT NULL, PRIMARY KEY (day, name, of))"
            ),
            "INSERT INTO counts SELECT day, name, '', times FROM counts_1",
            "DROP TABLE counts_1",
        ),
        down=(
            "ALTER TABLE counts RENAME TO counts_2",
            (
                "CREATE TABLE counts (day TEXT, name TEXT, times INTEGER NOT NULL,"
                " PRIMARY KEY (day, name))"
            ),
            "INSERT INTO counts SELECT day, name, SUM(times) FROM counts_2 GROUP BY day, name",
            "DROP TABLE counts_2",
        ),
    ),
    Step(
        up=(
            (
                "CREATE TABLE deletions (day TEXT NOT NULL, before TEXT NOT NULL,"
                " row_count INTEGER NOT NULL)"
            ),
        ),
        down=("DROP TABLE deletions",),
    ),
)
_BOOK = "CREATE TABLE IF NOT EXISTS schema_steps (version INTEGER PRIMARY KEY, down TEXT NOT NULL)"


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring(
    connection: sqlite3.Connection, steps: Sequence[Step] = STEPS, to: int | None = None
) -> None:
    """Bring the file to version `to`, by default the newest of `steps`; all of it or nothing.

    Raises sqlite3.Error when a step cannot be taken.
    """
    wanted, here = len(steps) if to is None else to, version_of(connection)
    if here == wanted:
        return
    before, connection.isolation_level = connection.isolation_level, None
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_BOOK)
        for number in range(here + 1, wanted + 1):
            _take(connection, number, steps[number - 1])
        for number in range(here, wanted, -1):
            _take_back(connection, number)
        connection.execute(f"PRAGMA user_version = {wanted:d}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.isolation_level = before
    if here:
        log.event("store.migrated", before=here, after=wanted)


def _take(connection: sqlite3.Connection, number: int, step: Step) -> None:
    for statement in step.up:
        connection.execute(statement)
    down = json.dumps(step.down)
    connection.execute("INSERT OR REPLACE INTO schema_steps VALUES (?, ?)", (number, down))


def _take_back(connection: sqlite3.Connection, number: int) -> None:
    found = connection.execute("SELECT down FROM schema_steps WHERE version = ?", (number,))
    row = found.fetchone()
    if row is None:
        raise sqlite3.OperationalError("a step that does not say how it is taken back")
    for statement in json.loads(row[0]):
        connection.execute(statement)
    connection.execute("DELETE FROM schema_steps WHERE version = ?", (number,))
