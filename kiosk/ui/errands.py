"""Runs what a visit asks for, each errand in its lane, and sends the answer back as an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar, assert_never

from kiosk.devices.paper import Stay
from kiosk.domain.count import Count
from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.guide import Audience, Guide, LifeEvent
from kiosk.domain.hit import Hit
from kiosk.domain.outcome import LookupOutcome, PrintOutcome
from kiosk.domain.slip import Slip
from kiosk.ui.lanes import Lanes
from kiosk.ui.views.view import Send
from kiosk.visit.asks import (
    Ask,
    Find,
    Forget,
    LookUp,
    OpenGuides,
    PrintCode,
    PrintDossier,
    PrintGuide,
    Rate,
    Settle,
    Tally,
)
from kiosk.visit.events import GuidesCame, HitsCame, LookupCame, PrintCame

SHOWN = 8
"""Finds that a person may page through; further ones help nobody."""

MadeT = TypeVar("MadeT")
Composed = PrintDossier | PrintCode | PrintGuide


class Portal(Protocol):
    @property
    def last_answer(self) -> datetime | None: ...

    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome: ...

    def end_visit(self) -> None: ...


class Finder(Protocol):
    def find(
        self, text: str, limit: int = 20, audience: Audience | None = None
    ) -> tuple[Hit, ...]: ...


class Printing(Protocol):
    """Draws a slip and prints it; never raises for trouble with paper or wire."""

    def print_slip(self, slip: Slip, wish: int, stay: Stay) -> PrintOutcome: ...

    def settle(self, wish: int, stay: Stay, *, came_out: bool) -> None: ...

    def status(self) -> str: ...

    def close(self) -> None: ...


class Counting(Protocol):
    def add(self, what: Count, by: int = 1, of: str = "") -> None: ...

    def rate(self, score: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Services:
    """What the errands are run with. Each is a maker, called once, inside its own lane."""

    guides: Callable[[], tuple[tuple[Guide, ...], tuple[LifeEvent, ...]]]
    portal: Callable[[], Portal]
    finder: Callable[[], Finder]
    printing: Callable[[], Printing]
    counters: Callable[[], Counting]
    compose: Callable[[Composed], Slip]


class Errands:
    def __init__(self, lanes: Lanes, services: Services, send: Send) -> None:
        self._lanes = lanes
        self._guides = services.guides
        self._compose = services.compose
        self._send = send
        self._portal = _Once(services.portal)
        self._finder = _Once(services.finder)
        self._printing = _Once(services.printing)
        self._counters = _Once(services.counters)
        self._stay = Stay()

    def open_guides(
        self, furnish: Callable[[tuple[Guide, ...], tuple[LifeEvent, ...]], None]
    ) -> None:
        """Reads the guides in the lane that the search is then built in."""
        self._lanes.run("catalogue", self._guides, lambda read: furnish(*read))

    def warm(self) -> None:
        """Builds what takes time, each in its own lane, once the first page is on the screen."""
        for lane, made in (
            ("catalogue", self._finder),
            ("portal", self._portal),
            ("printer", self._printing),
            ("store", self._counters),
        ):
            self._lanes.run(lane, made.build, _nothing)

    def close(self) -> None:
        """Give up what the last person wanted, let the lanes end, then the services."""
        self._leave()
        self._lanes.close()
        printing = self._printing.made
        if printing is not None:
            printing.close()

    def run(self, ask: Ask) -> None:
        match ask:
            case LookUp():
                self._look_up(ask)
            case OpenGuides():
                self._open(ask)
            case Find():
                self._find(ask)
            case PrintDossier() | PrintCode() | PrintGuide():
                self._print(ask)
            case Settle():
                self._settle(ask)
            case Tally(what=what, of=of):
                self._lanes.run("store", lambda: self._counters().add(what, of=of), _nothing)
            case Rate(score=score):
                self._lanes.run("store", lambda: self._counters().rate(score), _nothing)
            case Forget(leaving=leaving):
                self._leave()
                if leaving:
                    self._lanes.run("portal", lambda: self._portal().end_visit(), _nothing)
            case _:
                assert_never(ask)

    def minute(self) -> None:
        """One more minute in service; without paper when the printer says so."""

        def count(state: str) -> None:
            self._tally(Count.MINUTE_IN_SERVICE)
            if state == "paper-out":
                self._tally(Count.MINUTE_WITHOUT_PAPER)

        self._lanes.run("printer", lambda: self._printing().status(), count)

    def _tally(self, what: Count) -> None:
        self._lanes.run("store", lambda: self._counters().add(what), _nothing)

    def _look_up(self, ask: LookUp) -> None:
        def work() -> LookupCame:
            portal = self._portal()
            outcome = portal.look_up(ask.code, ask.secret)
            return LookupCame(ask.ticket, outcome, portal.last_answer)

        self._lanes.run("portal", work, self._send)

    def _open(self, ask: OpenGuides) -> None:
        def came(read: tuple[tuple[Guide, ...], tuple[LifeEvent, ...]]) -> None:
            eid = next((guide for guide in read[0] if guide.id == "eid"), None)
            self._send(GuidesCame(ask.ticket, eid))

        self._lanes.run("catalogue", self._guides, came)

    def _find(self, ask: Find) -> None:
        self._lanes.run(
            "catalogue",
            lambda: self._finder().find(ask.text, SHOWN, ask.audience),
            lambda hits: self._send(HitsCame(ask.ticket, hits)),
        )

    def _print(self, ask: Composed) -> None:
        stay = self._stay

        def work() -> tuple[Slip, PrintOutcome]:
            slip = self._compose(ask)
            return slip, self._printing().print_slip(slip, ask.wish, stay)

        self._lanes.run(
            "printer", work, lambda done: self._send(PrintCame(ask.ticket, done[0], done[1]))
        )

    def _settle(self, ask: Settle) -> None:
        stay = self._stay
        self._lanes.run(
            "printer",
            lambda: self._printing().settle(ask.wish, stay, came_out=ask.out),
            _nothing,
        )

    def _leave(self) -> None:
        """The person is gone: what waits for the printer is given up, wherever it is."""
        self._stay.over = True
        self._stay = Stay()


class _Once(Generic[MadeT]):
    """Makes a part on first use, in whichever lane that is, and keeps it."""

    def __init__(self, make: Callable[[], MadeT]) -> None:
        self._make = make
        self._made: list[MadeT] = []

    @property
    def made(self) -> MadeT | None:
        return self._made[0] if self._made else None

    def build(self) -> None:
        self()

    def __call__(self) -> MadeT:
        if not self._made:
            self._made.append(self._make())
        return self._made[0]


def _nothing(_answer: object) -> None:
    pass
