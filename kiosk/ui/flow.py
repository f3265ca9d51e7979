"""One visit after the other: an event in, the next visit out, its asks run, the screen told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

from PySide6.QtCore import QObject, Signal

from kiosk import log
from kiosk.domain.guide import Guide, LifeEvent
from kiosk.ui.idle import Idle
from kiosk.ui.scene import Place, Scene
from kiosk.visit.asks import Ask
from kiosk.visit.events import EndWanted, Event, WentWrong
from kiosk.visit.machine import step
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit

TIME_EVENTS = ("IdleReached", "IdleOver")


class Flow(QObject):
    """Holds the one visit there is. `shown` carries the scene of every change."""

    shown = Signal(object)

    def __init__(self, place: Place, idle: Idle, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._place = place
        self._idle = idle
        self._now = now
        self._run: Callable[[Ask], None] = lambda _ask: None
        self._visit = Visit(routes=place.routes)
        self._forward = True
        idle.reached.connect(self.send)
        idle.ticked.connect(self.show)

    @property
    def visit(self) -> Visit:
        return self._visit

    @property
    def place(self) -> Place:
        return self._place

    def furnish(self, guides: tuple[Guide, ...], events: tuple[LifeEvent, ...]) -> None:
        """The guides, read after the first page was shown."""
        self._place = replace(self._place, guides=guides, life_events=events, ready=True)
        self.show()

    def connect_errands(self, run: Callable[[Ask], None]) -> None:
        """Errands answer through `send`, so they are made after the flow and handed in here."""
        self._run = run

    def send(self, event: Event) -> None:
        """The one way in: for touches, scans, answers and time."""
        before = self._visit
        self._visit, asks = step(before, event)
        if type(event).__name__ not in TIME_EVENTS:
            self._idle.active()
        if self._visit.page is not before.page:
            self._idle.on_page(self._visit.page)
            self._forward = len(self._visit.trail) >= len(before.trail)
        self.show()
        for ask in asks:
            self._run(ask)

    def leave(self) -> None:
        """Somebody else takes over: the visit that may be there ends and is wiped."""
        self.send(EndWanted())
        self.send(EndWanted())

    def fail(self, error: BaseException) -> None:
        """What nobody expected: the operator reads why, the person gets a plain page."""
        log.event(
            "kiosk.unexpected",
            kind=type(error).__name__,
            page=self._visit.page.value,
            where=_where(error),
        )
        self.send(WentWrong())

    def show(self) -> None:
        left, total = self._idle.left, self._idle.total
        on_idle = self._visit.page is Page.IDLE
        self.shown.emit(
            Scene(
                visit=self._visit,
                place=self._place,
                now=self._now(),
                forward=self._forward,
                idle_left=left if on_idle else 0,
                idle_total=total if on_idle else 0,
            )
        )


def _where(error: BaseException) -> str:
    """File and line of the fault, never its message: a message may hold what was typed."""
    frames = extract_tb(error.__traceback__)
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-4:]))
