"""From the tables of a guide's file to the guide itself. The format is in docs/guides.md."""

from __future__ import annotations

from kiosk.catalogue.table import Table
from kiosk.domain.guide import (
    UNSURE,
    Audience,
    Channel,
    ChannelKind,
    Choice,
    Document,
    Fact,
    Guide,
    GuideStep,
    Kind,
    Level,
    LifeEvent,
    Question,
    Source,
)
from kiosk.domain.text import Text

UNSURE_LABEL = Text("Tôi không chắc", "I am not sure")
UNSURE_REASON = Text("Máy chỉ cách làm chung", "See the general way")


def build_guide(table: Table) -> Guide:
    """The guide as far as it can be read; what cannot be is among the table's problems."""
    guide = Guide(
        id=table.string("id"),
        kind=table.one_of("kind", Kind),
        codes=table.strings("codes", needed=False),
        title=table.text("title"),
        summary=table.text("summary"),
        icon=table.string("icon"),
        level=table.one_of("level", Level),
        audiences=table.many_of("audiences", Audience),
        events=table.strings("events", needed=False),
        who=table.text("who"),
        fee=_fact(table.table("fee")),
        time=_fact(table.table("time")),
        place=_fact(table.table("place")),
        good_news=table.text("good_news", needed=False),
        channels=tuple(_channel(row) for row in table.tables("channel")),
        questions=tuple(_question(row) for row in table.tables("question", needed=False)),
        documents=tuple(_document(row) for row in table.tables("document")),
        steps=tuple(_step(row) for row in table.tables("step")),
        keywords=table.strings("keywords"),
        phone_url=table.string("phone_url", needed=False),
        source=_source(table.table("source")),
    )
    table.finish()
    return guide


def build_event(table: Table) -> LifeEvent:
    event = LifeEvent(
        id=table.string("id"),
        name=table.text("name"),
        examples=table.text("examples"),
        icon=table.string("icon"),
    )
    table.finish()
    return event


def _fact(table: Table) -> Fact:
    fact = Fact(value=table.text("value"), condition=table.text("condition", needed=False))
    table.finish()
    return fact


def _channel(table: Table) -> Channel:
    channel = Channel(
        kind=table.one_of("kind", ChannelKind),
        fee=table.text("fee"),
        time=table.text("time", needed=False),
        where=table.text("where"),
    )
    table.finish()
    return channel


def _question(table: Table) -> Question:
    """A question always ends with "Tôi không chắc"; `unsure` is the reason under it."""
    choices = [_choice(row) for row in table.tables("choice")]
    unsure = Choice(UNSURE, UNSURE_LABEL, table.text("unsure", needed=False), "question")
    if not unsure.reason:
        unsure = Choice(UNSURE, UNSURE_LABEL, UNSURE_REASON, "question")
    question = Question(
        id=table.string("id"),
        ask=table.text("ask"),
        hint=table.text("hint", needed=False),
        choices=(*choices, unsure),
        when=table.condition("when"),
        picture=table.string("picture", needed=False),
    )
    table.finish()
    return question


def _choice(table: Table) -> Choice:
    choice = Choice(
        id=table.string("id"),
        label=table.text("label"),
        reason=table.text("reason"),
        icon=table.string("icon"),
    )
    table.finish()
    return choice


def _document(table: Table) -> Document:
    document = Document(
        name=table.text("name"),
        note=table.text("note", needed=False),
        when=table.condition("when"),
    )
    table.finish()
    return document


def _step(table: Table) -> GuideStep:
    step = GuideStep(
        part=table.text("part", needed=False),
        short=table.text("short"),
        title=table.text("title"),
        actions=table.texts("actions"),
        note=table.text("note", needed=False),
        when=table.condition("when"),
        picture=table.string("picture", needed=False),
    )
    table.finish()
    return step


def _source(table: Table) -> Source:
    source = Source(
        decision=table.string("decision"),
        url=table.string("url", needed=False),
        checked=table.day("checked"),
        checker=table.text("checker"),
    )
    table.finish()
    return source
