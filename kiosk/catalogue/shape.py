"""A way to declare a file's format once, so that reading it and its JSON Schema cannot differ.

A `Shape` is a table: its fields in order, and what is made of them. A `Field` says in Vietnamese
what it is, for the officer's editor. Decision record 0018 says why this is not a library.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kiosk.catalogue.limits import Limit
from kiosk.catalogue.problem import Weight
from kiosk.catalogue.table import Table
from kiosk.domain.guide import ASK_STAFF
from kiosk.domain.text import Text

Schema = dict[str, Any]

ASK = "ask"
"""What an author writes where a fact is not known for certain; "Hỏi cán bộ" is told."""


class Value(ABC):
    """What a field holds."""

    @abstractmethod
    def read(self, table: Table, name: str, needed: bool) -> object:
        """The value, or an empty one when it is not there; what is wrong is the table's problem."""

    @abstractmethod
    def schema(self) -> Schema:
        """The same as JSON Schema (draft 7)."""

    @property
    def limit(self) -> str:
        """In Vietnamese, how long it may be; empty when that is no question."""
        return ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `vi` is its sentence in the editor, `into` the attribute it fills."""

    name: str
    value: Value
    vi: str
    needed: bool = True
    into: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: `make` is called with every field's value by its attribute's name."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]

    def read(self, table: Table) -> Any:  # noqa: ANN401
        """What `make` makes of the table; unknown fields become problems."""
        made = self.make(
            **{
                field.into or field.name: field.value.read(table, field.name, field.needed)
                for field in self.fields
            }
        )
        table.finish()
        return made

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {
                field.name: {
                    "description": " ".join(filter(None, (field.vi, field.value.limit))),
                    **field.value.schema(),
                }
                for field in self.fields
            },
            "required": [field.name for field in self.fields if field.needed],
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Word(Value):
    """One name or address. What does not match `pattern` is told with `sentence`."""

    pattern: str = ""
    sentence: str = ""

    def read(self, table: Table, name: str, needed: bool) -> str:
        word = table.string(name, needed)
        if word and self.pattern and not re.fullmatch(self.pattern, word):
            table.wrong(name, f'"{word}" {self.sentence}')
        return word

    def schema(self) -> Schema:
        shape: Schema = {"type": "string", "minLength": 1}
        return {**shape, "pattern": f"^(?:{self.pattern})$"} if self.pattern else shape


@dataclass(frozen=True, slots=True)
class Listed(Value):
    """A list of words, each like `of`."""

    of: Word = Word()

    def read(self, table: Table, name: str, needed: bool) -> tuple[str, ...]:
        words = table.strings(name, needed)
        for word in words:
            if self.of.pattern and not re.fullmatch(self.of.pattern, word):
                table.wrong(name, f'"{word}" {self.of.sentence}')
        for word in {word for word in words if words.count(word) > 1}:
            table.wrong(name, f'"{word}" is there twice; take one out', Weight.FAULT)
        return words

    def schema(self) -> Schema:
        return {"type": "array", "items": self.of.schema(), "uniqueItems": True}


@dataclass(frozen=True, slots=True)
class Day(Value):
    def read(self, table: Table, name: str, needed: bool) -> object:
        return table.day(name, needed)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class OneOf(Value):
    """One word of a closed list. Missing or unknown is None, which only a broken guide is."""

    kind: type[StrEnum]

    def read(self, table: Table, name: str, needed: bool) -> object:
        return table.one_of(name, self.kind, needed)

    def schema(self) -> Schema:
        return {"type": "string", "enum": [member.value for member in self.kind]}


@dataclass(frozen=True, slots=True)
class ManyOf(Value):
    kind: type[StrEnum]

    def read(self, table: Table, name: str, _needed: bool) -> object:
        return table.many_of(name, self.kind)

    def schema(self) -> Schema:
        return {
            "type": "array",
            "items": OneOf(self.kind).schema(),
            "minItems": 1,
            "uniqueItems": True,
        }


@dataclass(frozen=True, slots=True)
class Said(Value):
    """A text in both languages. With `or_ask`, the word "ask" stands for "Hỏi cán bộ"."""

    length: Limit
    or_ask: bool = False

    def read(self, table: Table, name: str, needed: bool) -> Text:
        if self.or_ask and table.holds_word(name, ASK):
            return ASK_STAFF
        return table.text(name, self.length, needed)

    def schema(self) -> Schema:
        side = {"type": "string", "minLength": 1}
        text: Schema = {
            "type": "object",
            "properties": {"vi": side, "en": side},
            "required": ["vi", "en"],
            "additionalProperties": False,
        }
        return {"anyOf": [text, {"enum": [ASK]}]} if self.or_ask else text

    @property
    def limit(self) -> str:
        return self.length.vi


@dataclass(frozen=True, slots=True)
class Sayings(Value):
    """A list of texts, at least and at most so many."""

    length: Limit
    least: int
    most: int

    def read(self, table: Table, name: str, _needed: bool) -> tuple[Text, ...]:
        texts = table.texts(name, self.length)
        if texts and not self.least <= len(texts) <= self.most:
            sentence = f"has {len(texts)} lines; write {self.least} to {self.most}"
            table.wrong(name, sentence, Weight.FAULT)
        return texts

    def schema(self) -> Schema:
        items = Said(self.length).schema()
        return {"type": "array", "items": items, "minItems": self.least, "maxItems": self.most}

    @property
    def limit(self) -> str:
        return self.length.vi


@dataclass(frozen=True, slots=True)
class When(Value):
    """Answers under which something is shown."""

    def read(self, table: Table, name: str, _needed: bool) -> object:
        return MappingProxyType(table.condition(name))

    def schema(self) -> Schema:
        choices = {"type": "array", "items": {"type": "string"}, "minItems": 1}
        return {"type": "object", "additionalProperties": choices}


@dataclass(frozen=True, slots=True)
class One(Value):
    """A table of its own, ``[name]``."""

    shape: Shape

    def read(self, table: Table, name: str, _needed: bool) -> object:
        return self.shape.read(table.table(name))

    def schema(self) -> Schema:
        return self.shape.schema()


@dataclass(frozen=True, slots=True)
class Rows(Value):
    """Tables of the same shape, ``[[name]]``; `most` 0: as many as it takes."""

    shape: Shape
    most: int = 0

    def read(self, table: Table, name: str, needed: bool) -> tuple[object, ...]:
        rows = table.tables(name, needed)
        if self.most and len(rows) > self.most:
            table.wrong(name, f"is there {len(rows)} times; at most {self.most}", Weight.FAULT)
        return tuple(self.shape.read(row) for row in rows)

    def schema(self) -> Schema:
        rows: Schema = {"type": "array", "items": self.shape.schema(), "minItems": 1}
        return {**rows, "maxItems": self.most} if self.most else rows


@dataclass(frozen=True, slots=True)
class Named(Value):
    """Tables with names of the author's own, ``[name.key]``."""

    shape: Shape

    def read(self, table: Table, name: str, _needed: bool) -> object:
        rows = table.named_tables(name)
        return MappingProxyType({key: self.shape.read(row) for key, row in rows.items()})

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.shape.schema()}


@dataclass(frozen=True, slots=True)
class Mapped(Value):
    """A table of names that the author gives to values of one kind."""

    of: Value

    def read(self, table: Table, name: str, _needed: bool) -> object:
        inside = table.table(name)
        return MappingProxyType({key: self.of.read(inside, key, True) for key in inside.names()})

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.of.schema()}
