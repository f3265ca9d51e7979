"""A slip is wanted, and the printer is as printers are."""

from __future__ import annotations

import pytest

from kiosk.visit.pages import Page
from tests.helpers.rooms import Rooms


def ask_for_a_slip(rooms: Rooms) -> None:
    rooms.start()
    dossier = rooms.portal.dossier("processing")
    rooms.hand.scan(dossier.code)
    rooms.arrive(Page.SECRET)
    rooms.hand.touch("lookup.without")
    rooms.arrive(Page.RESULT)
    rooms.hand.touch("lookup.print")


@pytest.mark.events("printer")
@pytest.mark.parametrize("fault", ["paper-out", "cover-open", "cutter", "off", "offline", "silent"])
def test_when_paper_fails_the_qr_stays_on_the_screen(rooms: Rooms, fault: str) -> None:
    rooms.printer.set_fault(fault)
    ask_for_a_slip(rooms)
    rooms.arrive(Page.QR_INSTEAD)
    assert rooms.hand.see("slip.qr").property("content") == rooms.visit.slip.qr  # type: ignore[union-attr]
    assert rooms.printer.slips == []


@pytest.mark.events("printer")
def test_paper_put_back_prints_once_and_only_once(rooms: Rooms) -> None:
    rooms.printer.set_fault("paper-out")
    ask_for_a_slip(rooms)
    rooms.arrive(Page.QR_INSTEAD)
    rooms.printer.set_fault(None)
    rooms.hand.touch("paper.again")
    rooms.arrive(Page.PRINTED)
    assert len(rooms.printer.slips) == 1


def test_the_check_list_and_the_guide_print_too(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.hand.touch("services.search")
    rooms.arrive(Page.SEARCH)
    rooms.hand.type("tam tru")
    rooms.hand.wait(lambda: len(rooms.visit.hits) > 0, "the search to answer")
    rooms.hand.touch("services.result.0")
    rooms.hand.wait(lambda: rooms.page is not Page.SEARCH, "the guide to open")
    while rooms.page is Page.QUESTION:
        rooms.hand.touch(f"question.answer.{rooms.shell.view.question.props.choices[0].choice}")
    rooms.hand.touch("guide.print")
    rooms.arrive(Page.PRINTED)
    assert len(rooms.printer.slips) == 1
