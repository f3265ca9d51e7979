"""A guide: what a person needs and does for one public service, every fact with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.text import Text

Answers = Mapping[str, str]
"""The answers of one person, question id to choice id."""

Condition = Mapping[str, tuple[str, ...]]
"""Shown only if, for every question named, the answer is among those listed. Empty: always."""

UNSURE = "unsure"
"""The choice id that every question offers: "Tôi không chắc"."""


class Kind(StrEnum):
    SERVICE = "service"
    EID = "eid"
    GENERAL = "general"


class Level(StrEnum):
    """How far a service can be done online (NĐ 224/2026 art. 14 keeps the two words)."""

    FULL = "full"
    PARTIAL = "partial"
    COUNTER = "counter"


class ChannelKind(StrEnum):
    ONLINE = "online"
    DIRECT = "direct"
    POSTAL = "postal"


class Audience(StrEnum):
    CITIZEN = "citizen"
    HOUSEHOLD_BUSINESS = "household_business"
    COMPANY = "company"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from, when they were checked, and by whom."""

    decision: str
    url: str
    checked: date
    checker: Text


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to file. `fee` and `time` are two words or so; `time` may be empty."""

    kind: ChannelKind
    fee: Text
    time: Text
    where: Text


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of two words or fewer, and the condition under which it holds."""

    value: Text
    condition: Text


@dataclass(frozen=True, slots=True)
class Document:
    name: Text
    note: Text
    when: Condition


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    label: Text
    reason: Text
    icon: str


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    ask: Text
    hint: Text
    choices: tuple[Choice, ...]
    when: Condition
    picture: str = ""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One screen. `part` groups steps ("Mức 1"); `short` is the trail's two-line name."""

    part: Text
    short: Text
    title: Text
    actions: tuple[Text, ...]
    note: Text
    when: Condition
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """One service, general guide, or the e-ID guide. `phone_url` is empty when no page exists."""

    id: str
    kind: Kind
    codes: tuple[str, ...]
    title: Text
    summary: Text
    icon: str
    level: Level
    audiences: tuple[Audience, ...]
    events: tuple[str, ...]
    who: Text
    fee: Fact
    time: Fact
    place: Fact
    good_news: Text
    channels: tuple[Channel, ...]
    questions: tuple[Question, ...]
    documents: tuple[Document, ...]
    steps: tuple[GuideStep, ...]
    keywords: tuple[str, ...]
    phone_url: str
    source: Source

    def next_question(self, answers: Answers) -> Question | None:
        """The first question that applies and has no answer yet, or None when all are answered."""
        for question in self.questions:
            if question.id not in answers and holds(question.when, answers):
                return question
        return None

    def documents_for(self, answers: Answers) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if holds(document.when, answers))

    def steps_for(self, answers: Answers) -> tuple[GuideStep, ...]:
        return tuple(step for step in self.steps if holds(step.when, answers))


def holds(condition: Condition, answers: Answers) -> bool:
    """Whether every question named in `condition` was answered with one of its choices.

    A question that was not asked, because an earlier answer made it needless, holds nothing.
    """
    return all(answers.get(question) in choices for question, choices in condition.items())


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A tile on the services page: why people come, in their words."""

    id: str
    name: Text
    examples: Text
    icon: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result, best first. `guide_id` is empty for a procedure without a guide."""

    code: str
    guide_id: str
    title: Text
    score: float
