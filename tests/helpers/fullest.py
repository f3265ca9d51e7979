"""A guide whose every text is as long as the format allows: what fits it, fits every guide."""

from __future__ import annotations

from datetime import date
from itertools import cycle

from kiosk.catalogue import limits
from kiosk.catalogue.breaks import NO_BREAK
from kiosk.catalogue.guide_format import MOST_CHOICES, UNSURE_LABEL
from kiosk.catalogue.limits import Limit
from kiosk.domain.guide import (
    UNSURE,
    Audience,
    Channel,
    ChannelKind,
    Choice,
    Document,
    Fact,
    GoodNews,
    Guide,
    GuideStep,
    Kind,
    Level,
    LifeEvent,
    Question,
    Source,
)
from kiosk.domain.text import Text

WORDS = {
    "vi": "Giấy chứng thực người đăng ký công dân phường mình hồ sơ khai",
    "en": "Bring the paper from your ward and home number of a parent",
}
"""Their letters are a little wider than those of the shipped guides on average."""

DAY = date(2026, 11, 10)


def full(limit: Limit) -> Text:
    """Words of everyday width up to the last letter that the limit allows."""
    return Text(_filled(limit, "vi"), _filled(limit, "en"))


def _filled(limit: Limit, language: str) -> str:
    if limit.by_line:
        return "\n".join(_line(limit.letters, language) for _ in range(limit.lines))
    line = _line(limit.letters, language)
    return _bound(line) if limit.words == limits.VALUE.words else line


def _bound(line: str) -> str:
    """Two words as the check counts them: compounds do not part."""
    first, *rest = line.split(" ")
    return f"{first} {NO_BREAK.join(rest)}"


def _line(letters: int, language: str) -> str:
    line = ""
    for word in cycle(WORDS[language].split()):
        longer = f"{line} {word}" if line else word
        if len(longer) > letters:
            missing = letters - len(line)
            return line + "n" * missing if missing < 3 else line
        line = longer
    raise AssertionError("never reached")


def _choice(name: str, icon: str) -> Choice:
    return Choice(name, full(limits.LABEL), full(limits.ROW), icon)


def _question(name: str, choices: int, picture: str = "") -> Question:
    listed = [_choice(f"choice-{number}", "e-id") for number in range(1, choices + 1)]
    unsure = Choice(UNSURE, UNSURE_LABEL, full(limits.ROW), "question")
    return Question(
        id=name,
        ask=full(limits.ASK),
        hint=full(limits.NOTICE),
        choices=(*listed, unsure),
        when={},
        picture=picture,
    )


def fullest_guide(kind: Kind = Kind.SERVICE, level: Level = Level.PARTIAL) -> Guide:
    fact = Fact(full(limits.VALUE), full(limits.CONDITION))
    source = Source("5349/QĐ-BCA-C06, 5709/QĐ-BCA-C06", "", DAY, full(limits.CHECKER))
    step = GuideStep(
        part=full(limits.LABEL),
        short=full(limits.SHORT),
        title=full(limits.TITLE),
        actions=(full(limits.ACTION),) * 4,
        note=full(limits.NOTICE),
        when={},
    )
    return Guide(
        id=f"fullest-{kind.value}",
        kind=kind,
        codes=("9.999999",),
        title=full(limits.TITLE),
        summary=full(limits.SENTENCES),
        icon="birth",
        level=level,
        audiences=tuple(Audience),
        events=("fullest",),
        who=full(limits.SENTENCES),
        fees=(fact,),
        times=(fact,),
        places=(fact,),
        good_news=(GoodNews(full(limits.GOOD_NEWS)),),
        channels=(Channel(ChannelKind.DIRECT, fact.condition, fact.condition, fact.condition),),
        questions=(
            _question("few", 3, picture="chip-card"),
            _question("five", 4),
            _question("many", MOST_CHOICES),
        ),
        documents=(Document(full(limits.ROW), full(limits.LINE), {}),) * 7,
        steps=(step,) * (6 if kind is Kind.SERVICE else 10),
        keywords=(),
        phone_url="https://dichvucong.gov.vn/" if kind is Kind.SERVICE else "",
        source=source,
        related=("birth",),
    )


def fullest_events() -> tuple[LifeEvent, ...]:
    """More tiles than one page holds, each as full as may be."""
    return tuple(
        LifeEvent(f"fullest-{number}", full(limits.NAME), full(limits.EXAMPLES), "birth")
        for number in range(14)
    )
