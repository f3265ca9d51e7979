"""A guide: what a person needs and does for one public service, every fact with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

from kiosk.domain.text import Text

Answers = Mapping[str, str]
"""The answers of one person, question id to choice id."""

Condition = Mapping[str, tuple[str, ...]]
"""Shown only if, for every question named, the answer is among those listed. Empty: always."""


def always() -> Condition:
    """The condition that holds for everybody."""
    return MappingProxyType({})


ASK_STAFF = Text("Hỏi cán bộ", "Ask staff")
"""What is told where a fact is not known for certain."""

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
    """Where facts come from, when they were checked, and by whom."""

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
    when: Condition = field(default_factory=always)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of two words or fewer, and what must be so for it to hold.

    `when` is about this person's answers, `until` the last day on which it holds; `condition` says
    in words what the kiosk does not ask. Of several facts the first that holds is the one told.
    """

    value: Text
    condition: Text
    when: Condition = field(default_factory=always)
    until: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class GoodNews:
    """What makes it easier, told to those for whom it is so."""

    text: Text
    when: Condition = field(default_factory=always)
    until: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    name: Text
    note: Text
    when: Condition
    source: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. `guide` is the id of another guide to which this answer leads on, or empty."""

    id: str
    label: Text
    reason: Text
    icon: str
    guide: str = ""


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
    source: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """One service, general guide, or e-ID guide. The format of its file is in docs/guides.md.

    `level` is None where no level means anything, and `phone_url` empty when no page exists. A fact
    whose `source` is a key of `sources` comes from there, all others from `source`.
    """

    id: str
    kind: Kind
    codes: tuple[str, ...]
    title: Text
    summary: Text
    icon: str
    level: Level | None
    audiences: tuple[Audience, ...]
    events: tuple[str, ...]
    who: Text
    fees: tuple[Fact, ...]
    times: tuple[Fact, ...]
    places: tuple[Fact, ...]
    good_news: tuple[GoodNews, ...]
    channels: tuple[Channel, ...]
    questions: tuple[Question, ...]
    documents: tuple[Document, ...]
    steps: tuple[GuideStep, ...]
    keywords: tuple[str, ...]
    phone_url: str
    source: Source
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    former_codes: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    replaced_by: str = ""

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

    def channels_for(self, answers: Answers) -> tuple[Channel, ...]:
        return tuple(channel for channel in self.channels if holds(channel.when, answers))

    def source_of(self, key: str) -> Source:
        """The source that a fact names, or the guide's own."""
        return self.sources.get(key, self.source)

    def ways(self) -> Iterator[dict[str, str]]:
        """Every way through the questions, as the answers at its end, first choices first."""
        return self._ways({})

    def own_ways(self) -> Iterator[dict[str, str]]:
        """The ways that end in this guide, not in one that an answer leads on to."""
        return (answers for answers in self.ways() if not self.leads_on(answers))

    def leads_on(self, answers: Answers) -> str:
        """The id of the guide to which one of `answers` leads on, or empty."""
        for question in self.questions:
            for choice in question.choices:
                if choice.guide and answers.get(question.id) == choice.id:
                    return choice.guide
        return ""

    def _ways(self, answers: dict[str, str]) -> Iterator[dict[str, str]]:
        question = None if self.leads_on(answers) else self.next_question(answers)
        if question is None:
            yield answers
            return
        for choice in question.choices:
            yield from self._ways({**answers, question.id: choice.id})


class Told(Protocol):
    """What may hold for some people, or up to some day, only."""

    @property
    def when(self) -> Condition: ...

    @property
    def until(self) -> date | None: ...


ToldT = TypeVar("ToldT", bound=Told)


def first_that_holds(rows: Iterable[ToldT], answers: Answers, day: date) -> ToldT | None:
    """The first of `rows` that holds on `day` for somebody who gave `answers`."""
    for row in rows:
        if holds(row.when, answers) and (row.until is None or day <= row.until):
            return row
    return None


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
