"""Visits no person would make: random events, late answers, and what must hold all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.domain.outcome import Found
from kiosk.visit import events as on
from kiosk.visit.asks import Find, Forget, LookUp, OpenGuides, PrintCode, PrintDossier, PrintGuide
from kiosk.visit.machine import step, usable
from kiosk.visit.pages import PASSING, Page
from kiosk.visit.state import Visit
from kiosk.visit.table import rule_for
from tests.unit.visit.explore import KINDS
from tests.unit.visit.sample import (
    CARD,
    CARD_PARTS,
    EID,
    EID_BARE,
    GUIDES,
    HITS,
    LOOKUP_OUTCOMES,
    NAME,
    PRINT_OUTCOMES,
    RECEIPT,
    RECEIPT_WITH_SECRET,
    SECRET,
    SLIP,
    sensible,
    strings_in,
)

if TYPE_CHECKING:
    from kiosk.visit.asks import Ask

PERSONAL = ("typed by somebody", SECRET, NAME)
WAITING = LookUp | OpenGuides | Find | PrintDossier | PrintCode | PrintGuide


class AnyVisit(RuleBasedStateMachine):
    """One kiosk, many people, services that answer whenever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = Visit()
        self.open: list[WAITING] = []
        self.dropped_before = 0

    def send(self, event: on.Event) -> tuple[Ask, ...]:
        before = self.visit
        self.visit, asks = step(before, event)
        assert self.visit.ticket >= before.ticket
        if any(isinstance(ask, Forget) for ask in asks):
            self.dropped_before = self.visit.ticket
        self.open += [ask for ask in asks if isinstance(ask, WAITING)]
        rule_ = rule_for(before.page, type(event))
        if rule_ is None:
            assert self.visit is before
        elif self.visit.page is not before.page:
            assert self.visit.page in rule_.to
        return asks

    @rule(data=st.data(), kind=st.sampled_from(KINDS))
    def anything_happens(self, data: st.DataObject, kind: type) -> None:
        self.send(data.draw(st.sampled_from(sensible(kind, self.visit))))

    @rule(data=st.data())
    def something_of_use_happens(self, data: st.DataObject) -> None:
        useful = [kind for kind in KINDS if usable(self.visit, kind)]
        kind = data.draw(st.sampled_from(useful))
        self.send(data.draw(st.sampled_from(sensible(kind, self.visit))))

    @rule(text=st.text(max_size=40), kind=st.sampled_from((on.QueryTyped, on.CodeTyped)))
    def something_is_typed(self, text: str, kind: type) -> None:
        self.send(kind(f"typed by somebody {text}"))

    @rule(text=st.text(max_size=60))
    def something_is_scanned(self, text: str) -> None:
        self.send(on.Scanned(text))

    @rule(text=st.sampled_from((RECEIPT, RECEIPT_WITH_SECRET, CARD)))
    def a_receipt_or_a_card_is_scanned(self, text: str) -> None:
        self.send(on.Scanned(text))

    @rule(place=st.integers(0, len(GUIDES) - 1))
    def a_guide_is_opened_from_the_start(self, place: int) -> None:
        for event in (on.Started(), on.HomeWanted(), on.GuideChosen(GUIDES[place])):
            self.send(event)

    @rule(leave=st.sampled_from((on.BackWanted(), on.HomeWanted(), on.EndWanted())))
    def somebody_cannot_wait_and_asks_again(self, leave: on.Event) -> None:
        for event in (on.Scanned(RECEIPT_WITH_SECRET), leave, on.HomeWanted()):
            self.send(event)
        self.send(on.Scanned(RECEIPT_WITH_SECRET))

    @rule(leave=st.sampled_from((on.HomeWanted(), on.EndWanted())))
    def somebody_prints_leaves_and_prints_again(self, leave: on.Event) -> None:
        for _ in range(2):
            for event in (leave, on.HomeWanted(), on.GuideChosen(EID_BARE), on.PrintWanted()):
                self.send(event)

    @rule()
    def somebody_goes_back(self) -> None:
        self.send(on.BackWanted())

    @precondition(lambda self: self.open)
    @rule(data=st.data())
    def a_service_answers(self, data: st.DataObject) -> None:
        ask = self.open.pop(data.draw(st.integers(0, len(self.open) - 1)))
        before = self.visit
        match ask:
            case LookUp():
                outcome = data.draw(st.sampled_from(LOOKUP_OUTCOMES))
                self.send(on.LookupCame(ask.ticket, outcome))
            case OpenGuides():
                self.send(on.GuidesCame(ask.ticket, EID))
            case Find():
                self.send(on.HitsCame(ask.ticket, HITS))
            case PrintDossier() | PrintCode() | PrintGuide():
                self.send(
                    on.PrintCame(ask.ticket, SLIP, data.draw(st.sampled_from(PRINT_OUTCOMES)))
                )
        if ask.ticket != before.ticket or ask.ticket < self.dropped_before:
            assert self.visit == before, "a late answer reached somebody else"

    @rule(end=st.sampled_from((on.HomeWanted(), on.EndWanted(), on.WentWrong())))
    def somebody_leaves(self, end: on.Event) -> None:
        asks = self.send(end)
        if asks:
            texts = [*strings_in(self.visit), *strings_in(asks)]
            assert not any(part in text for part in PERSONAL for text in texts)

    @invariant()
    def nothing_of_a_card_is_anywhere(self) -> None:
        """The kiosk's own guides are left out: they are long, and were there before the card."""
        texts = list(strings_in(replace(self.visit, guide=None, listed=(), hits=())))
        assert not any(part in text for part in CARD_PARTS for text in texts)

    @invariant()
    def each_page_has_what_it_shows(self) -> None:
        visit = self.visit
        for page in (visit.page, *visit.trail):
            match page:
                case Page.ATTRACT:
                    assert visit == Visit(ticket=visit.ticket)
                case Page.RESULT:
                    assert visit.dossier is not None
                    assert visit.secret == ""
                case Page.TROUBLE:
                    assert visit.outcome is not None
                    assert not isinstance(visit.outcome, Found)
                case Page.QUESTION | Page.SERVICE | Page.STEPS | Page.CHECKLIST | Page.PHONE:
                    assert visit.guide is not None
                case Page.PRINTED | Page.UNCERTAIN | Page.QR_INSTEAD:
                    assert visit.slip is not None
                    assert visit.printed is not None

    @invariant()
    def what_is_waited_for_is_on_its_way(self) -> None:
        if self.visit.page in PASSING:
            assert any(ask.ticket == self.visit.ticket for ask in self.open)

    @invariant()
    def the_trail_is_a_way_back(self) -> None:
        trail = self.visit.trail
        assert len(set(trail)) == len(trail)
        assert self.visit.page not in trail
        assert PASSING.isdisjoint(trail)


AnyVisit.TestCase.settings = settings(
    max_examples=250, stateful_step_count=40, deadline=None, print_blob=True
)
test_any_visit = AnyVisit.TestCase
