"""The event log: named events with declared fields, one JSON object a line, nothing personal.

Every name and field is declared in ``config/events.toml``. What is not declared is a programming
error: it is written as ``log.undeclared`` with the name alone (an undeclared value may be
personal, so no value is kept), and the test suite fails on it.
"""

from __future__ import annotations

import json
import logging
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, TextIO

from kiosk.settings.places import config_dir

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | bool

LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
    "critical": logging.CRITICAL,
}
LOGGERS = ("kiosk", "printer")
UNDECLARED = "log.undeclared"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What ``config/events.toml`` says of one event; `level` is a `logging` number."""

    name: str
    level: int
    says: str
    fields: tuple[str, ...]


def event(name: str, **fields: Value) -> None:
    """Write one event. Never raises; see the module for what is not declared."""
    declared = declarations().get(name)
    if declared is None:
        _write(_undeclared(), {"name": name})
    elif stray := sorted(set(fields) - set(declared.fields)):
        _write(_undeclared(), {"name": name, "stray": " ".join(stray)})
    else:
        _write(declared, fields)


@cache
def declarations() -> Mapping[str, Declaration]:
    """Every declared event by name; empty, not an error, when the file is missing or broken."""
    try:
        return read_declarations((config_dir() / "events.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def read_declarations(text: str) -> Mapping[str, Declaration]:
    """The events of a TOML text. Raises ValueError, KeyError, TypeError or AttributeError."""
    return {
        f"{area}.{short}": Declaration(
            name=f"{area}.{short}",
            level=LEVELS[entry["level"]],
            says=entry["says"],
            fields=tuple(entry.get("fields", ())),
        )
        for area, entries in tomllib.loads(text).items()
        for short, entry in entries.items()
    }


def start(stream: TextIO, level: int = logging.INFO) -> None:
    """Write the events of the kiosk and of the printer library to `stream` from now on."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False


def silence() -> None:
    """Keep the log off the terminal: for commands whose answer is for a person to read."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [logging.NullHandler()]
        logger.propagate = False


class JsonLines(logging.Formatter):
    """One JSON object a line: when, level, event, then the event's own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line; `at` is UTC, ISO 8601, to the millisecond."""
        told: dict[str, Value] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        fields: Mapping[str, Value] | None = getattr(record, "fields", None)
        if fields is None:
            told |= {"event": record.name, "says": record.getMessage()}
        else:
            told |= {"event": record.getMessage(), **fields}
        return json.dumps(told, ensure_ascii=False)


def _undeclared() -> Declaration:
    return Declaration(UNDECLARED, logging.ERROR, "", ())


def _write(declared: Declaration, fields: Mapping[str, Value]) -> None:
    logging.getLogger("kiosk").log(declared.level, declared.name, extra={"fields": dict(fields)})
