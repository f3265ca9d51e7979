"""A text in every language the kiosk speaks, and the words of the screens by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages a citizen can choose; Vietnamese is the first."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a guide, side by side in both languages."""

    vi: str
    en: str

    def in_(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en

    def __bool__(self) -> bool:
        return bool(self.vi or self.en)


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language by name, shared by screens and slips.

    `named` maps an id such as ``home.title`` to its text; a text may hold ``{name}`` places.
    """

    language: Language
    named: Mapping[str, str]

    def say(self, name: str, **values: object) -> str:
        """The text called `name` with its places filled in.

        Raises KeyError when the catalogue has no such text or a place is not given.
        """
        text = self.named[name]
        return text.format(**values) if values else text
