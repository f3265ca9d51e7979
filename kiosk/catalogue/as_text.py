"""A guide as plain text, to be read in a terminal or sent to whoever checks the facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.breaks import plain
from kiosk.domain.guide import Condition, Fact, GoodNews, Guide, Source
from kiosk.domain.text import Language, Text


@dataclass(frozen=True, slots=True)
class Headings:
    who: str
    fee: str
    time: str
    place: str
    channels: str
    questions: str
    documents: str
    steps: str
    source: str
    checked: str
    when: str
    until: str
    related: str


HEADINGS = {
    Language.VI: Headings(
        who="Ai làm",
        fee="Lệ phí",
        time="Thời gian",
        place="Nhận kết quả",
        channels="Nộp ở đâu",
        questions="Câu hỏi",
        documents="Giấy tờ",
        steps="Các bước",
        source="Nguồn",
        checked="kiểm tra ngày",
        when="khi",
        until="đến hết ngày",
        related="Việc liên quan",
    ),
    Language.EN: Headings(
        who="For whom",
        fee="Fee",
        time="Time",
        place="Where to collect",
        channels="Where to file",
        questions="Questions",
        documents="Papers",
        steps="Steps",
        source="Source",
        checked="checked on",
        when="when",
        until="until",
        related="Related",
    ),
}


def as_text(guide: Guide, language: Language) -> str:
    """Every text of the guide in one language, in the order in which a person meets it."""
    return "\n".join(_Reader(guide, language).lines())


class _Reader:
    def __init__(self, guide: Guide, language: Language) -> None:
        self._guide = guide
        self._language = language
        self._headings = HEADINGS[language]

    def lines(self) -> Iterator[str]:
        yield from self._top()
        yield from self._channels()
        yield from self._questions()
        yield from self._documents()
        yield from self._steps()
        yield from self._source()

    def _top(self) -> Iterator[str]:
        guide, headings = self._guide, self._headings
        yield self._say(guide.title)
        yield f"{guide.id} · {', '.join(guide.codes) or '-'} · {guide.level or '-'}"
        yield self._say(guide.summary)
        yield f"{headings.who}: {self._say(guide.who)}"
        for heading, facts in (
            (headings.fee, guide.fees),
            (headings.time, guide.times),
            (headings.place, guide.places),
        ):
            yield from (f"{heading}: {self._fact(fact)}" for fact in facts)
        for news in guide.good_news:
            yield f"{self._say(news.text)}{self._held(news)}"

    def _channels(self) -> Iterator[str]:
        if self._guide.channels:
            yield f"\n{self._headings.channels}"
        for channel in self._guide.channels:
            told = (text for text in (channel.where, channel.fee, channel.time) if text)
            only = self._only(channel.when) + self._from(channel.source)
            yield f"  - {' · '.join(map(self._say, told))}{only}"

    def _questions(self) -> Iterator[str]:
        if self._guide.questions:
            yield f"\n{self._headings.questions}"
        for question in self._guide.questions:
            yield f"  {self._say(question.ask)}{self._only(question.when)}"
            for choice in question.choices:
                leads = f" → {choice.guide}" if choice.guide else ""
                said = f"{self._say(choice.label)}. {self._say(choice.reason)}"
                yield f"    {choice.id}: {said}{leads}"

    def _documents(self) -> Iterator[str]:
        if self._guide.documents:
            yield f"\n{self._headings.documents}"
        for document in self._guide.documents:
            note = f": {self._say(document.note)}" if document.note else ""
            only = self._only(document.when) + self._from(document.source)
            yield f"  [ ] {self._say(document.name)}{note}{only}"

    def _steps(self) -> Iterator[str]:
        yield f"\n{self._headings.steps}"
        for number, step in enumerate(self._guide.steps, start=1):
            only = self._only(step.when) + self._from(step.source)
            yield f"  {number}. {self._say(step.title)}{only}"
            for action in step.actions:
                yield f"     - {self._say(action)}"
            if step.note:
                yield f"     ! {self._say(step.note)}"

    def _source(self) -> Iterator[str]:
        guide = self._guide
        yield f"\n{self._headings.source}: {self._checked(guide.source)}"
        for key, source in guide.sources.items():
            yield f"{self._headings.source} ({key}): {self._checked(source)}"
        if guide.related:
            yield f"{self._headings.related}: {', '.join(guide.related)}"
        if guide.phone_url:
            yield guide.phone_url

    def _checked(self, source: Source) -> str:
        return (
            f"{source.decision}, {self._headings.checked} {source.checked:%d/%m/%Y},"
            f" {self._say(source.checker)}"
        )

    def _say(self, text: Text) -> str:
        return plain(text.in_(self._language))

    def _fact(self, fact: Fact) -> str:
        condition = f" ({self._say(fact.condition)})" if fact.condition else ""
        return f"{self._say(fact.value)}{condition}{self._held(fact)}"

    def _held(self, fact: Fact | GoodNews) -> str:
        until = f"  [{self._headings.until} {fact.until:%d/%m/%Y}]" if fact.until else ""
        return self._only(fact.when) + until + self._from(fact.source)

    def _from(self, key: str) -> str:
        return f"  [{self._headings.source}: {key}]" if key else ""

    def _only(self, condition: Condition) -> str:
        told = ", ".join(f"{asked} = {'/'.join(said)}" for asked, said in condition.items())
        return f"  [{self._headings.when} {told}]" if told else ""
