"""Walks every visit that sensible events can make, so that tests can look at each one."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import get_args

from kiosk.domain.route import Route
from kiosk.visit.asks import Ask
from kiosk.visit.events import ContrastWanted, Event, LanguageChosen, TextSizeWanted
from kiosk.visit.machine import step, usable
from kiosk.visit.pages import Page
from kiosk.visit.state import SECRET_LENGTH, Visit
from tests.unit.visit.sample import sensible

KINDS: tuple[type, ...] = get_args(Event)
READING_AIDS = (LanguageChosen, TextSizeWanted, ContrastWanted)
"""They change nothing about where a person goes; walking them too would only multiply."""


@dataclass(frozen=True, slots=True, repr=False)
class Tried:
    """One event on one visit, and what came of it."""

    before: Visit
    event: Event
    after: Visit
    asks: tuple[Ask, ...]


WARDS = (Visit(), Visit(routes=(Route("portal", takes_secret=False),)))
"""Where a look-up code opens more, and where there is none."""


def walk() -> tuple[Tried, ...]:
    """Breadth first from Attract, one visit of each likeness."""
    seen: set[Hashable] = {_likeness(first) for first in WARDS}
    waiting, tried = deque(WARDS), []
    while waiting:
        visit = waiting.popleft()
        for kind in KINDS:
            if kind in READING_AIDS or not usable(visit, kind):
                continue
            for event in sensible(kind, visit):
                after, asks = step(visit, event)
                tried.append(Tried(visit, event, after, asks))
                if (likeness := _likeness(after)) not in seen:
                    seen.add(likeness)
                    waiting.append(after)
    return tuple(tried)


def examples(tried: tuple[Tried, ...]) -> dict[Page, list[Visit]]:
    """Visits by the page they are on, each once."""
    found: dict[Page, dict[int, Visit]] = {page: {} for page in Page}
    for one in tried:
        found[one.before.page][id(one.before)] = one.before
    return {page: list(visits.values()) for page, visits in found.items()}


def _led_from(visit: Visit) -> Hashable:
    before = visit.came_from
    return before and (before.page, before.guide.id if before.guide else "")


def _likeness(visit: Visit) -> Hashable:
    """What decides where a person can go from here; what they typed counts by its kind."""
    return (
        visit.page,
        visit.routes,
        visit.trail,
        visit.guide.id if visit.guide else "",
        tuple(visit.answers.items()),
        visit.step,
        _led_from(visit),
        visit.awaits_eid,
        bool(visit.code),
        len(visit.secret) == SECRET_LENGTH,
        type(visit.outcome),
        type(visit.printed),
    )
