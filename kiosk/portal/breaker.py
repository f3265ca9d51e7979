"""Leaves a portal alone that keeps people waiting, so that the tenth person does not wait too."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from math import ceil

from kiosk.domain.outcome import BadAnswer, Busy, Fault, LookupOutcome, Reach, Unreachable

TRIPS_AT = 3
FIRST_REST_S = 15.0
LONGEST_REST_S = 300.0
_SLOW_FAULTS = (Fault.SERVER_ERROR, Fault.TOO_LARGE)


class Breaker:
    """A circuit breaker. Opens after three troubles in a row that cost time or ask for patience.

    It rests 15 s, and twice as long after each further trouble up to five minutes, a fifth more or
    less so that a province's kiosks do not come back together. One good answer closes it. Troubles
    that are told at once, such as no network, are always told as what they are.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        spread: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._clock = clock
        self._spread = spread
        self._troubles = 0
        self._until = float("-inf")

    @property
    def seconds(self) -> int:
        """Until the portal may be asked again; 0 when it may be asked now."""
        return ceil(max(0.0, self._until - self._clock()))

    def note(self, outcome: LookupOutcome) -> None:
        """Take one answer of the portal into account."""
        if not _tiring(outcome):
            if not isinstance(outcome, Unreachable | BadAnswer):
                self._troubles = 0
            return
        self._troubles += 1
        rest = FIRST_REST_S * 2 ** (self._troubles - TRIPS_AT) * self._spread(0.8, 1.2)
        if isinstance(outcome, Busy) and outcome.seconds:
            self._until = self._clock() + outcome.seconds
        elif self._troubles >= TRIPS_AT:
            self._until = self._clock() + min(rest, LONGEST_REST_S)


def _tiring(outcome: LookupOutcome) -> bool:
    match outcome:
        case Unreachable(cause=Reach.TIMEOUT) | Busy():
            return True
        case BadAnswer(fault=fault):
            return fault in _SLOW_FAULTS
        case _:
            return False
