"""Reading one TOML table: each wrong field becomes a problem, none stops the reading."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from kiosk.catalogue.limits import Limit
from kiosk.catalogue.problem import Problem, Weight
from kiosk.domain.text import Language, Text

Choice = TypeVar("Choice", bound=StrEnum)

NO_TEXT = Text("", "")


def as_written(text: str, _language: Language) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Reading:
    """One file being read: how its texts are said, and what was found on the way.

    `say` turns a text as written into one as shown. It raises ValueError with a sentence.
    `texts` are all texts read, each with its place and its limit.
    """

    file: str
    say: Callable[[str, Language], str] = as_written
    problems: list[Problem] = field(default_factory=list)
    texts: list[tuple[str, Text, Limit]] = field(default_factory=list)


class Table:
    """A table and where it stands. Reading a field marks it known; `finish` reports the rest."""

    def __init__(self, values: Mapping[str, object], reading: Reading, place: str = "") -> None:
        self._values = values
        self._reading = reading
        self._place = place
        self._known: set[str] = set()

    def wrong(self, name: str, sentence: str, weight: Weight = Weight.FATAL) -> None:
        self._reading.problems.append(Problem(self._reading.file, self._at(name), sentence, weight))

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

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

    def text(self, name: str, limit: Limit, needed: bool = True) -> Text:
        """The text in both languages, as it is said; both must be there if either is."""
        value = self._take(name, needed)
        return NO_TEXT if value is None else self._text(name, value, limit)

    def texts(self, name: str, limit: Limit) -> tuple[Text, ...]:
        value = self._take(name, True)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, 'must be a list of texts: [{ vi = "...", en = "..." }]')
            return ()
        return tuple(
            self._text(f"{name}[{at}]", item, limit) for at, item in enumerate(value, start=1)
        )

    def holds_word(self, name: str, word: str) -> bool:
        """Whether the field is just this word, and takes it if so."""
        if self._values.get(name) != word:
            return False
        self._known.add(name)
        return True

    def day(self, name: str, needed: bool = True) -> date | None:
        value = self._take(name, needed)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.wrong(name, "must be a date without quotation marks: 2026-11-10")
        return None

    def one_of(self, name: str, kind: type[Choice], needed: bool = True) -> Choice | None:
        word = self.string(name, needed)
        return self._choice(name, word, kind) if word else None

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
        table = self._below(name, value)
        return {question: table.strings(question) for question in value}

    def table(self, name: str) -> Table:
        value = self._take(name, True)
        if isinstance(value, dict):
            return self._below(name, value)
        if value is not None:
            self.wrong(name, f"must be a table: [{name}]")
        return Table({}, Reading(self._reading.file), self._at(name))

    def tables(self, name: str, needed: bool = True) -> tuple[Table, ...]:
        value = self._take(name, needed)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong(name, f"must be a list of tables, each under [[{name}]]")
            return ()
        return tuple(self._below(f"{name}[{at}]", item) for at, item in enumerate(value, start=1))

    def named_tables(self, name: str) -> dict[str, Table]:
        """``[name.key]``, any number of them."""
        value = self._take(name, False)
        if value is None:
            return {}
        if not isinstance(value, dict) or not all(isinstance(row, dict) for row in value.values()):
            self.wrong(name, f"must be tables with a name of your own: [{name}.…]")
            return {}
        table = self._below(name, value)
        return {key: table.table(key) for key in value}

    def finish(self) -> None:
        """Report every field that nobody asked for, with the likeliest right name."""
        for name in self._values:
            if name not in self._known:
                told = did_you_mean(name, sorted(self._known))
                self.wrong(name, f"is not a field here{told or '; take it out'}")

    def _below(self, name: str, values: Mapping[str, object]) -> Table:
        return Table(values, self._reading, self._at(name))

    def _take(self, name: str, needed: bool) -> object:
        self._known.add(name)
        value = self._values.get(name)
        if value is None and needed:
            self.wrong(name, "is missing")
        return value

    def _text(self, name: str, value: object, limit: Limit) -> Text:
        if not isinstance(value, dict):
            self.wrong(name, 'must be in both languages: { vi = "...", en = "..." }')
            return NO_TEXT
        table = self._below(name, value)
        text = Text(*(table.said(language) for language in Language))
        table.finish()
        self._reading.texts.append((self._at(name), text, limit))
        return text

    def said(self, language: Language) -> str:
        """The text of this table in one language, as it is shown."""
        try:
            return self._reading.say(self.string(language.value), language)
        except ValueError as cause:
            self.wrong(language.value, str(cause))
            return ""

    def _choice(self, name: str, word: str, kind: type[Choice]) -> Choice | None:
        try:
            return kind(word)
        except ValueError:
            known = [member.value for member in kind]
            told = did_you_mean(word, known)
            self.wrong(name, f'"{word}" is none of {", ".join(known)}{told}')
            return None

    def _at(self, name: str) -> str:
        return ".".join(part for part in (self._place, name) if part)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``, did you mean "…"?`` for the nearest of `known`, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f', did you mean "{near[0]}"?' if near else ""
