"""Time without a touch: a warning, then the end. Waiting for a service is not idleness."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.visit.events import IdleOver, IdleReached
from kiosk.visit.pages import PASSING, Page


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Seconds without a touch until the warning, and seconds the warning stays."""

    calm: int
    warning: int


class Idle(QObject):
    """Counts whole seconds. `tick` is called by a timer once a second, or by a test."""

    reached = Signal(object)
    ticked = Signal()

    def __init__(self, times: IdleTimes) -> None:
        super().__init__()
        self._times = times
        self._page = Page.ATTRACT
        self._left = times.calm
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def left(self) -> int:
        return self._left

    @property
    def total(self) -> int:
        return self._times.warning

    def start(self) -> None:
        self._timer.start()

    def active(self) -> None:
        """A touch, a key, a scan, an answer."""
        if self._page is not Page.IDLE:
            self._left = self._times.calm

    def on_page(self, page: Page) -> None:
        self._page = page
        self._left = self._times.warning if page is Page.IDLE else self._times.calm

    def tick(self) -> None:
        if self._page is not Page.ATTRACT and self._page not in PASSING:
            self._left -= 1
            if self._left <= 0:
                self._left = 0
                self.reached.emit(IdleOver() if self._page is Page.IDLE else IdleReached())
                return
        self.ticked.emit()
