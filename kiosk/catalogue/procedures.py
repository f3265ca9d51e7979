"""Procedures known by name only: what the catalogue can find beside its own guides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.catalogue.guide_format import CODE
from kiosk.catalogue.problem import Problem
from kiosk.domain.procedure import Procedure

PORTAL_PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
TABLE = "procedures"


def read_procedures(files: Iterable[Path]) -> tuple[tuple[Procedure, ...], tuple[Problem, ...]]:
    """The procedures in `files` by code, the last one said wins, and every row left out.

    A file holds the national portal's JSON (one answer, a list of answers, or its list of
    procedures) or one such object a line.
    """
    found: dict[str, Procedure] = {}
    problems: list[Problem] = []
    for file in files:
        for place, row in _rows(file, problems):
            procedure = _procedure(row)
            if procedure is None:
                problems.append(Problem(file.name, place, "has no procedure code and name"))
            else:
                found[procedure.code] = procedure
    return tuple(found[code] for code in sorted(found)), tuple(problems)


def save_procedures(database: Path, procedures: Iterable[Procedure]) -> None:
    """Put `procedures` into the file in place of all that were there, in one go.

    Raises sqlite3.Error when the file cannot be written.
    """
    from sqlite_utils import Database

    database.parent.mkdir(parents=True, exist_ok=True)
    store = Database(database)
    try:
        with store.conn:
            table = store.table(TABLE)
            table.create(
                {"code": str, "name": str, "field": str, "url": str}, pk="code", replace=True
            )
            table.insert_all(
                {"code": row.code, "name": row.name, "field": row.field, "url": row.url}
                for row in procedures
            )
    finally:
        store.close()


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


def _procedure(row: object) -> Procedure | None:
    """From the portal's own field names, or those of the open data set of its pages."""
    if not isinstance(row, dict):
        return None
    code = str(row.get("code") or row.get("ma_thu_tuc") or "").strip()
    name = " ".join(str(row.get("name") or row.get("ten_thu_tuc") or "").split())
    if not re.fullmatch(CODE.pattern, code) or not name:
        return None
    url = str(row.get("detail_url") or "")
    if not url and row.get("id"):
        url = f"{PORTAL_PAGE}{row['id']}"
    return Procedure(code, name, _field(row), url if url.startswith("https://") else "")


def _field(row: dict[str, object]) -> str:
    categories = row.get("categoriesDetails")
    if isinstance(categories, list) and categories and isinstance(categories[0], dict):
        return str(categories[0].get("name", ""))
    return str(row.get("field") or row.get("linh_vuc") or "")
