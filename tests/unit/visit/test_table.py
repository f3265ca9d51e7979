"""The table as a whole: total, honest about where it leads, and without a dead end."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.visit import events as on
from kiosk.visit import machine
from kiosk.visit.asks import Find, LookUp, OpenGuides, PrintCode, PrintDossier, PrintGuide
from kiosk.visit.machine import OutsideTableError, step, usable
from kiosk.visit.moves import Move
from kiosk.visit.pages import PASSING, Page
from kiosk.visit.state import Visit
from kiosk.visit.table import EVERYWHERE, TABLE, Rule, rule_for
from tests.unit.visit.explore import KINDS, Tried
from tests.unit.visit.sample import sensible

EACH_PAGE = pytest.mark.parametrize("page", list(Page), ids=lambda page: page.value)


def test_every_event_class_is_in_the_union() -> None:
    source = Path(on.__file__).read_text(encoding="utf-8")
    written = {node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    assert {kind.__name__ for kind in KINDS} == written


def test_every_event_has_a_rule_somewhere() -> None:
    with_rule = {kind for _page, kind in TABLE} | set(EVERYWHERE)
    assert set(KINDS) == with_rule


def test_every_page_is_reached_from_the_first(visits: dict[Page, list[Visit]]) -> None:
    assert [page.value for page in Page if not visits[page]] == []


@EACH_PAGE
def test_every_event_on_a_page_is_answered_and_unknown_ones_change_nothing(
    page: Page, visits: dict[Page, list[Visit]]
) -> None:
    for visit in visits[page][:40]:
        for kind in KINDS:
            for event in sensible(kind, visit):
                after, asks = step(visit, event)
                if rule_for(page, kind) is None:
                    assert after is visit
                    assert asks == ()
                assert usable(visit, kind) is (rule_for(page, kind) is not None)


def test_no_rule_leads_to_a_page_it_does_not_list_or_lists_one_it_never_leads_to(
    tried: tuple[Tried, ...],
) -> None:
    seen: dict[tuple[Page, type], set[Page]] = {}
    for one in tried:
        ends = seen.setdefault((one.before.page, type(one.event)), set())
        ends.add(one.after.page)
    for (page, kind), rule in TABLE.items():
        moved = seen[page, kind] - {page}
        assert moved == set(rule.to) - {page}, f"{page.value} --{kind.__name__}-->"
    for kind, (pages, rule) in EVERYWHERE.items():
        shared = [page for page in pages if (page, kind) not in TABLE]
        moved = set().union(*(seen.get((page, kind), set()) - {page} for page in shared))
        assert moved <= set(rule.to), kind.__name__
        assert set(rule.to) - moved <= set(shared), kind.__name__


def test_a_rule_that_lists_no_page_stays(tried: tuple[Tried, ...]) -> None:
    staying = [one for one in tried if rule_for(one.before.page, type(one.event)).to == ()]  # type: ignore[union-attr]
    assert staying
    assert all(one.after.page is one.before.page for one in staying)


@EACH_PAGE
def test_every_page_has_a_way_out_that_needs_no_service(page: Page) -> None:
    ways = (on.Started, on.HomeWanted, on.EndWanted)
    leads = {end for way in ways if (rule := rule_for(page, way)) for end in rule.to}
    assert leads - {page}


@EACH_PAGE
def test_home_and_end_are_usable_all_through_a_visit(page: Page) -> None:
    visit = Visit(page=page)
    assert usable(visit, on.EndWanted) is (page is not Page.ATTRACT)
    assert usable(visit, on.HomeWanted) is (page not in (Page.ATTRACT, Page.HOME))


def test_back_is_usable_exactly_where_there_is_something_to_go_back_to(
    visits: dict[Page, list[Visit]],
) -> None:
    no_back = (Page.PRINTING, Page.IDLE)
    for page in Page:
        for visit in visits[page]:
            somewhere = bool(visit.trail) or visit.came_from is not None
            expected = somewhere and page not in no_back
            assert usable(visit, on.BackWanted) is expected, page


def test_what_waits_asks_once_and_only_waiting_pages_wait(tried: tuple[Tried, ...]) -> None:
    waited_for = (LookUp, OpenGuides, PrintDossier, PrintCode, PrintGuide)
    for one in tried:
        asked = [ask for ask in one.asks if isinstance(ask, waited_for)]
        entered = one.after.page in PASSING and one.after.page is not one.before.page
        assert len(asked) == (1 if entered else 0)


def test_every_ask_that_is_answered_carries_the_ticket_of_the_visit_after_it(
    tried: tuple[Tried, ...],
) -> None:
    tickets = [
        (ask.ticket, one.after.ticket)
        for one in tried
        for ask in one.asks
        if isinstance(ask, LookUp | OpenGuides | Find | PrintDossier | PrintCode | PrintGuide)
    ]
    assert tickets
    assert all(asked == held for asked, held in tickets)


def test_the_trail_holds_each_page_once_and_no_page_that_waits(
    visits: dict[Page, list[Visit]],
) -> None:
    never = {*PASSING, Page.ATTRACT, Page.IDLE, Page.RATE}
    for page in Page:
        for visit in visits[page]:
            assert len(set(visit.trail)) == len(visit.trail)
            assert page not in visit.trail
            assert never.isdisjoint(visit.trail)
            first = visit.trail[0] if visit.trail and not visit.came_from else Page.HOME
            assert first in (Page.HOME, Page.SORRY)


def test_leaving_the_table_is_a_loud_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def astray(visit: Visit, _event: object) -> Move:
        return visit.to(Page.SORRY), ()

    wrong = Rule(astray, (Page.HOME,))
    monkeypatch.setattr(machine, "rule_for", lambda _page, _kind: wrong)
    with pytest.raises(OutsideTableError, match="Attract --Started--> Sorry"):
        step(Visit(), on.Started())


def test_a_visit_is_never_written_out_by_accident() -> None:
    visit = Visit(code="H20.129-261120-0035", secret="K7M2", query="mất căn cước")
    for shown in (repr(visit), str(visit), f"{visit}"):
        assert not any(typed in shown for typed in ("H20", "K7M2", "căn cước"))
    assert {"code", "secret", "query"} <= {field.name for field in fields(visit)}
