"""Keeps a kiosk from being used to list people: tries are limited by visit and by device."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import Found, LookupOutcome, NotFound, TooManyTries
from kiosk.portal.protocol import Portal
from kiosk.portal.report import report

VISIT_FREE, DEVICE_FREE = 10.0, 30.0
"""Points before the first pause. A person who mistypes twice and looks two dossiers up has six."""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 10.0, 300.0
POINT_FADES_S = 20.0
"""The device forgets one point in so many seconds, so that a morning of honest queues is free."""


@dataclass(slots=True)
class Tally:
    """Points of one scope, and the pause that grew from them."""

    free: float
    points: float = 0.0
    pauses: int = 0
    until: float = float("-inf")

    def add(self, points: float, at: float) -> None:
        self.points += points
        if self.points > self.free and points:
            pause = min(FIRST_PAUSE_S * 2**self.pauses, LONGEST_PAUSE_S)
            self.until, self.pauses = at + pause, self.pauses + 1


class Tries:
    """Counts what was tried, by points.

    A code that matches nothing weighs two, a dossier seen without its look-up code one, a
    dossier opened with it nothing.

    Beyond the free points each further one brings a pause, twice as long as the one before, up
    to five minutes. Nothing of what was tried is kept. `clock` is monotonic.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._visit = Tally(VISIT_FREE)
        self._device = Tally(DEVICE_FREE)
        self._faded = clock()

    @property
    def seconds(self) -> int:
        """Until the next try; 0 when it may come now."""
        now = self._clock()
        return ceil(max(0.0, self._visit.until - now, self._device.until - now))

    def note(self, outcome: LookupOutcome) -> None:
        points = _points(outcome)
        now = self._clock()
        self._fade(now)
        for tally in (self._visit, self._device):
            tally.add(points, now)

    def end_visit(self) -> None:
        """The next person starts afresh; the device remembers how many tries there were."""
        self._visit = Tally(VISIT_FREE)

    def _fade(self, now: float) -> None:
        self._device.points = max(0.0, self._device.points - (now - self._faded) / POINT_FADES_S)
        self._faded = now
        if self._device.points <= self._device.free:
            self._device.pauses = 0


class LimitedPortal:
    """A portal that is not asked while the person, or the device, has to pause."""

    def __init__(self, portal: Portal, tries: Tries) -> None:
        self._portal = portal
        self._tries = tries

    @property
    def last_answer(self) -> datetime | None:
        return self._portal.last_answer

    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome:
        """See `kiosk.portal.protocol.Portal`; `TooManyTries` while a pause runs."""
        if seconds := self._tries.seconds:
            return report(TooManyTries(seconds), "")
        outcome = self._portal.look_up(code, secret)
        self._tries.note(outcome)
        return outcome

    def end_visit(self) -> None:
        self._tries.end_visit()
        self._portal.end_visit()


def _points(outcome: LookupOutcome) -> float:
    match outcome:
        case NotFound():
            return 2.0
        case Found(unlocked=False):
            return 1.0
        case _:
            return 0.0
