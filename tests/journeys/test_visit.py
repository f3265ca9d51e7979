"""A visit from the first touch to the wipe."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kiosk.domain.text import Language
from kiosk.ui.scripted_visit import Receipt, Visitor, visit
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from tests.helpers.rooms import Rooms

READING = {"page", "trail", "ticket", "language", "text_size", "contrast"}


def assert_wiped(left: Visit) -> None:
    fresh = Visit()
    for field in dataclasses.fields(Visit):
        if field.name not in READING:
            assert getattr(left, field.name) == getattr(fresh, field.name), field.name


def test_the_scripted_visit_of_the_demo(rooms: Rooms, tmp_path: Path) -> None:
    first, late = rooms.portal.dossier("processing"), rooms.portal.dossier("overdue")
    person = Visitor(rooms.hand, lambda: rooms.page, tmp_path)
    visit(person, Receipt(first.code, first.secret), Receipt(late.code, late.secret))
    assert len(rooms.printer.slips) == 3
    assert_wiped(rooms.visit)


def test_idle_warns_extends_and_then_wipes(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.lookup")
    rooms.arrive(Page.CODE)
    rooms.hand.touch("keyboard.key.2")
    typed = rooms.visit.code
    rooms.pass_time(59)
    assert rooms.page is Page.CODE
    rooms.pass_time(1)
    rooms.arrive(Page.IDLE)
    rooms.pass_time(10)
    rooms.hand.touch("idle.extend")
    rooms.arrive(Page.CODE)
    assert rooms.visit.code == typed
    rooms.pass_time(60)
    rooms.arrive(Page.IDLE)
    rooms.pass_time(20)
    rooms.arrive(Page.ATTRACT)
    assert_wiped(rooms.visit)


def test_a_touch_starts_the_idle_clock_anew(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.lookup")
    rooms.pass_time(50)
    rooms.hand.touch("keyboard.key.2")
    rooms.pass_time(50)
    assert rooms.page is Page.CODE


def test_finish_wipes_at_once_and_the_rating_is_counted(rooms: Rooms) -> None:
    rooms.hand.scan(rooms.portal.dossier("processing").code)
    rooms.arrive(Page.SECRET)
    rooms.hand.touch("nav.end")
    rooms.arrive(Page.RATE)
    assert_wiped(rooms.visit)
    rooms.hand.touch("rate.4")
    rooms.arrive(Page.ATTRACT)


def test_language_and_text_size_change_without_losing_the_place(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.arrive(Page.SERVICES)
    rooms.hand.touch("access.language.en")
    assert rooms.page is Page.SERVICES
    assert rooms.visit.language is Language.EN
    texts = [str(item.property("text")) for item in rooms.hand.items()]
    assert "What is it about?" in texts
    rooms.hand.touch("access.text")
    rooms.hand.touch("access.contrast")
    assert (rooms.visit.text_size, rooms.visit.contrast) == (1, True)
    rooms.hand.touch("nav.end")
    rooms.hand.touch("rate.none")
    rooms.arrive(Page.ATTRACT)
    assert rooms.visit == Visit(ticket=rooms.visit.ticket)


def test_a_press_counts_only_when_released_inside(rooms: Rooms) -> None:
    rooms.start()
    item = rooms.hand.see("home.lookup")
    inside = item.mapToScene(item.boundingRect().center()).toPoint()
    outside = rooms.hand.see("nav.end")
    away = outside.mapToScene(outside.boundingRect().center()).toPoint()
    rooms.hand.press(inside)
    rooms.hand.release(away)
    assert rooms.page is Page.HOME


@pytest.mark.parametrize("event", ["birth", "residence"])
def test_a_life_event_leads_to_its_services(rooms: Rooms, event: str) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.arrive(Page.SERVICES)
    rooms.hand.touch(f"services.event.{event}")
    rooms.hand.wait(lambda: rooms.page is not Page.SERVICES, "the life event to open")
    assert rooms.page in (Page.SEARCH, Page.QUESTION, Page.SERVICE)


def test_who_you_are_filters_the_life_events(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.arrive(Page.SERVICES)
    before = len(rooms.shell.view.services.props.tiles)
    rooms.hand.touch("services.audience.household_business")
    assert 0 < len(rooms.shell.view.services.props.tiles) < before
