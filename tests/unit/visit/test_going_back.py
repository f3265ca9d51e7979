"""Back, from every page, to where a person expects it to lead."""

from __future__ import annotations

import pytest

from kiosk.domain.outcome import (
    NotFound,
    NotPrinted,
    Printed,
    PrinterState,
    PrintOutcome,
    Uncertain,
)
from kiosk.visit import events as on
from kiosk.visit.asks import Forget
from kiosk.visit.events import Event
from kiosk.visit.machine import step
from kiosk.visit.pages import PASSING, Page
from kiosk.visit.state import Visit
from tests.unit.visit.sample import (
    ADVICE,
    BIRTH,
    CODE,
    EID,
    EID_BARE,
    EID_PAPERS,
    EID_STEPS,
    FOUND,
    GUIDES,
    MARRIAGE,
    OTHER_CODE,
    RECEIPT,
    RECEIPT_WITH_SECRET,
    SECRET,
    SLIP,
    after,
    answered,
)

HOME = after(Visit(), on.Started())
SERVICES = after(HOME, on.ServicesWanted())
SEARCH = after(SERVICES, on.SearchWanted())
CODE_PAGE = after(HOME, on.LookupWanted("H20.129-"))
SECRET_PAGE = after(CODE_PAGE, on.CodeTyped(CODE), on.CodeGiven())
ASKING = after(SECRET_PAGE, on.SecretTyped(SECRET), on.SecretGiven())
RESULT = answered(ASKING, lambda ticket: on.LookupCame(ticket, FOUND))
TROUBLE = answered(ASKING, lambda ticket: on.LookupCame(ticket, NotFound()))
SERVICE = after(SERVICES, on.LifeEventChosen("wed", (MARRIAGE,)))


def printed(visit: Visit, outcome: PrintOutcome) -> Visit:
    waiting = after(visit, on.PrintWanted())
    return answered(waiting, lambda ticket: on.PrintCame(ticket, SLIP, outcome))


@pytest.mark.parametrize(
    ("visit", "expected"),
    [
        pytest.param(SERVICES, Page.HOME, id="life events to home"),
        pytest.param(SEARCH, Page.SERVICES, id="search to life events"),
        pytest.param(SERVICE, Page.SERVICES, id="a service to the tile it came from"),
        pytest.param(
            after(SEARCH, on.GuideChosen(ADVICE)), Page.SEARCH, id="a service to its search"
        ),
        pytest.param(
            after(SERVICES, on.LifeEventChosen("many", GUIDES), on.GuideChosen(MARRIAGE)),
            Page.SEARCH,
            id="a service to the list of its life event",
        ),
        pytest.param(after(SERVICE, on.StepsWanted()), Page.SERVICE, id="first step to service"),
        pytest.param(
            after(SERVICE, on.StepsWanted(), on.NextWanted()), Page.STEPS, id="a step to the last"
        ),
        pytest.param(after(SERVICE, on.PhoneWanted()), Page.SERVICE, id="phone to service"),
        pytest.param(
            after(SERVICE, on.StepsWanted(), on.NextWanted(), on.NextWanted()),
            Page.STEPS,
            id="phone to the step that led there",
        ),
        pytest.param(after(HOME, on.GuideChosen(EID)), Page.HOME, id="first question to home"),
        pytest.param(
            after(SEARCH, on.GuideChosen(BIRTH)), Page.SEARCH, id="first question to search"
        ),
        pytest.param(
            after(HOME, on.GuideChosen(EID_STEPS), on.NextWanted()),
            Page.STEPS,
            id="check-list to the last step",
        ),
        pytest.param(
            after(HOME, on.GuideChosen(EID_PAPERS), on.Answered("lost", "yes")),
            Page.QUESTION,
            id="check-list to the question that led there",
        ),
        pytest.param(
            after(SEARCH, on.GuideChosen(EID_BARE)), Page.SEARCH, id="a bare check-list to search"
        ),
        pytest.param(
            after(SERVICES, on.LifeEventChosen("e", (EID_STEPS,))),
            Page.SERVICES,
            id="e-ID steps found by a tile, to the tiles",
        ),
        pytest.param(CODE_PAGE, Page.HOME, id="code to home"),
        pytest.param(SECRET_PAGE, Page.CODE, id="look-up code to code"),
        pytest.param(ASKING, Page.SECRET, id="waiting to the look-up code"),
        pytest.param(RESULT, Page.SECRET, id="result to the look-up code"),
        pytest.param(TROUBLE, Page.SECRET, id="trouble to the look-up code"),
        pytest.param(after(HOME, on.Scanned(RECEIPT)), Page.HOME, id="scanned at home to home"),
        pytest.param(
            after(CODE_PAGE, on.Scanned(RECEIPT)), Page.CODE, id="scanned at the code to the code"
        ),
        pytest.param(printed(RESULT, Printed()), Page.RESULT, id="printed to the result"),
        pytest.param(printed(RESULT, Uncertain()), Page.RESULT, id="in doubt to the result"),
        pytest.param(
            printed(SERVICE, NotPrinted(PrinterState.PAPER_OUT)), Page.SERVICE, id="QR to service"
        ),
        pytest.param(
            after(TROUBLE, on.HelpWanted()), Page.TROUBLE, id="help to where it was asked"
        ),
        pytest.param(after(HOME, on.HelpWanted()), Page.HOME, id="help to home"),
        pytest.param(
            after(HOME, on.WentWrong(), on.HelpWanted()), Page.SORRY, id="help to the plain page"
        ),
    ],
)
def test_back_leads_to(visit: Visit, expected: Page) -> None:
    assert after(visit, on.BackWanted()).page is expected


def test_back_within_questions_takes_the_last_answer_away() -> None:
    asked = after(HOME, on.GuideChosen(EID), on.Answered("card", "yes"))
    twice = after(asked, on.Answered("phone", "unsure"))
    assert dict(twice.answers) == {"card": "yes", "phone": "unsure"}
    once = after(twice, on.BackWanted())
    assert (once.page, dict(once.answers)) == (Page.QUESTION, {"card": "yes"})
    none = after(once, on.BackWanted())
    assert (none.page, dict(none.answers)) == (Page.QUESTION, {})
    assert after(none, on.BackWanted()).page is Page.HOME


def test_back_from_what_the_questions_led_to_asks_the_last_one_again() -> None:
    shown = after(SEARCH, on.GuideChosen(BIRTH), on.Answered("married", "yes"), on.Ticked(0))
    again = after(shown, on.BackWanted())
    assert (again.page, dict(again.answers)) == (Page.QUESTION, {})
    assert after(again, on.Answered("married", "yes")).ticks == frozenset()


def test_back_within_steps_goes_step_by_step() -> None:
    last = after(SERVICE, on.StepsWanted(), on.NextWanted())
    first = after(last, on.BackWanted())
    assert (first.page, first.step) == (Page.STEPS, 0)
    assert after(first, on.BackWanted()).page is Page.SERVICE


def test_the_step_button_and_back_do_the_same() -> None:
    for visit in (
        after(SERVICE, on.StepsWanted()),
        after(SERVICE, on.StepsWanted(), on.NextWanted()),
    ):
        assert step(visit, on.PreviousWanted()) == step(visit, on.BackWanted())


def test_back_to_home_wipes_as_home_does() -> None:
    after_back, asks = step(CODE_PAGE, on.BackWanted())
    after_home, _asks = step(CODE_PAGE, on.HomeWanted())
    assert after_back == after_home
    assert asks == (Forget(),)


def test_back_from_waiting_makes_the_answer_too_late() -> None:
    left = after(ASKING, on.BackWanted())
    assert left.ticket > ASKING.ticket
    late, asks = step(left, on.LookupCame(ASKING.ticket, FOUND))
    assert (late, asks) == (left, ())
    again = after(left, on.SecretGiven())
    assert step(again, on.LookupCame(ASKING.ticket, FOUND)) == (again, ())


@pytest.mark.parametrize("out", [True, False])
def test_back_never_asks_again_whether_the_slip_is_out(out: bool) -> None:
    told = after(printed(RESULT, Uncertain()), on.SlipSeen(out))
    assert after(told, on.BackWanted()).page is Page.RESULT


def test_back_after_a_second_try_to_print_leads_past_the_first() -> None:
    failed = printed(SERVICE, NotPrinted(PrinterState.PAPER_OUT))
    waiting = after(failed, on.AgainWanted())
    out = answered(waiting, lambda ticket: on.PrintCame(ticket, SLIP, Printed()))
    assert out.page is Page.PRINTED
    assert after(out, on.BackWanted()).page is Page.SERVICE


@pytest.mark.parametrize("start", [RESULT, TROUBLE], ids=["result", "trouble"])
@pytest.mark.parametrize(
    "event",
    [on.LookupWanted(), on.Scanned(RECEIPT), on.Scanned(RECEIPT_WITH_SECRET), on.Scanned("#")],
    ids=["another", "receipt", "receipt with its look-up code", "nothing of use"],
)
def test_back_never_returns_to_an_answer_that_was_dropped(start: Visit, event: Event) -> None:
    visit = after(start, event)
    while visit.page is not Page.HOME:
        visit = after(visit, on.BackWanted())
        assert visit.page not in (Page.RESULT, Page.TROUBLE)


def test_back_from_a_second_try_leads_to_what_was_typed_not_to_an_empty_trouble() -> None:
    trying = after(TROUBLE, on.AgainWanted())
    back = after(trying, on.BackWanted())
    assert (back.page, back.code, back.secret) == (Page.SECRET, CODE, SECRET)


def test_back_never_returns_to_the_look_up_code_of_a_code_that_is_gone() -> None:
    scanned = after(HOME, on.Scanned(RECEIPT), on.Scanned("#"))
    assert scanned.page is Page.CODE
    assert after(scanned, on.BackWanted()).page is Page.HOME


def test_back_step_by_step_always_ends_at_home(visits: dict[Page, list[Visit]]) -> None:
    for page in Page:
        if page in (Page.ATTRACT, Page.IDLE, Page.PRINTING, Page.SORRY, Page.RATE):
            continue
        for visit in visits[page]:
            here, presses = visit, 0
            while here.page not in (Page.HOME, Page.SORRY):
                here, presses = step(here, on.BackWanted())[0], presses + 1
                assert here.page not in PASSING
                assert presses < 30


def test_another_receipt_scanned_on_the_result_keeps_nothing_of_the_first() -> None:
    scanned = after(RESULT, on.Scanned(OTHER_CODE))
    assert scanned.code == OTHER_CODE
    assert scanned.outcome is None
