"""The declarations of ``config/options.toml``: what each setting is and what it may be."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

Value = str | int | float | bool | tuple[str, ...]


class Kind(StrEnum):
    """The type of a setting."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    TEXTS = "texts"


class Form(StrEnum):
    """What a text must look like, beyond being a text."""

    ANY = "any"
    URL = "url"
    DEVICE = "device"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting as declared.

    `least` and `most` bound a number, a text's length or how many texts there are.
    """

    key: str
    kind: Kind
    default: Value
    vi: str
    en: str
    choices: tuple[str | int, ...] = ()
    least: float | None = None
    most: float | None = None
    form: Form = Form.ANY
    no_more_than: str = ""
    secret: bool = False
    this_device: bool = False
    unconfirmed: bool = False

    @property
    def section(self) -> str:
        """The part of the key before the dot."""
        return self.key.partition(".")[0]

    @property
    def variable(self) -> str:
        """The environment variable that sets it: ``portal.url`` is ``KIOSK_PORTAL__URL``."""
        return "KIOSK_" + self.key.upper().replace(".", "__")


Options = Mapping[str, Option]


def read_options(path: Path) -> Options:
    """Every option by its key, in the order of the file.

    The file ships with the program, so a mistake in it is a programming error and raises
    (OSError, TOMLDecodeError, KeyError, TypeError, ValueError).
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": _option(f"{section}.{name}", dict(entry))
        for section, entries in tables.items()
        for name, entry in entries.items()
    }


def _option(key: str, entry: dict[str, Any]) -> Option:
    default = entry.pop("default")
    return Option(
        key=key,
        kind=Kind(entry.pop("type")),
        default=tuple(default) if isinstance(default, list) else default,
        choices=tuple(entry.pop("choices", ())),
        least=entry.pop("min", None),
        most=entry.pop("max", None),
        form=Form(entry.pop("form", "any")),
        **entry,
    )
