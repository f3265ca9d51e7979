"""The declarations of ``config/options.toml``: what each setting is and what it may be."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

OWN_NAME = re.compile(r"[a-z0-9]{1,20}")
"""What may follow the underscore of a repeated section's name."""

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
    STATUS = "status"
    """What a portal calls a status, and its national number: ``processing_3 = 5``."""


@dataclass(frozen=True, slots=True)
class Option:
    """One setting as declared.

    `least` and `most` bound a number, a text's length or how many texts there are. `repeats`
    lets sections named after this one, such as ``[portal_ministry]``, hold it once more.
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
    repeats: bool = False

    @property
    def section(self) -> str:
        """The part of the key before the dot."""
        return self.key.partition(".")[0]

    @property
    def variable(self) -> str:
        """The environment variable that sets it: ``portal.url`` is ``KIOSK_PORTAL__URL``."""
        return "KIOSK_" + self.key.upper().replace(".", "__")


class Options(dict[str, Option]):
    """Every option by its key. ``portal_ministry.url`` is there because ``portal.url`` repeats."""

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or (isinstance(key, str) and self._again(key) is not None)

    def __missing__(self, key: str) -> Option:
        again = self._again(key)
        if again is None:
            raise KeyError(key)
        return again

    def repeating(self, section: str) -> list[str]:
        """The keys that `section` may hold, when it is named after one that repeats."""
        first, _, own = section.partition("_")
        if not OWN_NAME.fullmatch(own):
            return []
        mine = [option for option in self.values() if option.section == first and option.repeats]
        return [f"{section}.{option.key.partition('.')[2]}" for option in mine]

    def _again(self, key: str) -> Option | None:
        section, _, name = key.partition(".")
        if key not in self.repeating(section):
            return None
        return replace(self[f"{section.partition('_')[0]}.{name}"], key=key)


def read_options(path: Path) -> Options:
    """Every option by its key, in the order of the file.

    The file ships with the program, so a mistake in it is a programming error and raises
    (OSError, TOMLDecodeError, KeyError, TypeError, ValueError).
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Options(
        (f"{section}.{name}", _option(f"{section}.{name}", dict(entry)))
        for section, entries in tables.items()
        for name, entry in entries.items()
    )


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
