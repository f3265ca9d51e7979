"""The slip: one wish, one ask; paper, doubt, or the screen instead."""

from __future__ import annotations

import pytest

from kiosk.domain.count import Count
from kiosk.domain.outcome import NotPrinted, Printed, PrinterState, PrintOutcome, Uncertain
from kiosk.domain.text import Language
from kiosk.visit import events as on
from kiosk.visit.asks import PrintCode, PrintDossier, PrintGuide, Settle, Tally
from kiosk.visit.machine import step, usable
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from tests.unit.visit.sample import (
    BIRTH,
    CODE,
    FOUND,
    MARRIAGE,
    PRINT_OUTCOMES,
    SLIP,
    after,
    answered,
    asks_of,
    dossier,
)

HOME = after(Visit(), on.Started())
SERVICE = after(HOME, on.ServicesWanted(), on.LifeEventChosen("wed", (MARRIAGE,)))
RESULT = answered(
    after(HOME, on.Scanned(CODE), on.SecretMissing()),
    lambda ticket: on.LookupCame(ticket, FOUND),
)
PRINTING = after(SERVICE, on.PrintWanted())


def prints(visit: Visit, event: on.Event) -> list[PrintDossier | PrintCode | PrintGuide]:
    asked = asks_of(visit, event)
    return [ask for ask in asked if isinstance(ask, PrintDossier | PrintCode | PrintGuide)]


@pytest.mark.parametrize("visit", [SERVICE, RESULT], ids=["guide", "dossier"])
def test_a_double_press_asks_for_one_slip(visit: Visit) -> None:
    first, asks = step(visit, on.PrintWanted())
    second = step(first, on.PrintWanted())
    assert len(asks) == 1
    assert second == (first, ())


def test_the_slip_is_of_what_is_on_the_screen_in_the_readers_language() -> None:
    english = after(RESULT, on.LanguageChosen(Language.EN))
    [slip] = prints(english, on.PrintWanted())
    assert slip == PrintDossier(slip.ticket, slip.ticket, dossier(), Language.EN)
    asked = after(HOME, on.ServicesWanted(), on.SearchWanted(), on.GuideChosen(BIRTH))
    birth = after(asked, on.Answered("married", "yes"))
    [checklist] = prints(birth, on.PrintWanted())
    assert isinstance(checklist, PrintGuide)
    assert checklist.guide is BIRTH
    assert dict(checklist.answers) == {"married": "yes"}
    assert checklist.language is Language.VI


def test_print_has_something_to_print_wherever_it_can_be_pressed(
    visits: dict[Page, list[Visit]],
) -> None:
    pressed = 0
    for page in Page:
        for visit in visits[page]:
            if usable(visit, on.PrintWanted):
                assert len(prints(visit, on.PrintWanted())) == 1
                pressed += 1
    assert pressed > 100


@pytest.mark.parametrize("outcome", PRINT_OUTCOMES)
def test_the_printers_word_decides_what_is_shown(outcome: PrintOutcome) -> None:
    expected = {
        Printed: (Page.PRINTED, Count.PRINTED),
        Uncertain: (Page.UNCERTAIN, Count.PRINT_UNCERTAIN),
        NotPrinted: (Page.QR_INSTEAD, Count.PRINT_FAILED),
    }[type(outcome)]
    told, asks = step(PRINTING, on.PrintCame(PRINTING.ticket, SLIP, outcome))
    assert (told.page, asks) == (expected[0], (Tally(expected[1]),))
    assert (told.slip, told.printed) == (SLIP, outcome)


def test_printed_is_never_said_without_the_printers_or_the_persons_word(
    visits: dict[Page, list[Visit]],
) -> None:
    said = {type(visit.printed) for visit in visits[Page.PRINTED]}
    assert said == {Printed, Uncertain}
    assert all(visit.slip is not None for visit in visits[Page.PRINTED])


@pytest.mark.parametrize(("out", "page"), [(True, Page.PRINTED), (False, Page.QR_INSTEAD)])
def test_a_doubt_is_settled_by_the_person(out: bool, page: Page) -> None:
    doubt = answered(PRINTING, lambda ticket: on.PrintCame(ticket, SLIP, Uncertain()))
    settled, asks = step(doubt, on.SlipSeen(out))
    assert (settled.page, settled.slip) == (page, SLIP)
    assert asks == (Settle(PRINTING.ticket, out),)


def test_a_slip_that_did_not_come_is_wanted_again_by_the_same_wish() -> None:
    doubt = answered(PRINTING, lambda ticket: on.PrintCame(ticket, SLIP, Uncertain()))
    [again] = prints(after(doubt, on.SlipSeen(out=False)), on.AgainWanted())
    assert (again.wish, again.ticket > again.wish) == (PRINTING.ticket, True)


def test_the_next_wish_of_the_same_person_is_another_one() -> None:
    printed = answered(PRINTING, lambda ticket: on.PrintCame(ticket, SLIP, Printed()))
    [second] = prints(after(printed, on.BackWanted()), on.PrintWanted())
    assert second.wish == second.ticket > PRINTING.wish


def test_an_answer_with_an_old_ticket_changes_nothing() -> None:
    for ticket in range(PRINTING.ticket):
        assert step(PRINTING, on.PrintCame(ticket, SLIP, Printed())) == (PRINTING, ())


@pytest.mark.parametrize("leave", [on.HomeWanted(), on.EndWanted(), on.WentWrong()])
def test_a_slip_that_comes_after_the_person_left_shows_nothing(leave: on.Event) -> None:
    left = after(PRINTING, leave)
    assert step(left, on.PrintCame(PRINTING.ticket, SLIP, Printed())) == (left, ())


def test_a_second_wish_after_a_failure_has_a_ticket_of_its_own() -> None:
    empty = NotPrinted(PrinterState.PAPER_OUT)
    failed = answered(PRINTING, lambda ticket: on.PrintCame(ticket, SLIP, empty))
    [again] = prints(failed, on.AgainWanted())
    assert again.ticket > PRINTING.ticket
    waiting = after(failed, on.AgainWanted())
    assert waiting.printed is None
    assert step(waiting, on.PrintCame(PRINTING.ticket, SLIP, Printed())) == (waiting, ())
