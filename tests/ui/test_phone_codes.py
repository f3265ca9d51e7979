"""The code on the screen, as large as a phone needs, of the guides that put the most into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pyzbar.pyzbar import ZBarSymbol, decode

from kiosk.domain.text import Language
from kiosk.slips.qr import modules
from kiosk.ui.guide_pages import guide_pages
from kiosk.visit.pages import Page
from tests.helpers.rooms import PANELS
from tests.ui.test_layout import screens

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication

    from kiosk.domain.guide import Guide
    from kiosk.ui.scene import Place
    from kiosk.visit.state import Visit

SMALLEST_MODULE_MM = 0.8
"""A phone half a metre away reads a module of half a millimetre; this leaves room for old ones."""
MOST = 4


def phone_page(guide: Guide) -> Visit:
    ways = [max(guide.own_ways(), key=lambda way: len(guide.documents_for(way)))]
    return next(visit for _, _, visit in guide_pages(guide, ways) if visit.page is Page.PHONE)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("text_size", [0, 2])
@pytest.mark.parametrize("panel", sorted(PANELS))
def test_the_longest_codes_are_read_from_the_screen(
    place: Place, qapp: QGuiApplication, tmp_path: Path, panel: str, text_size: int
) -> None:
    assert qapp is not None
    from PIL import Image

    without_page = [replace(guide, phone_url="") for guide in place.guides if guide.own_ways()]
    longest = sorted(without_page, key=lambda guide: -len(guide.documents))[:MOST]
    visits = [(guide.id, phone_page(guide)) for guide in longest]
    size = PANELS[panel]
    mm = (337.5 if size.portrait else 480.0) / size.width
    for name, hand in screens(size, text_size, Language.VI, visits, place):
        code = hand.find("slip.qr")
        assert code is not None
        content = code.property("content")
        side = min(code.width(), code.height()) // (len(modules(content)) + 8)
        assert side * mm >= SMALLEST_MODULE_MM, f"{name}: {side * mm:.2f} mm"
        picture = Image.open(hand.save(tmp_path / f"{name}.png")).convert("L")
        read = [row.data.decode() for row in decode(picture, symbols=[ZBarSymbol.QRCODE])]
        assert read == [content], name
