"""Whether a guide can be taken away: a slip of lawful length, a code that holds the whole list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.guide import Answers, Guide, Kind
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.slips.checklist import CUT, checklist_text, guide_slip
from kiosk.slips.draw import LONGEST, draw

WIDTH = 576
"""Dots of 80 mm paper. A slip of 58 mm is as long as its papers need."""

LINE = 30
"""Letters of a paper's name that one line holds on 80 mm."""

SURE = 6
"""A list of no more lines than this always fits; only a longer one is worth drawing."""

DOTS_TO_MM = 8


@dataclass(frozen=True, slots=True)
class TooMuch:
    """What does not fit for those who gave `answers`; `mm` is 0 when it is the code."""

    answers: Answers
    language: Language
    mm: int = 0


def too_much(
    guide: Guide, ward: Ward, words: Mapping[Language, Words], now: datetime
) -> Iterator[TooMuch]:
    """At most one of each kind: the longest slip beyond the limit, a code that lost lines."""
    ways = list(guide.own_ways())
    if not ways:
        return
    yield from _cut_code(guide, ways, words)
    longest = max(ways, key=lambda answers: _lines(guide, answers))
    if _lines(guide, longest) > SURE:
        for language in Language:
            slip = guide_slip(guide, longest, ward, words[language], now)
            height = draw(slip, WIDTH).height
            if height > LONGEST:
                yield TooMuch(longest, language, round(height / DOTS_TO_MM))
                return


def _cut_code(
    guide: Guide, ways: list[dict[str, str]], words: Mapping[Language, Words]
) -> Iterator[TooMuch]:
    if guide.phone_url and guide.kind is not Kind.EID:
        return
    for answers in ways:
        for language in Language:
            text = checklist_text(guide, answers, words[language], language)
            if text.endswith(CUT):
                yield TooMuch(answers, language)
                return


def _lines(guide: Guide, answers: Answers) -> int:
    return sum(-(-len(paper.name.vi) // LINE) for paper in guide.documents_for(answers))
