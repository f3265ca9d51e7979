"""Opening the one file: whole, of this release's version, and anew where it is broken."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk import log
from kiosk.store.schema import bring

KEPT_BROKEN = 3
_BROKEN = re.compile(r"\.broken-(\d{4}-\d\d-\d\d)(?:-\d+)?$")
"""What a file that is no sound database any more is called from then on."""


def opened(path: Path, today: Callable[[], date]) -> sqlite3.Connection:
    """The file, checked and of this version; a broken one is put aside and a new one begun.

    Raises OSError or sqlite3.Error where there can be no file now, as on a full disk.
    """
    try:
        return _sound(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        log.event("store.lost", kind=type(error).__name__)
        put_aside(path, today())
        return _sound(path)


def put_aside(path: Path, day: date) -> None:
    """Rename a broken file, with what belongs to it, for whoever repairs it. Raises OSError."""
    name = f"{path.name}.broken-{day:%Y-%m-%d}"
    again = sum(file.name.startswith(name) for file in broken_files(path))
    aside = path.with_name(f"{name}-{again + 1}" if again else name)
    for part in ("", "-wal", "-shm"):
        broken = path.with_name(path.name + part)
        if broken.exists():
            broken.replace(aside.with_name(aside.name + part))
    for old in broken_files(path)[:-KEPT_BROKEN]:
        for part in ("", "-wal", "-shm"):
            old.with_name(old.name + part).unlink(missing_ok=True)


def broken_files(path: Path) -> list[Path]:
    """The files put aside before, oldest first."""
    beside = path.parent.glob(f"{path.name}.broken-*")
    return sorted(file for file in beside if _BROKEN.search(file.name))


def lost_on(path: Path) -> tuple[date, ...]:
    """The days on which a file was put aside, oldest first."""
    found = (_BROKEN.search(file.name) for file in broken_files(path))
    return tuple(date.fromisoformat(match[1]) for match in found if match)


def state_of(path: Path) -> str:
    """ok, new (there is none yet) or broken, without changing anything."""
    if not path.exists():
        return "new"
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            check(connection)
        finally:
            connection.close()
    except sqlite3.Error:
        return "broken"
    return "ok"


def check(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError when the file is damaged."""
    told = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if told != "ok":
        raise sqlite3.DatabaseError("damaged")


def _sound(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA secure_delete = ON")
        check(connection)
        bring(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
