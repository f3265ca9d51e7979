"""Finding a guide by one's own words, and what there is for somebody who does not find it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk import app, app_content
from kiosk.catalogue.procedures import save_procedures
from kiosk.domain.procedure import Procedure
from kiosk.settings import Settings, load
from kiosk.visit.pages import Page
from tests.helpers.rooms import PANELS, Rooms, open_rooms

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-4fc4-7716-bab8-167242b3fcda"
FISH = Procedure("1.009999", "Xóa đăng ký tàu cá", "Thủy sản", PAGE)


@pytest.fixture(params=sorted(PANELS))
def rooms(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    qapp: QGuiApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Rooms]:
    assert qapp is not None
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    save_procedures(app_content.imported_file(), [FISH])
    with open_rooms(tmp_path, PANELS[request.param]) as opened:
        yield opened


def type_words(rooms: Rooms, words: str) -> None:
    for key in words:
        rooms.shell.view.services.press(key)
    rooms.hand.wait(lambda: bool(rooms.visit.hits), f"finds for {words}")
    rooms.hand.settle()


def search(rooms: Rooms, words: str) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.hand.touch("services.search")
    rooms.arrive(Page.SEARCH)
    type_words(rooms, words)


def test_everyday_words_find_it_and_the_row_says_why(rooms: Rooms) -> None:
    search(rooms, "giay doc than")
    row = rooms.shell.view.services.props.hits[0]
    assert row.guide == "single-status"
    assert row.why.startswith("Vì: ")
    rooms.open_first_find()
    rooms.hand.wait(lambda: rooms.visit.guide is not None, "the guide")
    assert rooms.visit.guide is not None
    assert rooms.visit.guide.id == "single-status"


def test_what_only_the_portal_knows_has_a_page_that_says_so(rooms: Rooms) -> None:
    search(rooms, "tàu cá")
    row = rooms.shell.view.services.props.hits[0]
    assert (row.guide, row.line) == ("", "Thông tin từ Cổng, chưa biên tập")
    rooms.open_first_find()
    rooms.arrive(Page.PROCEDURE)
    shown = rooms.shell.view.procedure.props
    assert (shown.code, shown.name, shown.page) == (FISH.code, FISH.name, PAGE)
    code = rooms.hand.find("slip.qr")
    assert code is not None
    assert code.property("content") == PAGE
    rooms.hand.touch("procedure.officer")
    rooms.arrive(Page.HELP)
    rooms.hand.touch("nav.back")
    rooms.arrive(Page.PROCEDURE)
    rooms.hand.touch("nav.back")
    rooms.arrive(Page.SEARCH)
    assert rooms.visit.query == "tàu cá"


def test_who_does_not_find_it_is_led_to_the_tiles_and_to_an_officer(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.services")
    rooms.hand.touch("services.search")
    for key in "qqq":
        rooms.shell.view.services.press(key)
    rooms.hand.settle()
    rooms.hand.touch("services.officer")
    rooms.arrive(Page.HELP)
    rooms.hand.touch("nav.back")
    rooms.arrive(Page.SEARCH)
    rooms.hand.touch("services.tiles")
    rooms.arrive(Page.SERVICES)
    rooms.hand.touch("nav.back")
    rooms.arrive(Page.HOME)


@pytest.mark.parametrize(("door", "page"), [("services", Page.SERVICES), ("eid", Page.QUESTION)])
def test_doors_touched_before_the_guides_are_read_wait_calmly(
    tmp_path: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, door: str, page: Page
) -> None:
    assert qapp is not None
    may_read, real = threading.Event(), app.read_guides

    def slowly(settings: Settings) -> object:
        assert may_read.wait(20)
        return real(settings)

    monkeypatch.setattr(app, "read_guides", slowly)
    bare = app.build_bare_place(load(environ={}))
    with open_rooms(tmp_path, place=bare) as rooms:
        rooms.start()
        assert rooms.shell.flow.place.guides == ()
        rooms.hand.touch(f"home.{door}")
        rooms.arrive(Page.OPENING)
        rooms.hand.touch("nav.back")
        rooms.arrive(Page.HOME)
        rooms.hand.touch(f"home.{door}")
        rooms.arrive(Page.OPENING)
        may_read.set()
        rooms.arrive(page)
        assert rooms.shell.flow.place.guides
        rooms.hand.touch("nav.back")
        rooms.arrive(Page.HOME)
