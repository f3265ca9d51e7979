"""Ends: a press, the clock, a defect. Whatever ends a visit wipes it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kiosk.domain.count import Count
from kiosk.domain.text import Language
from kiosk.visit import events as on
from kiosk.visit.asks import Forget, Rate, Tally
from kiosk.visit.events import Event
from kiosk.visit.machine import step, usable
from kiosk.visit.pages import PASSING, Page
from kiosk.visit.state import Visit
from tests.unit.visit.sample import (
    CARD,
    CODE,
    FOUND,
    HITS,
    NO_RECEIPT,
    RECEIPT,
    RECEIPT_WITH_SECRET,
    SECRET,
    after,
    answered,
    asks_of,
    strings_in,
)

READER = {"page", "ticket", "routes", "language", "text_size", "contrast"}
"""What outlives the wiping while the same person may still stand there."""

WIPED = [field.name for field in fields(Visit) if field.name not in READER]
HOME = after(Visit(), on.Started())


def assert_wiped(visit: Visit) -> None:
    fresh = Visit()
    left = [name for name in WIPED if getattr(visit, name) != getattr(fresh, name)]
    assert left == []


@pytest.mark.parametrize("end", [on.EndWanted(), on.HomeWanted(), on.IdleOver(), on.WentWrong()])
def test_every_end_wipes_from_every_page(end: Event, visits: dict[Page, list[Visit]]) -> None:
    ended = 0
    for page in Page:
        for visit in visits[page]:
            if not usable(visit, type(end)):
                continue
            after_end, asks = step(visit, end)
            assert_wiped(after_end)
            assert asks[0] == Forget(leaving=isinstance(end, on.EndWanted | on.IdleOver))
            assert after_end.ticket > visit.ticket
            ended += 1
    assert ended > 100


def test_no_string_a_person_gave_or_saw_is_left_anywhere_after_the_end() -> None:
    searched = after(HOME, on.ServicesWanted(), on.SearchWanted(), on.QueryTyped("mất căn cước"))
    found = answered(searched, lambda ticket: on.HitsCame(ticket, HITS))
    full = after(
        after(found, on.HomeWanted(), on.LookupWanted()),
        on.CodeTyped(CODE),
        on.CodeGiven(),
        on.SecretTyped(SECRET),
        on.SecretGiven(),
    )
    seen = answered(full, lambda ticket: on.LookupCame(ticket, FOUND))
    assert any(CODE in text for text in strings_in(seen))
    ended = after(seen, on.EndWanted())
    traces = [
        text
        for text in strings_in(ended)
        if any(part in text for part in (CODE, SECRET, "căn cước", "Lê T", "khai sinh"))
    ]
    assert traces == []


def test_the_rating_page_still_speaks_the_readers_language() -> None:
    reader = after(HOME, on.LanguageChosen(Language.EN), on.TextSizeWanted(), on.ContrastWanted())
    ended = after(reader, on.EndWanted())
    assert (ended.language, ended.text_size, ended.contrast) == (Language.EN, 1, True)


@pytest.mark.parametrize("leave", [on.Rated(4), on.EndWanted(), on.IdleReached()])
def test_leaving_the_rating_page_gives_the_next_person_a_fresh_kiosk(leave: Event) -> None:
    reader = after(HOME, on.LanguageChosen(Language.EN), on.TextSizeWanted(), on.ContrastWanted())
    ended = after(reader, on.EndWanted(), leave)
    assert ended == Visit(ticket=ended.ticket)


def test_time_over_gives_the_next_person_a_fresh_kiosk_and_is_counted() -> None:
    reader = after(HOME, on.LanguageChosen(Language.EN), on.TextSizeWanted(), on.IdleReached())
    ended, asks = step(reader, on.IdleOver())
    assert ended == Visit(ticket=ended.ticket)
    assert Tally(Count.IDLE_ENDED) in asks


@pytest.mark.parametrize("score", range(1, 6))
def test_a_rating_is_passed_on_once(score: int) -> None:
    rating = after(HOME, on.EndWanted())
    rated, asks = step(rating, on.Rated(score))
    assert [ask for ask in asks if isinstance(ask, Rate)] == [Rate(score)]
    assert step(rated, on.Rated(score)) == (rated, ())


def test_a_visit_is_counted_once_at_its_start_and_once_at_its_end() -> None:
    assert asks_of(Visit(), on.Started()) == (Tally(Count.VISIT_STARTED),)
    assert asks_of(HOME, on.EndWanted()) == (Forget(leaving=True), Tally(Count.VISIT_ENDED))
    rating = after(HOME, on.EndWanted())
    assert asks_of(rating, on.HomeWanted()) == (Forget(), Tally(Count.VISIT_STARTED))
    assert Tally(Count.VISIT_STARTED) not in asks_of(after(HOME, on.HelpWanted()), on.HomeWanted())


def test_a_warning_changes_nothing_and_goes_away_where_it_came(
    visits: dict[Page, list[Visit]],
) -> None:
    warned = 0
    for page in Page:
        for visit in visits[page]:
            if page is not Page.RATE and usable(visit, on.IdleReached):
                assert after(visit, on.IdleReached(), on.Extended()) == visit
                warned += 1
    assert warned > 100


def test_no_warning_comes_while_a_service_is_waited_for() -> None:
    assert not any(usable(Visit(page=page), on.IdleReached) for page in PASSING)


def test_a_scan_takes_the_warning_away_and_leads_on_where_a_scan_would() -> None:
    warned = after(HOME, on.IdleReached())
    for text, expected in (
        (RECEIPT, Page.SECRET),
        (RECEIPT_WITH_SECRET, Page.ASKING),
        (CARD, Page.CODE),
        (NO_RECEIPT, Page.CODE),
    ):
        assert after(warned, on.Scanned(text)).page is expected


def test_a_scan_takes_the_warning_away_from_a_page_that_is_being_read() -> None:
    reading = after(HOME, on.ServicesWanted())
    assert after(reading, on.IdleReached(), on.Scanned(RECEIPT)) == reading


def test_a_defect_shows_the_plain_page_in_the_readers_language() -> None:
    reader = after(HOME, on.LanguageChosen(Language.EN), on.LookupWanted())
    wrong = after(reader, on.WentWrong())
    assert (wrong.page, wrong.language) == (Page.SORRY, Language.EN)
    assert after(wrong, on.HomeWanted()).page is Page.HOME


def test_a_defect_between_visits_shows_nothing() -> None:
    assert step(Visit(), on.WentWrong()) == (Visit(), ())
