"""The look-up: typed, scanned, answered, in trouble."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import dossier_code
from kiosk.domain.count import Count
from kiosk.domain.outcome import Found, HandedOver, LookupOutcome, NotFound, kind_of
from kiosk.domain.route import Route
from kiosk.visit import events as on
from kiosk.visit.asks import LookUp, PrintCode, Tally
from kiosk.visit.looking_up import OPEN_TO_SCANS
from kiosk.visit.machine import step
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from tests.unit.visit.explore import Tried
from tests.unit.visit.sample import (
    CARD,
    CARD_PARTS,
    CODE,
    FOUND,
    LOOKUP_OUTCOMES,
    NO_RECEIPT,
    NOON,
    OTHER_CODE,
    RECEIPT,
    RECEIPT_WITH_SECRET,
    SECRET,
    after,
    answered,
    asks_of,
    dossier,
    strings_in,
)

HOME = after(Visit(), on.Started())
TYPING = after(HOME, on.LookupWanted("H20.129-"))
SECRET_PAGE = after(TYPING, on.CodeTyped(CODE), on.CodeGiven())
ASKING = after(SECRET_PAGE, on.SecretTyped(SECRET), on.SecretGiven())
SCANNING = tuple(page for page in Page if page in OPEN_TO_SCANS)


def lookups(visit: Visit, event: on.Event) -> list[LookUp]:
    return [ask for ask in asks_of(visit, event) if isinstance(ask, LookUp)]


def test_the_wards_own_prefix_is_typed_already() -> None:
    assert TYPING.code == "H20.129-"


@pytest.mark.parametrize("typed", ["", "H20", "H20.129-261120", "2.001234", "087165004321"])
def test_what_is_no_code_is_said_at_once_and_nobody_is_asked(typed: str) -> None:
    visit, _ = step(TYPING, on.CodeTyped(typed))
    refused, asks = step(visit, on.CodeGiven())
    assert (refused.page, refused.code_wrong, asks) == (Page.CODE, True, ())


def test_typing_on_takes_the_remark_away() -> None:
    wrong = after(TYPING, on.CodeGiven())
    assert after(wrong, on.CodeTyped("H20.129-2")).code_wrong is False


@pytest.mark.parametrize("length", range(4))
def test_a_look_up_code_too_short_asks_nobody(length: int) -> None:
    typed, _ = step(SECRET_PAGE, on.SecretTyped(SECRET[:length]))
    assert step(typed, on.SecretGiven()) == (typed, ())


def test_code_and_look_up_code_are_asked_for_together() -> None:
    full = after(SECRET_PAGE, on.SecretTyped(SECRET))
    [asked] = lookups(full, on.SecretGiven())
    assert (asked.code.text, asked.secret) == (CODE, SECRET)


def test_without_the_look_up_code_none_is_sent_even_when_some_was_typed() -> None:
    typed = after(SECRET_PAGE, on.SecretTyped("K7"))
    [asked] = lookups(typed, on.SecretMissing())
    assert asked.secret is None
    assert after(typed, on.SecretMissing()).secret == ""


def test_a_second_press_while_waiting_asks_nobody() -> None:
    for event in (on.SecretGiven(), on.SecretMissing(), on.AgainWanted(), on.Scanned(RECEIPT)):
        assert step(ASKING, event) == (ASKING, ())


def test_the_look_up_code_is_dropped_once_the_dossier_is_found() -> None:
    found = answered(ASKING, lambda ticket: on.LookupCame(ticket, FOUND))
    assert found.page is Page.RESULT
    assert not any(SECRET in text for text in strings_in(found))


def test_no_visit_keeps_a_look_up_code_on_the_result(visits: dict[Page, list[Visit]]) -> None:
    assert visits[Page.RESULT]
    assert {visit.secret for visit in visits[Page.RESULT]} == {""}


@pytest.mark.parametrize(
    "outcome", [one for one in LOOKUP_OUTCOMES if not isinstance(one, Found | HandedOver)]
)
def test_every_other_answer_is_a_trouble_that_can_be_tried_again(outcome: LookupOutcome) -> None:
    trouble = answered(ASKING, lambda ticket: on.LookupCame(ticket, outcome))
    assert (trouble.page, trouble.outcome) == (Page.TROUBLE, outcome)
    assert Tally(Count.LOOKUP_FAILED, kind_of(outcome)) in asks_of(
        ASKING, on.LookupCame(ASKING.ticket, outcome)
    )
    [asked] = lookups(trouble, on.AgainWanted())
    assert (asked.code.text, asked.secret) == (CODE, SECRET)
    assert asked.ticket > ASKING.ticket


def test_where_no_portal_answers_the_person_gets_the_page_and_the_code() -> None:
    handed = HandedOver("https://dichvucong.gov.vn/tra-cuu-ho-so")
    came = answered(ASKING, lambda ticket: on.LookupCame(ticket, handed))
    assert (came.page, came.outcome, came.code, came.secret) == (Page.HANDOVER, handed, CODE, "")
    [asked] = [ask for ask in asks_of(came, on.PrintWanted()) if isinstance(ask, PrintCode)]
    assert (asked.code, asked.page) == (CODE, handed.page)
    assert after(came, on.LookupWanted("H20.129-")).code == CODE


@pytest.mark.parametrize("typed", [CODE, "G09.20-20260609-0092637"])
def test_a_code_whose_portal_has_no_look_up_codes_is_asked_at_once(typed: str) -> None:
    routes = (Route("portal", ("H20",)), Route("portal_2", ("G",), takes_secret=False))
    typing = after(Visit(routes=routes), on.Started(), on.LookupWanted(), on.CodeTyped(typed))
    given, _ = step(typing, on.CodeGiven())
    assert given.page is (Page.SECRET if typed == CODE else Page.ASKING)
    assert len(lookups(typing, on.CodeGiven())) == (0 if typed == CODE else 1)


def test_an_answer_with_an_old_ticket_changes_nothing() -> None:
    for ticket in range(ASKING.ticket):
        assert step(ASKING, on.LookupCame(ticket, FOUND)) == (ASKING, ())


def test_an_answer_to_somebody_else_never_shows(visits: dict[Page, list[Visit]]) -> None:
    for page in Page:
        for visit in visits[page][:60]:
            assert step(visit, on.LookupCame(visit.ticket - 1, FOUND)) == (visit, ())


def test_an_overdue_dossier_is_counted_as_such() -> None:
    late = Found(dossier(due=NOON - timedelta(days=4)), unlocked=False)
    soon = Found(dossier(due=NOON + timedelta(days=4)), unlocked=False)
    counted = {
        outcome: asks_of(ASKING, on.LookupCame(ASKING.ticket, outcome)) for outcome in (late, soon)
    }
    assert counted[late] == (Tally(Count.LOOKED_UP), Tally(Count.LOOKED_UP_OVERDUE))
    assert counted[soon] == (Tally(Count.LOOKED_UP),)


def test_another_look_up_starts_with_a_fresh_code() -> None:
    found = answered(ASKING, lambda ticket: on.LookupCame(ticket, FOUND))
    other = after(found, on.LookupWanted("H20.129-"))
    assert (other.page, other.code, other.outcome) == (Page.CODE, "H20.129-", None)


def test_mending_the_code_shows_it_as_it_was_typed() -> None:
    trouble = answered(ASKING, lambda ticket: on.LookupCame(ticket, NotFound()))
    mending = after(trouble, on.LookupWanted("H20.129-"))
    assert (mending.page, mending.code, mending.secret) == (Page.CODE, CODE, "")


def test_a_portals_own_number_is_never_shown_for_mending() -> None:
    asking = after(HOME, on.Scanned(f"D-{SECRET}-6650123"))
    assert asking.code.startswith("#")
    trouble = answered(asking, lambda ticket: on.LookupCame(ticket, NotFound(with_secret=True)))
    assert after(trouble, on.LookupWanted()).code == ""


def after_scan(visit: Visit) -> Page:
    """Where a ward has no look-up codes, nobody is asked for one."""
    return Page.SECRET if visit.routes[0].takes_secret else Page.ASKING


@pytest.mark.parametrize("page", list(Page), ids=lambda page: page.value)
def test_a_receipt_scanned_on_any_page_leads_on_or_is_let_be(
    page: Page, visits: dict[Page, list[Visit]]
) -> None:
    for visit in visits[page][:40]:
        scanned, asks = step(visit, on.Scanned(RECEIPT))
        if page in (*SCANNING, Page.ATTRACT):
            assert (scanned.page, scanned.code, scanned.secret) == (after_scan(visit), CODE, "")
        elif page is Page.IDLE:
            came_from = visit.trail[-1]
            assert scanned.page is (after_scan(visit) if came_from in SCANNING else came_from)
        else:
            assert (scanned, asks) == (visit, ())


@pytest.mark.parametrize("page", [*SCANNING, Page.ATTRACT], ids=lambda page: page.value)
def test_a_receipt_with_its_look_up_code_is_asked_for_at_once(
    page: Page, visits: dict[Page, list[Visit]]
) -> None:
    for visit in visits[page][:40]:
        [asked] = lookups(visit, on.Scanned(RECEIPT_WITH_SECRET))
        assert (asked.code.text, asked.secret) == (OTHER_CODE, SECRET)


@pytest.mark.parametrize("page", list(Page), ids=lambda page: page.value)
def test_a_card_leaves_no_trace_on_any_page(page: Page, visits: dict[Page, list[Visit]]) -> None:
    for visit in visits[page][:40]:
        scanned, asks = step(visit, on.Scanned(CARD))
        for text in (*strings_in(scanned), *strings_in(asks)):
            assert not any(part in text for part in CARD_PARTS)


@pytest.mark.parametrize("page", [*SCANNING, Page.ATTRACT], ids=lambda page: page.value)
def test_a_card_is_refused_gently_and_asks_nobody(
    page: Page, visits: dict[Page, list[Visit]]
) -> None:
    for visit in visits[page][:40]:
        scanned, asks = step(visit, on.Scanned(CARD))
        assert (scanned.page, scanned.card_shown, scanned.code) == (Page.CODE, True, "")
        assert [ask for ask in asks if not isinstance(ask, Tally)] == []


def test_something_else_is_told_from_a_card_and_keeps_what_was_typed() -> None:
    typed = after(TYPING, on.CodeTyped("H20.129-2611"))
    scanned = after(typed, on.Scanned(NO_RECEIPT))
    assert (scanned.code, scanned.code_wrong, scanned.card_shown) == ("H20.129-2611", True, False)
    assert not any(NO_RECEIPT in text for text in strings_in(scanned))


def test_a_receipt_under_the_scanner_starts_a_visit_with_a_way_home() -> None:
    started, asks = step(Visit(), on.Scanned(RECEIPT))
    assert (started.page, started.trail) == (Page.SECRET, (Page.HOME,))
    assert Tally(Count.VISIT_STARTED) in asks


@given(
    agency=st.from_regex(r"[A-Y][0-9]{2}(\.[0-9]{2,3}){0,2}", fullmatch=True),
    day=st.dates().map(lambda day: f"{day:%y%m%d}"),
    number=st.from_regex(r"[0-9]{4,6}", fullmatch=True),
)
def test_every_code_a_scan_gives_can_be_asked_for(agency: str, day: str, number: str) -> None:
    scanned, _ = step(HOME, on.Scanned(f"{agency}-{day}-{number}"))
    assert scanned.page is Page.SECRET
    assert dossier_code.parse(scanned.code) is not None
    assert lookups(scanned, on.SecretMissing())


@given(st.text(max_size=80))
def test_whatever_is_scanned_is_answered(text: str) -> None:
    for visit in (Visit(), HOME, TYPING, SECRET_PAGE):
        scanned, _ = step(visit, on.Scanned(text))
        assert scanned.page in (Page.ASKING, Page.SECRET, Page.CODE)


def test_every_look_up_asks_for_a_code(tried: tuple[Tried, ...]) -> None:
    asked = [ask for one in tried for ask in one.asks if isinstance(ask, LookUp)]
    assert asked
    assert all(ask.code == dossier_code.parse(ask.code.text) for ask in asked)
