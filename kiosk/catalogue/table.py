"""Reading one TOML table: each wrong field becomes a problem, none stops the reading."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from kiosk.catalogue.breaks import Binder
from kiosk.catalogue.problem import Problem
from kiosk.domain.text import Text

Choice = TypeVar("Choice", bound=StrEnum)

NO_TEXT = Text("", "")


class Table:
    """A table and where it stands. Reading a field marks it known; `finish` reports the rest."""

    def __init__(
        self,
        values: Mapping[str, object],
        file: str,
        place: str,
        problems: list[Problem],
        binder: Binder,
    ) -> None:
        self._values = values
        self._file = file
        self._place = place
        self._problems = problems
        self._binder = binder
        self._known: set[str] = set()

    def wrong(self, name: str, sentence: str) -> None:
        place = ".".join(part for part in (self._place, name) if part)
        self._problems.append(Problem(self._file, place, sentence))

    def string(self, name: str, needed: bool = True) -> str:
        value = self._take(name, needed)
        if isinstance(value, str):
            if value.strip() or not needed:
                return value.strip()
            self.wrong(name, "is empty")
        elif value is not None:
            self.wrong(name, 'must be words in quotation marks: "..."')
        return ""

    def strings(self, name: str, needed: bool = True) -> tuple[str, ...]:
        value = self._take(name, needed)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(name, 'must be a list of words: ["...", "..."]')
            return ()
        if needed and not value:
            self.wrong(name, "is an empty list")
        return tuple(item.strip() for item in value)

    def text(self, name: str, needed: bool = True) -> Text:
        """The text in both languages, bound; both must be there if either is."""
        value = self._take(name, needed)
        return NO_TEXT if value is None else self._text(name, value)

    def texts(self, name: str) -> tuple[Text, ...]:
        value = self._take(name, True)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, 'must be a list of texts: [{ vi = "...", en = "..." }]')
            return ()
        return tuple(self._text(f"{name}[{at}]", item) for at, item in enumerate(value, start=1))

    def day(self, name: str) -> date:
        value = self._take(name, True)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.wrong(name, "must be a date without quotation marks: 2026-11-10")
        return date.min

    def one_of(self, name: str, kind: type[Choice]) -> Choice:
        word = self.string(name)
        chosen = self._choice(name, word, kind) if word else None
        return chosen or next(iter(kind))

    def many_of(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        chosen = (self._choice(name, word, kind) for word in self.strings(name))
        return tuple(choice for choice in chosen if choice is not None)

    def condition(self, name: str) -> dict[str, tuple[str, ...]]:
        """``when = { question = ["choice", ...] }``; empty when it is not there."""
        value = self._take(name, False)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong(name, 'must be { question = ["choice"] }')
            return {}
        table = Table(value, self._file, self._at(name), self._problems, self._binder)
        return {question: table.strings(question) for question in value}

    def table(self, name: str) -> Table:
        value = self._take(name, True)
        if value is not None and not isinstance(value, dict):
            self.wrong(name, f"must be a table: [{name}]")
        values = value if isinstance(value, dict) else {}
        missing = [] if value is None else self._problems
        return Table(values, self._file, self._at(name), missing, self._binder)

    def tables(self, name: str, needed: bool = True) -> tuple[Table, ...]:
        value = self._take(name, needed)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong(name, f"must be a list of tables: [[{name}]]")
            return ()
        return tuple(
            Table(item, self._file, f"{self._at(name)}[{at}]", self._problems, self._binder)
            for at, item in enumerate(value, start=1)
        )

    def finish(self) -> None:
        """Report every field that nobody asked for, with the likeliest right name."""
        for name in self._values:
            if name in self._known:
                continue
            near = difflib.get_close_matches(name, sorted(self._known), n=1)
            hint = f', did you mean "{near[0]}"?' if near else ""
            self.wrong(name, f"is not a field of a guide{hint}")

    def _take(self, name: str, needed: bool) -> object:
        self._known.add(name)
        value = self._values.get(name)
        if value is None and needed:
            self.wrong(name, "is missing")
        return value

    def _text(self, name: str, value: object) -> Text:
        if not isinstance(value, dict):
            self.wrong(name, 'must be in both languages: { vi = "...", en = "..." }')
            return NO_TEXT
        table = Table(value, self._file, self._at(name), self._problems, self._binder)
        text = Text(*(self._binder.bind(table.string(language)) for language in ("vi", "en")))
        table.finish()
        return text

    def _choice(self, name: str, word: str, kind: type[Choice]) -> Choice | None:
        try:
            return kind(word)
        except ValueError:
            near = difflib.get_close_matches(word, list(kind), n=1)
            hint = f', did you mean "{near[0]}"?' if near else ""
            self.wrong(name, f'"{word}" is none of {", ".join(kind)}{hint}')
            return None

    def _at(self, name: str) -> str:
        return f"{self._place}.{name}" if self._place else name
