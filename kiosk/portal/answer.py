"""From bytes to values: JSON that is bounded in depth, and fields that are read leniently."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.outcome import BadAnswer, Fault
from kiosk.portal.wire import Reply

Row = Mapping[str, Any]

_DEEPEST = 32
_LONGEST_TEXT = 500
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")
_ZERO_OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")
_FORMS = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y%m%d%H%M%S")


def read_json(reply: Reply) -> object | BadAnswer:
    """The JSON value of a reply. Text, HTML and XML are `NOT_JSON`, the rest `BROKEN_JSON`."""
    kind = reply.content_type.partition(";")[0].strip().lower()
    named = not kind or kind.endswith(("/json", "+json"))
    if not named or reply.body.lstrip()[:1] == b"<":
        return BadAnswer(Fault.NOT_JSON)
    if _depth(reply.body) > _DEEPEST:
        return BadAnswer(Fault.WRONG_SHAPE)
    try:
        value: object = json.loads(reply.body.decode("utf-8-sig"))
    except ValueError:
        return BadAnswer(Fault.BROKEN_JSON)
    return value


def text(row: Row, *names: str, longest: int = _LONGEST_TEXT) -> str:
    """The first of the fields that says anything, as one clean line; numbers become text."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            line = unicodedata.normalize("NFC", str(value)[:longest])
            kept = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in line)
            if clean := " ".join(kept.split()):
                return clean
    return ""


def moment(row: Row, *names: str) -> datetime | None:
    """The first of the fields that holds a time, in Vietnam's; None for empty or unreadable ones.

    Reads `dd/MM/yyyy HH:mm:ss`, `yyyyMMddHHmmss`, ISO 8601 (also with `+0700`), and epoch
    milliseconds.
    """
    for name in names:
        written = text(row, name)
        if written and (read := _moment(written)) is not None:
            return read
    return None


def rows(value: object, name: str) -> list[Row] | BadAnswer:
    """The list called `name` of an answer; absent means empty."""
    if not isinstance(value, dict):
        return BadAnswer(Fault.WRONG_SHAPE)
    listed = value.get(name)
    if listed is None:
        return []
    if isinstance(listed, dict):
        return [listed]
    if not isinstance(listed, list):
        return BadAnswer(Fault.WRONG_SHAPE)
    return [row for row in listed if isinstance(row, dict)]


def _moment(written: str) -> datetime | None:
    try:
        if re.fullmatch(r"-?\d{11,13}", written):
            return datetime.fromtimestamp(int(written) / 1000, UTC).astimezone(VIETNAM)
        for form in _FORMS:
            try:
                return datetime.strptime(written, form).replace(tzinfo=VIETNAM)
            except ValueError:
                continue
        read = datetime.fromisoformat(_ZERO_OFFSET.sub(r"\1:\2", written))
        return read.astimezone(VIETNAM) if read.tzinfo else read.replace(tzinfo=VIETNAM)
    except (ValueError, OverflowError, OSError):
        return None


def _depth(body: bytes) -> int:
    deepest = depth = 0
    for bracket in _BRACKET.finditer(_STRING.sub(b"", body)):
        depth += 1 if bracket[0] in b"[{" else -1
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            break
    return deepest
