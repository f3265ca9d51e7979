"""Procedures known by name only: what the catalogue can find beside its own guides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.catalogue.official import Official, read_official
from kiosk.catalogue.problem import Problem
from kiosk.disk import keep_names
from kiosk.domain.procedure import Procedure

TABLE = "procedures"


def read_procedures(
    files: Iterable[Path],
) -> tuple[tuple[Official, ...], tuple[Problem, ...]]:
    """What `files` say of procedures by code, the last one said wins, and every row left out.

    A file holds JSON (one answer, a list of answers, or a list of procedures) or one such object a
    line, in any shape of `official`.
    """
    found: dict[str, Official] = {}
    problems: list[Problem] = []
    for file in files:
        for place, row in _rows(file, problems):
            official = read_official(row)
            if official is None:
                problems.append(Problem(file.name, place, "has no procedure code and name"))
            else:
                found[official.procedure.code] = official
    return tuple(found[code] for code in sorted(found)), tuple(problems)


def save_procedures(database: Path, procedures: Iterable[Procedure]) -> None:
    """Put `procedures` into the file in place of all that were there, in one go.

    They are written beside it first: SQLite's own transaction would not hold the table's removal.
    Raises sqlite3.Error or OSError when the file cannot be written; then the old one still is.
    """
    from sqlite_utils import Database

    database.parent.mkdir(parents=True, exist_ok=True)
    beside = database.with_name(f".{database.name}.new")
    beside.unlink(missing_ok=True)
    store = Database(beside)
    try:
        store.table(TABLE).insert_all(
            (
                {"code": row.code, "name": row.name, "field": row.field, "url": row.url}
                for row in procedures
            ),
            pk="code",
        )
    finally:
        store.close()
    beside.replace(database)
    keep_names(database.parent)


def saved_procedures(database: Path) -> tuple[Procedure, ...]:
    """What `save_procedures` put there; nothing when there is no such file or it is broken."""
    import sqlite3

    from sqlite_utils import Database

    if not database.is_file():
        return ()
    store = Database(database)
    try:
        rows = store.table(TABLE).rows if TABLE in store.table_names() else ()
        return tuple(Procedure(**{name: str(value) for name, value in row.items()}) for row in rows)
    except (sqlite3.Error, TypeError):
        return ()
    finally:
        store.close()


def _rows(file: Path, problems: list[Problem]) -> Iterator[tuple[str, object]]:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as cause:
        problems.append(Problem(file.name, "", f"cannot be read: {cause.strerror}"))
        return
    except UnicodeDecodeError:
        problems.append(Problem(file.name, "", "is not saved as UTF-8 text"))
        return
    try:
        for at, row in enumerate(_unwrap(json.loads(text)), start=1):
            yield f"row {at}", row
        return
    except json.JSONDecodeError:
        pass  # One object a line is not one JSON text.
    for at, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            rows = _unwrap(json.loads(line))
        except json.JSONDecodeError:
            problems.append(Problem(file.name, f"line {at}", "is not JSON"))
            continue
        for row in rows:
            yield f"line {at}", row


def _unwrap(answer: object) -> list[object]:
    """The rows of an answer `{"code": "OK", "data": …}`, with or without `{"items": […]}`."""
    if isinstance(answer, dict):
        inner = answer.get("data", answer.get("items"))
        if isinstance(inner, dict | list):
            return _unwrap(inner)
        return [answer]
    return answer if isinstance(answer, list) else [answer]
