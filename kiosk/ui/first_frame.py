"""The first page really drawn, off-screen, to know that this machine can draw it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from time import monotonic

from kiosk.catalogue.highlight import highlight
from kiosk.ui.application import application
from kiosk.ui.hand import Hand
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.look import Panel, read_tokens
from kiosk.ui.scene import Place, Scene
from kiosk.ui.window import Screen
from kiosk.visit.state import Visit

STRIDE = 40
"""Pixels between those whose colour is looked at."""


def draw(
    place: Place, panel: Panel, tokens: Path, assets: Path, now: datetime
) -> Mapping[str, int]:
    """`width`, `height`, `ms` until the frame was there, and how many `colours` it has.

    Raises RuntimeError or HandError when the page does not come. Qt may end the process where
    it finds no platform at all, so this is for a process of its own.
    """
    began = monotonic()
    _running = application(offscreen=True)
    view = KioskView(place, lambda _event: None, highlight)
    screen = Screen(view, dict(read_tokens(tokens)), panel, dict(place.words), assets)
    screen.show(Scene(Visit(), place, now))
    picture = Hand(screen.load()).picture()
    took = round((monotonic() - began) * 1000)
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), STRIDE)
        for y in range(0, picture.height(), STRIDE)
    }
    screen.close()
    return {
        "width": picture.width(), "height": picture.height(), "ms": took, "colours": len(colours),
    }  # fmt: skip
