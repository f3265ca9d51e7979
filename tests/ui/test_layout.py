"""Every screen, panel, text size and language: nothing cut, covered, too small or too close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from kiosk.catalogue.highlight import highlight
from kiosk.domain.text import Language
from kiosk.settings.places import assets_dir, config_dir
from kiosk.ui.gallery import gallery
from kiosk.ui.hand import Hand
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.look import Panel, read_tokens
from kiosk.ui.scene import Scene
from kiosk.ui.window import Screen
from tests.helpers.rooms import NOW, PANELS

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickItem

    from kiosk.domain.outcome import LookupOutcome
    from kiosk.ui.scene import Place
    from kiosk.visit.state import Visit

SMALLEST_MM = 12.7
"""A target is never smaller (MIL-STD-1472 and the look's own floor)."""
SLACK = 1.5


def scene_rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def targets(hand: Hand) -> dict[str, QRectF]:
    """What of each thing that can be touched is seen, by name."""
    seen = {
        item.objectName(): clipped(item, scene_rect(item))
        for item in hand.items()
        if item.objectName() and item.property("usable") is not None and item.opacity() > 0
    }
    return {name: rect for name, rect in seen.items() if not rect.isEmpty()}


def clipped(item: QQuickItem, rect: QRectF) -> QRectF:
    """What of `rect` the clipping ancestors leave."""
    above = item.parentItem()
    while above is not None:
        if above.clip():
            rect = rect.intersected(scene_rect(above))
        above = above.parentItem()
    return rect


@pytest.fixture(params=sorted(PANELS))
def panel(request: pytest.FixtureRequest) -> Panel:
    return PANELS[request.param]


def screens(
    panel: Panel,
    text_size: int,
    language: Language,
    visits: Iterable[tuple[str, Visit]],
    place: Place,
) -> Iterator[tuple[str, Hand]]:
    """Each of `visits` once its screen stands."""
    view = KioskView(place, lambda _event: None, highlight)
    tokens = dict(read_tokens(config_dir() / "screens" / "look.toml"))
    screen = Screen(view, tokens, panel, dict(place.words), assets_dir())
    hand = None
    for name, visit in visits:
        if name == "attract" and text_size:
            continue  # a visit that is over leaves the usual size
        reader = replace(visit, language=language, text_size=text_size)
        screen.show(Scene(reader, place, NOW, idle_left=14, idle_total=20))
        hand = hand or Hand(screen.load())
        hand.wait(hand.at_rest, "the page to stop moving")
        hand.grab()
        hand.settle()
        yield name, hand
    screen.close()


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    ("language", "text_size"),
    [(Language.VI, 0), (Language.VI, 1), (Language.VI, 2), (Language.EN, 2)],
)
def test_every_target_is_inside_the_screen_large_enough_and_apart(
    panel: Panel,
    text_size: int,
    language: Language,
    few_place: Place,
    answers: dict[str, LookupOutcome],
    qapp: QGuiApplication,
) -> None:
    assert qapp is not None
    smallest = SMALLEST_MM * panel.width / (337.5 if panel.portrait else 480.0)
    whole = QRectF(0, 0, panel.width, panel.height)
    faults: list[str] = []
    looked_at = 0
    for name, hand in screens(panel, text_size, language, gallery(few_place, answers), few_place):
        host = hand.find("page.host")
        assert host is not None
        for item in hand.items():
            looked_at += item.property("usable") is not None
            fault = item_fault(item, whole, scene_rect(host), smallest)
            faults += [f"{name}: {fault}"] if fault else []
        for (one, a), (other, b) in combinations(targets(hand).items(), 2):
            if a.adjusted(SLACK, SLACK, -SLACK, -SLACK).intersects(b):
                faults.append(f"{name}: {one} lies over {other}")
    assert looked_at > 500
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults[:40])


def item_fault(item: QQuickItem, whole: QRectF, page: QRectF, smallest: float) -> str:
    """What is wrong with one item, or nothing."""
    rect, name = scene_rect(item), item.objectName()
    seen = clipped(item, rect)
    if seen.isEmpty() or item.opacity() == 0:
        return ""
    if name and item.property("usable") is not None:
        room = whole if name.startswith(("nav.", "access.")) else page
        if seen == rect and not room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            return f"{name} reaches outside {rect}"
        if min(rect.width(), rect.height()) < smallest:
            return f"{name} is too small {rect}"
        if seen.height() < rect.height() * 0.9:
            return f"{name} is cut {rect} to {seen}"
    elif (
        item.property("spread") is not None
        and item.property("text")
        and seen.height() < rect.height() * 0.6
    ):
        return f"text is cut: {item.property('text')!r}"
    return ""
