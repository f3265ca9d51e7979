"""The limits of kiosk/catalogue/limits.py: a guide filled up to them is read whole everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kiosk.domain.text import Language
from kiosk.ui.guide_pages import guide_pages
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from tests.helpers.fullest import fullest_guide
from tests.helpers.rooms import PANELS
from tests.ui.test_layout import SLACK, clipped, item_fault, scene_rect, screens

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QGuiApplication

    from kiosk.ui.hand import Hand
    from kiosk.ui.scene import Place

TOUCHING = 6.0
"""Lines are spread wider than their letters; the boxes of two texts may meet by this much."""

SMALLEST_PX = 60


def pages(place: Place) -> Iterator[tuple[str, Visit]]:
    yield "services", Visit(page=Page.SERVICES, trail=(Page.HOME,))
    trail = (Page.HOME, Page.SERVICES)
    event = place.life_events[0].id
    yield "list", Visit(page=Page.SEARCH, trail=trail, event_id=event, listed=place.guides)
    for guide in place.guides:
        if guide.id.startswith("fullest"):
            ways = tuple(guide.own_ways())[:1]
            yield from ((f"{guide.id}-{p}{n}", visit) for p, n, visit in guide_pages(guide, ways))


def text_faults(hand: Hand, page: QRectF) -> Iterator[str]:
    """Texts of the page that are cut, run out of it, or run into each other."""
    seen: list[tuple[str, QRectF]] = []
    for item in hand.items():
        if item.property("spread") is None or not item.property("text") or item.opacity() == 0:
            continue
        whole = scene_rect(item)
        rect = clipped(item, whole)
        if rect.isEmpty() or not page.intersects(rect):
            continue
        text = str(item.property("text"))[:50]
        seen.append((text, rect))
        if not page.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            yield f"text leaves the page: {text!r}"
        if rect.height() < whole.height() - TOUCHING:
            yield f"text is cut: {text!r}"
    for (one, a), (other, b) in combinations(seen, 2):
        both = a.intersected(b)
        if both.height() > TOUCHING and both.width() > TOUCHING:
            yield f"{one!r} runs into {other!r}"


@pytest.mark.timeout(240)
@pytest.mark.parametrize("text_size", [0, 1, 2])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("panel", sorted(PANELS))
def test_what_is_as_long_as_allowed_is_read_whole(
    panel: str, language: Language, text_size: int, fullest_place: Place, qapp: QGuiApplication
) -> None:
    assert qapp is not None
    visits = pages(fullest_place)
    faults: list[str] = []
    looked_at = 0
    for name, hand in screens(PANELS[panel], text_size, language, visits, fullest_place):
        host = hand.find("page.host")
        assert host is not None
        page = scene_rect(host)
        for item in hand.items():
            fault = item_fault(item, page, page, SMALLEST_PX)
            if fault and not fault.startswith("nav.") and not fault.startswith("access."):
                faults.append(f"{name}: {fault}")
        faults += [f"{name}: {fault}" for fault in text_faults(hand, page)]
        looked_at += 1
    assert looked_at > 15
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults[:40])


def test_the_fullest_guide_is_at_its_limits() -> None:
    guide = fullest_guide()
    assert max(map(len, guide.title.vi.split("\n"))) >= 24
    assert len(guide.steps[0].actions[0].en) >= 76
