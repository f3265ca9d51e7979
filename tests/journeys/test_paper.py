"""A slip is wanted, and the printer is as printers are."""

from __future__ import annotations

import subprocess

import pytest
from PIL import Image

from kiosk.devices.paper import SlipPrinter
from kiosk.print_service import KioskPrintService
from kiosk.visit.pages import Page
from printer import Paper
from printer.simulator.device import Device
from printer.void import STRIP_ROWS, reprint_strip, void_strip
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
    rooms.open_first_find()
    rooms.hand.wait(lambda: rooms.page is not Page.SEARCH, "the guide to open")
    while rooms.page is Page.QUESTION:
        rooms.hand.touch(f"question.answer.{rooms.shell.view.question.props.choices[0].choice}")
    rooms.hand.touch("guide.print")
    rooms.arrive(Page.PRINTED)
    assert len(rooms.printer.slips) == 1


@pytest.mark.events("printer")
def test_a_slip_in_doubt_is_asked_after_and_printed_again_with_its_mark(rooms: Rooms) -> None:
    rooms.printer.set_fault("off@cut")
    ask_for_a_slip(rooms)
    rooms.arrive(Page.UNCERTAIN)
    rooms.hand.touch("uncertain.no")
    rooms.arrive(Page.QR_INSTEAD)
    rooms.printer.set_fault(None)
    rooms.hand.touch("paper.again")
    rooms.arrive(Page.PRINTED)
    void, again = rooms.printer.slips
    marked = again.crop((0, 0, again.width, STRIP_ROWS))
    assert marked.tobytes() == drawn(reprint_strip(576)).tobytes()
    assert void.crop((0, 0, void.width, STRIP_ROWS)).tobytes() != marked.tobytes()


@pytest.mark.events("printer")
def test_a_slip_that_a_person_has_in_hand_is_not_asked_after_again(rooms: Rooms) -> None:
    rooms.printer.set_fault("off@after-cut")
    ask_for_a_slip(rooms)
    rooms.arrive(Page.UNCERTAIN)
    rooms.hand.touch("uncertain.yes")
    rooms.arrive(Page.PRINTED)
    rooms.printer.set_fault(None)
    rooms.hand.touch("printed.more")
    rooms.arrive(Page.HOME)
    assert len(rooms.printer.slips) == 1


@pytest.mark.events("printer")
def test_whoever_leaves_before_the_cut_leaves_no_slip_for_the_next_person(rooms: Rooms) -> None:
    rooms.printer.set_fault("paper-out@3000")
    ask_for_a_slip(rooms)
    rooms.hand.wait(lambda: rooms.printer.received >= 3000, "the paper to run out")
    rooms.hand.touch("nav.home")
    rooms.arrive(Page.HOME)
    free: list[None] = []
    rooms.shell._lanes.run("printer", lambda: None, free.append)
    rooms.hand.wait(lambda: bool(free), "the wish to be given up")
    rooms.printer.set_fault(None)
    rooms.hand.wait(
        lambda: bool(rooms.printer.slips) and rooms.printer.hanging == 0, "the strip to be voided"
    )
    [paper] = rooms.printer.slips
    below = STRIP_ROWS + Paper().to_knife + Paper().margin
    end = paper.crop((0, paper.height - below, paper.width, paper.height - below + STRIP_ROWS))
    assert end.tobytes() == drawn(void_strip(576)).tobytes()


@pytest.mark.events("paper.service_ended", "printer")
def test_a_print_service_that_dies_is_there_again_for_the_next_slip(rooms: Rooms) -> None:
    rooms.hand.wait(lambda: service_of(rooms) is not None, "the print service")
    first = service_of(rooms)
    assert first is not None
    first.kill()
    first.wait()
    ask_for_a_slip(rooms)
    rooms.arrive(Page.PRINTED)
    again = service_of(rooms)
    assert again is not None
    assert again.pid != first.pid
    assert len(rooms.printer.slips) == 1


def service_of(rooms: Rooms) -> subprocess.Popen[bytes] | None:
    printing = rooms.shell._errands._printing.made
    if printing is None:
        return None
    assert isinstance(printing, SlipPrinter)
    service = printing._service
    assert isinstance(service, KioskPrintService)
    return service._child.process if service._child else None


def drawn(strip: bytes) -> Image.Image:
    """A strip by itself."""
    device = Device()
    while strip:
        strip = strip[device.receive(strip)[0] :]
    device.receive(b"\x1dV\x01")
    return device.slips[0].crop((0, 0, 576, STRIP_ROWS))
