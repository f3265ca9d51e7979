"""Loads the texts of screens and slips from assets/i18n/LANGUAGE/*.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.domain.text import Language, Words


def load_words(folder: Path) -> dict[Language, Words]:
    """The words of every language. A text's name is its dotted place in the files.

    Raises OSError or tomllib.TOMLDecodeError: without its words the kiosk cannot start.
    """
    return {language: _load(folder / language.value, language) for language in Language}


def _load(folder: Path, language: Language) -> Words:
    named: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        named.update(_texts(tomllib.loads(file.read_text(encoding="utf-8")), ""))
    return Words(language, named)


def _texts(table: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _texts(value, f"{place}{name}.")
        else:
            yield place + name, str(value)
