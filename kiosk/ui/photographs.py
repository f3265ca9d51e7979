"""Pictures of pages off-screen: the kiosk as it would stand there, saved as PNG files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.highlight import highlight
from kiosk.domain.text import Language
from kiosk.ui.application import application
from kiosk.ui.hand import Hand
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.look import Panel, read_tokens
from kiosk.ui.scene import Place, Scene
from kiosk.ui.window import Screen
from kiosk.visit.state import Visit


@dataclass(frozen=True, slots=True)
class Reader:
    """How the person reads."""

    language: Language
    text_size: int = 0
    contrast: bool = False


class Photographer:
    """One window of one size. Close it when done."""

    def __init__(self, place: Place, panel: Panel, look: Path, assets: Path) -> None:
        self._running = application(offscreen=True)
        self._place = place
        view = KioskView(place, lambda _event: None, highlight)
        self._screen = Screen(view, dict(read_tokens(look)), panel, dict(place.words), assets)
        self._hand: Hand | None = None

    def take(
        self, visits: Iterable[tuple[Path, Visit]], reader: Reader, now: datetime
    ) -> tuple[Path, ...]:
        """Saves each visit's page as its file. Raises HandError when one cannot be written."""
        taken = []
        for file, visit in visits:
            read = replace(
                visit,
                language=reader.language,
                text_size=reader.text_size,
                contrast=reader.contrast,
            )
            self._screen.show(Scene(read, self._place, now, idle_left=14, idle_total=20))
            self._hand = self._hand or Hand(self._screen.load())
            taken.append(self._hand.save(file))
        return tuple(taken)

    def close(self) -> None:
        self._screen.close()
