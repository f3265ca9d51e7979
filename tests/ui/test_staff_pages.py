"""Every screen of the staff area: nothing cut, too small or too close; and what it says."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from kiosk.catalogue.highlight import highlight
from kiosk.domain.text import Language
from kiosk.settings.places import assets_dir, config_dir
from kiosk.staff.area.state import Area, Room
from kiosk.staff.pin import Locked, NotSet, Wrong
from kiosk.ui.hand import Hand
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.look import Panel, read_tokens
from kiosk.ui.scene import Scene
from kiosk.ui.staff_gallery import staff_gallery
from kiosk.ui.views.staff import derive_staff
from kiosk.ui.window import Screen
from kiosk.visit.state import Visit
from tests.helpers.rooms import NOW, PANELS
from tests.ui.test_layout import SLACK, SMALLEST_MM, item_fault, scene_rect, targets

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.domain.text import Words
    from kiosk.ui.scene import Place

TOO_OFTEN = "Sai nhiều lần nên tạm khóa."


@pytest.mark.parametrize("shape", sorted(PANELS))
@pytest.mark.parametrize(
    ("language", "text_size"), [(Language.VI, 0), (Language.VI, 2), (Language.EN, 2)]
)
def test_every_staff_target_is_inside_large_enough_and_apart(
    shape: str, language: Language, text_size: int, few_place: Place, qapp: QGuiApplication
) -> None:
    assert qapp is not None
    panel = PANELS[shape]
    faults = list(_faults(panel, Visit(language=language, text_size=text_size), few_place))
    assert not faults, "\n".join(faults)


def _faults(panel: Panel, visit: Visit, place: Place) -> list[str]:
    view = KioskView(place, lambda _event: None, highlight)
    tokens = dict(read_tokens(config_dir() / "screens" / "look.toml"))
    screen = Screen(view, tokens, panel, dict(place.words), assets_dir())
    smallest = SMALLEST_MM * panel.width / (337.5 if panel.portrait else 480.0)
    whole = QRectF(0, 0, panel.width, panel.height)
    faults, looked_at, hand = [], 0, None
    for name, area in staff_gallery(NOW):
        view.staff_view().show(derive_staff(area, place.words[visit.language], "0.1.0"))
        screen.show(Scene(visit, place, NOW))
        hand = hand or Hand(screen.load())
        hand.wait(hand.at_rest, "the page to stop moving")
        hand.grab()
        hand.settle()
        host = hand.find("page.host")
        assert host is not None
        for item in hand.items():
            looked_at += item.property("usable") is not None
            if fault := item_fault(item, whole, scene_rect(host), smallest):
                faults.append(f"{name}: {fault}")
        for (one, a), (other, b) in combinations(targets(hand).items(), 2):
            if a.adjusted(SLACK, SLACK, -SLACK, -SLACK).intersects(b):
                faults.append(f"{name}: {one} lies over {other}")
    screen.close()
    assert looked_at > 60
    return faults


@pytest.fixture
def words(place: Place) -> Words:
    return place.words[Language.VI]


@pytest.mark.parametrize(
    ("area", "told"),
    [
        (Area(room=Room.PIN, answer=Wrong(1)), "Mã PIN chưa đúng. Còn 1 lần thử."),
        (
            Area(room=Room.PIN, answer=Locked(45)),
            f"{TOO_OFTEN} Thử lại sau 45 giây.",
        ),
        (Area(room=Room.PIN, answer=Locked(91)), f"{TOO_OFTEN} Thử lại sau 2 phút."),
        (Area(room=Room.PIN), ""),
    ],
)
def test_the_pad_tells_what_became_of_a_try(area: Area, told: str, words: Words) -> None:
    assert derive_staff(area, words, "1").told == told


def test_the_pad_shows_dots_and_never_digits(words: Words) -> None:
    props = derive_staff(Area(room=Room.PIN, digits="280914"), words, "1")
    assert (props.dots, props.ready) == ("●" * 6, True)
    assert "280914" not in repr(props)


def test_what_is_red_stands_first(words: Words) -> None:
    shown = dict(staff_gallery(NOW))["staff-readiness-red"]
    tones = [row.tone for row in derive_staff(shown, words, "1").rows]
    assert tones == sorted(tones, key=["red", "amber", "green"].index)


def test_the_printers_room_shows_the_printer_and_its_paper(words: Words) -> None:
    shown = dict(staff_gallery(NOW))["staff-printer"]
    assert [row.name for row in derive_staff(shown, words, "1").rows] == ["Giấy in", "Máy in"]


def test_out_of_service_the_sign_stands_unless_staff_are_inside(words: Words) -> None:
    assert derive_staff(Area(), words, "1").page == ""
    assert derive_staff(Area(out_of_service=True), words, "1").page == "OutOfService"
    inside = Area(room=Room.MENU, out_of_service=True)
    assert derive_staff(inside, words, "1").page == "StaffMenu"
    assert derive_staff(Area(room=Room.PIN, answer=NotSet()), words, "1").told.endswith("kiosk pin")
