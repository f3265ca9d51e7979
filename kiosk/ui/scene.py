"""Everything a page may be derived from, in one frozen snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.deadline import Holidays
from kiosk.domain.guide import Guide, LifeEvent
from kiosk.domain.route import Route
from kiosk.domain.text import Language, Text, Words
from kiosk.domain.ward import Ward
from kiosk.visit.state import Visit


@dataclass(frozen=True, slots=True)
class Place:
    """What does not change while the kiosk runs: where it stands and what it can show."""

    ward: Ward
    words: Mapping[Language, Words]
    guides: tuple[Guide, ...]
    life_events: tuple[LifeEvent, ...]
    holidays: Holidays
    code_prefix: str
    lookup_url: str
    routes: tuple[Route, ...] = (Route("portal"),)
    lookup_qr: str = "reminder"
    show_old_level: bool = True
    ready: bool = True
    """False until the guides are read, which is after the first page is on the screen."""

    def guide(self, guide_id: str) -> Guide | None:
        return next((guide for guide in self.guides if guide.id == guide_id), None)


@dataclass(frozen=True, slots=True, repr=False)
class Scene:
    """One moment. `now` is aware, in Asia/Ho_Chi_Minh. No repr: it holds the visit."""

    visit: Visit
    place: Place
    now: datetime
    forward: bool = True
    idle_left: int = 0
    idle_total: int = 0

    @property
    def words(self) -> Words:
        return self.place.words[self.visit.language]

    def read(self, text: Text) -> str:
        return text.in_(self.visit.language)
