"""Every page of one guide, as visits at the moment they stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from kiosk.domain.guide import Answers, Guide, GuideStep, Kind, first_that_holds
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit

TRAIL = (Page.HOME, Page.SERVICES)
Shown = tuple[str, str, Visit]
"""What a page is, what tells it from others of its kind ("-3"), and a visit on it."""


def telling_ways(guide: Guide, day: date) -> tuple[dict[str, str], ...]:
    """The ways through that show on `day` all there is: the first, and each that adds something."""
    met: set[str] = set()
    ways: list[dict[str, str]] = []
    for answers in guide.own_ways():
        said = set(_said(guide, answers, day))
        if not ways or not said <= met:
            ways.append(answers)
            met |= said
    return tuple(ways)


def guide_pages(guide: Guide, ways: Sequence[Answers]) -> Iterator[Shown]:
    """Each question once, then what each of `ways` leads to; of a later way only its new steps."""
    start = Visit(trail=TRAIL, guide=guide)
    for number, answers in enumerate(_before_questions(ways), start=1):
        yield "question", f"-{number}", replace(start, page=Page.QUESTION, answers=answers)
    drawn: list[GuideStep] = []
    for way, answers in enumerate(ways, start=1):
        led = replace(start, answers=MappingProxyType(dict(answers)))
        of_way = f"-way{way}" if way > 1 else ""
        if guide.kind is Kind.SERVICE:
            yield "service", of_way, replace(led, page=Page.SERVICE)
        for at, step in enumerate(guide.steps_for(answers)):
            if step not in drawn:
                drawn.append(step)
                yield "steps", f"{of_way}-{at + 1}", replace(led, page=Page.STEPS, step=at)
        if guide.kind is not Kind.SERVICE and guide.documents_for(answers):
            yield "checklist", of_way, replace(led, page=Page.CHECKLIST)
        if way == 1 or not guide.phone_url:
            yield "phone", of_way, replace(led, page=Page.PHONE)


def _before_questions(ways: Sequence[Answers]) -> Iterator[Answers]:
    """For each question that one of `ways` meets, the answers given before it."""
    asked: set[str] = set()
    for answers in ways:
        for at, question in enumerate(answers):
            if question not in asked:
                asked.add(question)
                yield MappingProxyType(dict(list(answers.items())[:at]))


def _said(guide: Guide, answers: Answers, day: date) -> Iterator[str]:
    """A name for each thing that a way shows."""
    yield from answers
    for rows in (guide.fees, guide.times, guide.places, guide.good_news):
        yield repr(first_that_holds(rows, answers, day))
    for row in (*guide.documents_for(answers), *guide.steps_for(answers)):
        yield repr(row)
