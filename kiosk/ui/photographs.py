"""Pictures of pages off-screen: the kiosk as it would stand there, saved as PNG files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.highlight import highlight
from kiosk.domain.text import Language
from kiosk.staff.area.state import Area
from kiosk.ui.application import application
from kiosk.ui.hand import Hand
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.look import Panel, read_tokens
from kiosk.ui.scene import Place, Scene
from kiosk.ui.views.staff import StaffProps, derive_staff
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
        self._view = KioskView(place, lambda _event: None, highlight)
        self._screen = Screen(self._view, dict(read_tokens(look)), panel, dict(place.words), assets)
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

    def take_staff(
        self, areas: Iterable[tuple[Path, Area]], reader: Reader, now: datetime
    ) -> tuple[Path, ...]:
        """The same for the staff area, which stands before whatever citizens see."""
        words = self._place.words[reader.language]
        taken: list[Path] = []
        for file, area in areas:
            self._view.staff_view().show(derive_staff(area, words, "0.1.0"))
            taken += self.take([(file, Visit())], reader, now)
        self._view.staff_view().show(StaffProps())
        return tuple(taken)

    def close(self) -> None:
        self._screen.close()
