"""Moves that hold on many pages: starting, going back, reading aids, ending, time running out."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from kiosk.domain.count import Count
from kiosk.visit import events as on
from kiosk.visit.asks import Ask, Forget, Rate, Tally
from kiosk.visit.pages import PASSING, Page
from kiosk.visit.state import TEXT_SIZES, Visit

Move = tuple[Visit, tuple[Ask, ...]]


def start(visit: Visit, event: on.Started) -> Move:
    begun = replace(visit.home(), language=event.language)
    return begun, (Tally(Count.VISIT_STARTED),)


def back(visit: Visit, _event: on.BackWanted) -> Move:
    """To the page before; leaving a page that waits makes its answer stale."""
    if visit.page in PASSING:
        visit = replace(visit, ticket=visit.ticket + 1)
    if visit.trail and visit.trail[-1] is Page.HOME:
        return visit.home(), (Forget(),)
    return visit.back(), ()


def home(visit: Visit, _event: on.HomeWanted) -> Move:
    """A fresh start; after the end of a visit it is the start of another."""
    if visit.page is Page.RATE:
        return visit.home(), (Forget(), Tally(Count.VISIT_STARTED))
    return visit.home(), (Forget(),)


def help_(visit: Visit, _event: on.HelpWanted) -> Move:
    return visit.to(Page.HELP), (Tally(Count.HELP_ASKED),)


def end(visit: Visit, _event: on.EndWanted) -> Move:
    """Wipes at once; the rating page needs nothing but the reader's language and sizes."""
    return replace(visit.home(), page=Page.RATE), (Forget(leaving=True), Tally(Count.VISIT_ENDED))


def leave(visit: Visit, _event: on.EndWanted | on.IdleReached | on.IdleOver) -> Move:
    return visit.over(), (Forget(leaving=True),)


def time_out(visit: Visit, _event: on.IdleOver) -> Move:
    return visit.over(), (Forget(leaving=True), Tally(Count.IDLE_ENDED))


def rate(visit: Visit, event: on.Rated) -> Move:
    return visit.over(), (Forget(leaving=True), Rate(event.score))


def warn(visit: Visit, _event: on.IdleReached) -> Move:
    return visit.to(Page.IDLE), ()


def extend(visit: Visit, _event: on.Extended) -> Move:
    return visit.back(), ()


def go_wrong(visit: Visit, _event: on.WentWrong) -> Move:
    return replace(visit.home(), page=Page.SORRY), (Forget(),)


def choose_language(visit: Visit, event: on.LanguageChosen) -> Move:
    return replace(visit, language=event.language), ()


def next_text_size(visit: Visit, _event: on.TextSizeWanted) -> Move:
    return replace(visit, text_size=(visit.text_size + 1) % TEXT_SIZES), ()


def switch_contrast(visit: Visit, _event: on.ContrastWanted) -> Move:
    return replace(visit, contrast=not visit.contrast), ()


def without_guide(visit: Visit) -> Visit:
    """The same visit with no guide chosen, so that the next one starts clean."""
    return replace(
        visit, guide=None, answers=MappingProxyType({}), ticks=frozenset(), step=0, slip=None
    )
