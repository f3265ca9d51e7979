"""The breaker: when it opens, for how long, and what closes it."""

from __future__ import annotations

import pytest

from kiosk.domain.outcome import (
    BadAnswer,
    Busy,
    Fault,
    LookupOutcome,
    NotFound,
    Reach,
    Refused,
    Unreachable,
)
from kiosk.portal.breaker import FIRST_REST_S, LONGEST_REST_S, TRIPS_AT, Breaker

SLOW = Unreachable(Reach.TIMEOUT)


class Clock:
    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def make(clock: Clock, stretch: float = 1.0) -> Breaker:
    return Breaker(clock, lambda _low, _high: stretch)


def test_it_opens_after_three_slow_troubles_in_a_row() -> None:
    breaker = make(Clock())
    rests = []
    for _ in range(TRIPS_AT):
        rests.append(breaker.seconds)
        breaker.note(SLOW)
    assert rests == [0, 0, 0]
    assert breaker.seconds == FIRST_REST_S


def test_one_good_answer_in_between_starts_the_count_afresh() -> None:
    breaker = make(Clock())
    for outcome in (SLOW, SLOW, NotFound(), SLOW, SLOW):
        breaker.note(outcome)
    assert breaker.seconds == 0


def test_it_rests_twice_as_long_each_time_and_never_longer_than_five_minutes() -> None:
    clock = Clock()
    breaker = make(clock)
    rests = []
    for _ in range(TRIPS_AT + 7):
        breaker.note(SLOW)
        rests.append(breaker.seconds)
        clock.at += breaker.seconds
        assert breaker.seconds == 0
    assert rests[TRIPS_AT - 1 :] == [15, 30, 60, 120, 240, 300, 300, 300]


@pytest.mark.parametrize("stretch", [0.8, 1.2])
def test_kiosks_do_not_come_back_together(stretch: float) -> None:
    breaker = make(Clock(), stretch)
    for _ in range(TRIPS_AT):
        breaker.note(SLOW)
    assert breaker.seconds == FIRST_REST_S * stretch


def test_a_portal_that_says_how_long_is_left_alone_for_so_long() -> None:
    clock = Clock()
    breaker = make(clock)
    breaker.note(Busy(20))
    assert breaker.seconds == 20
    clock.at += 20
    assert breaker.seconds == 0
    assert breaker.seconds <= LONGEST_REST_S


@pytest.mark.parametrize(
    "outcome",
    [
        *(Unreachable(cause) for cause in Reach if cause is not Reach.TIMEOUT),
        *(
            BadAnswer(fault)
            for fault in Fault
            if fault not in (Fault.SERVER_ERROR, Fault.TOO_LARGE)
        ),
        Refused(),
    ],
)
def test_what_is_told_at_once_is_always_told_as_what_it_is(outcome: LookupOutcome) -> None:
    breaker = make(Clock())
    for _ in range(20):
        breaker.note(outcome)
    assert breaker.seconds == 0
