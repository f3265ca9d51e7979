"""All that is known of the person at the screen. It lives in memory and dies with the visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kiosk.domain.dossier import Dossier
from kiosk.domain.guide import Audience, Guide, Hit
from kiosk.domain.outcome import Found, LookupOutcome, PrintOutcome
from kiosk.domain.route import Route
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language
from kiosk.visit.pages import PASSING, Page

TEXT_SIZES = 3
SECRET_LENGTH = 4
RELATED = "related"
"""The `event_id` of a list of guides that are related to one, instead of a life event's."""


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """A snapshot. `repr` is left out on purpose: a visit never reaches a log.

    `ticket` grows with every ask and every end; an answer with another ticket is stale.
    `trail` is where Back leads, oldest first; at its end Back leads to `came_from`, the moment
    at which one guide led on to another. `routes` is where codes are asked for here, the same
    for everybody. `wish` is the ticket a slip was first wanted with.
    """

    page: Page = Page.ATTRACT
    trail: tuple[Page, ...] = ()
    ticket: int = 0
    routes: tuple[Route, ...] = (Route("portal"),)

    language: Language = Language.VI
    text_size: int = 0
    contrast: bool = False

    audience: Audience | None = None
    event_id: str = ""
    listed: tuple[Guide, ...] = ()
    query: str = ""
    hits: tuple[Hit, ...] = ()
    guide: Guide | None = None
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ticks: frozenset[int] = frozenset()
    step: int = 0
    came_from: Visit | None = None

    code: str = ""
    code_wrong: bool = False
    secret: str = ""
    card_shown: bool = False
    outcome: LookupOutcome | None = None
    last_answer: datetime | None = None
    """When a portal last answered anybody as it should; for staff, on the page of a trouble."""

    wish: int = 0
    slip: Slip | None = None
    printed: PrintOutcome | None = None

    @property
    def dossier(self) -> Dossier | None:
        return self.outcome.dossier if isinstance(self.outcome, Found) else None

    def to(self, page: Page) -> Visit:
        """On another page, with a way back to this one unless it only waited for a service."""
        if page is self.page:
            return self
        if self.page in PASSING or page in self.trail:
            kept = self.trail[: self.trail.index(page)] if page in self.trail else self.trail
            return replace(self, page=page, trail=kept)
        return replace(self, page=page, trail=(*self.trail, self.page))

    def back(self) -> Visit:
        if self.trail:
            return replace(self, page=self.trail[-1], trail=self.trail[:-1])
        if self.came_from is None:
            return self
        return replace(
            self.came_from,
            ticket=self.ticket,
            language=self.language,
            text_size=self.text_size,
            contrast=self.contrast,
        )

    def leading_on(self) -> Visit:
        """The same person on their way elsewhere, with nothing chosen yet and this to return to."""
        return replace(
            Visit(
                page=self.page,
                ticket=self.ticket + 1,
                language=self.language,
                text_size=self.text_size,
                contrast=self.contrast,
                audience=self.audience,
            ),
            came_from=self,
        )

    def home(self) -> Visit:
        """A fresh start for the same person: what they typed is gone, how they read stays."""
        return Visit(
            page=Page.HOME,
            ticket=self.ticket + 1,
            routes=self.routes,
            language=self.language,
            text_size=self.text_size,
            contrast=self.contrast,
        )

    def over(self) -> Visit:
        """Nothing is left but the ticket, so that a late answer finds nobody."""
        return Visit(ticket=self.ticket + 1, routes=self.routes)
