"""Wards whose portals differ: another dialect, none, one that hangs, one tried too often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.outcome import HandedOver
from kiosk.portal.simulator import Dialect
from kiosk.visit.pages import Page
from tests.helpers.rooms import PANELS, Rooms, open_rooms


@pytest.fixture(params=sorted(PANELS))
def national(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rooms]:
    with open_rooms(tmp_path, PANELS[request.param], national=True) as rooms:
        yield rooms


@pytest.fixture
def igate(tmp_path: Path) -> Iterator[Rooms]:
    with open_rooms(tmp_path, dialect=Dialect.IGATE) as rooms:
        yield rooms


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    with open_rooms(tmp_path) as rooms:
        yield rooms


@pytest.mark.usefixtures("qapp")
def test_without_a_portal_the_page_and_the_code_go_along_on_paper(national: Rooms) -> None:
    code = national.portal.dossier("processing").code
    national.start()
    national.hand.touch("home.lookup")
    national.arrive(Page.CODE)
    for key in code.removeprefix(national.hand.typed_code()).replace("-", ""):
        national.hand.touch(f"keyboard.key.{key}")
    national.hand.touch("lookup.submit")
    national.arrive(Page.HANDOVER)

    assert isinstance(national.visit.outcome, HandedOver)
    shown = " ".join(str(item.property("text")) for item in national.hand.items())
    assert code in shown
    assert national.hand.see("slip.qr").property("content") == national.visit.outcome.page
    national.hand.touch("lookup.print")
    national.arrive(Page.PRINTED)
    assert len(national.printer.slips) == 1
    assert national.portal.requests == []


@pytest.mark.usefixtures("qapp")
def test_a_portal_without_look_up_codes_is_asked_at_once(igate: Rooms) -> None:
    igate.start()
    igate.hand.scan(igate.portal.dossier("overdue").code)
    igate.arrive(Page.RESULT)

    assert igate.visit.dossier is not None
    assert igate.visit.dossier.applicant is None
    assert igate.shell.view.result.props.tone == "red"


def try_codes(rooms: Rooms, first: int, most: int) -> int:
    """Looks up codes that nobody has, one after the other; how many the portal was asked for."""
    before = len(rooms.portal.requests)
    for number in range(first, first + most):
        rooms.hand.scan(f"H20.129-200101-{number:04}")
        rooms.arrive(Page.SECRET)
        rooms.hand.touch("lookup.without")
        rooms.arrive(Page.TROUBLE)
        if rooms.shell.view.trouble.props.kind == "too_many":
            break
        rooms.hand.touch("nav.home")
        rooms.arrive(Page.HOME)
    return len(rooms.portal.requests) - before


@pytest.mark.events("portal.too_many_tries")
@pytest.mark.usefixtures("qapp")
def test_nobody_lists_dossiers_by_trying_codes_not_even_by_starting_anew(rooms: Rooms) -> None:
    rooms.start()
    asked = try_codes(rooms, 1000, 30)

    assert asked < 10
    assert "giây" in rooms.shell.view.trouble.props.todo
    before = len(rooms.portal.requests)
    rooms.hand.touch("trouble.main")
    rooms.arrive(Page.TROUBLE)
    assert len(rooms.portal.requests) == before
    rooms.hand.touch("nav.end")
    rooms.arrive(Page.RATE)
    rooms.hand.touch("nav.home")
    rooms.arrive(Page.HOME)
    assert 0 < try_codes(rooms, 2000, 30) < 12


@pytest.mark.events("portal.unreachable")
@pytest.mark.usefixtures("qapp")
def test_after_three_people_waited_the_fourth_is_told_at_once(rooms: Rooms) -> None:
    rooms.portal.set_fault("portal-timeout")
    rooms.start()
    for kind in ("timeout", "timeout", "timeout", "resting"):
        rooms.hand.scan(rooms.portal.dossier("processing").code)
        rooms.arrive(Page.SECRET)
        rooms.hand.touch("lookup.without")
        rooms.arrive(Page.TROUBLE)
        assert rooms.shell.view.trouble.props.kind == kind
        rooms.hand.touch("nav.home")
        rooms.arrive(Page.HOME)
    rooms.portal.set_fault(None)
