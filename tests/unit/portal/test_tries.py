"""The limit on tries: what is free, how pauses grow, who is forgotten when."""

from __future__ import annotations

from datetime import datetime

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Dossier, Status
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import Found, LookupOutcome, NotFound, Reach, TooManyTries, Unreachable
from kiosk.portal.tries import (
    DEVICE_FREE,
    FIRST_PAUSE_S,
    LONGEST_PAUSE_S,
    POINT_FADES_S,
    VISIT_FREE,
    LimitedPortal,
    Tries,
)
from tests.unit.portal.test_breaker import Clock

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=VIETNAM)
DOSSIER = Dossier("H20.129-261120-0001", "", "", "", Status.PROCESSING, "", NOW)
LOCKED, UNLOCKED = Found(DOSSIER, unlocked=False), Found(DOSSIER, unlocked=True)
MISS = NotFound()


def read() -> DossierCode:
    code = parse("H20.129-261120-0001")
    assert code is not None
    return code


class Answering:
    """A portal that gives one answer, and counts how often it is asked."""

    def __init__(self, outcome: LookupOutcome) -> None:
        self.outcome = outcome
        self.asked = self.visits = 0
        self.last_answer = NOW

    def look_up(self, _code: DossierCode, _secret: str | None) -> LookupOutcome:
        self.asked += 1
        return self.outcome

    def end_visit(self) -> None:
        self.visits += 1


def test_a_person_who_mistypes_a_few_times_never_waits() -> None:
    tries = Tries(Clock())
    for outcome in (MISS, MISS, LOCKED, MISS, UNLOCKED, LOCKED):
        tries.note(outcome)
    assert tries.seconds == 0


def test_pauses_begin_after_the_free_points_and_double() -> None:
    clock = Clock()
    tries = Tries(clock)
    for _ in range(int(VISIT_FREE / 2)):
        tries.note(MISS)
    assert tries.seconds == 0
    pauses = []
    for _ in range(8):
        tries.note(MISS)
        pauses.append(tries.seconds)
        clock.at += tries.seconds
    assert pauses == [10, 20, 40, 80, 160, 300, 300, 300]
    assert (pauses[0], pauses[-1]) == (FIRST_PAUSE_S, LONGEST_PAUSE_S)


def test_what_says_nothing_about_a_code_costs_nothing() -> None:
    tries = Tries(Clock())
    for outcome in (UNLOCKED, Unreachable(Reach.TIMEOUT), Unreachable(Reach.NO_NETWORK)):
        for _ in range(100):
            tries.note(outcome)
    assert tries.seconds == 0


def test_the_next_person_starts_afresh() -> None:
    tries = Tries(Clock())
    for _ in range(int(VISIT_FREE)):
        tries.note(MISS)
    assert tries.seconds > 0
    tries.end_visit()
    assert tries.seconds == 0


def test_the_device_remembers_across_visits_so_that_nobody_lists_by_starting_anew() -> None:
    clock = Clock()
    tries = Tries(clock)
    waited = 0
    for _ in range(40):
        tries.note(MISS)
        tries.end_visit()
        waited += tries.seconds
        clock.at += tries.seconds
    assert waited > 600


def test_the_device_forgets_with_time_so_that_a_day_of_honest_queues_is_free() -> None:
    clock = Clock()
    tries = Tries(clock)
    for _ in range(200):
        for outcome in (MISS, LOCKED):
            tries.note(outcome)
        tries.end_visit()
        clock.at += 3 * POINT_FADES_S
        assert tries.seconds == 0
    assert DEVICE_FREE > 0


@pytest.mark.events("portal.too_many_tries")
def test_nobody_is_asked_while_a_pause_runs() -> None:
    clock = Clock()
    inner = Answering(MISS)
    portal = LimitedPortal(inner, Tries(clock))
    outcomes = [portal.look_up(read(), None) for _ in range(20)]
    asked = inner.asked

    assert outcomes[:asked] == [MISS] * asked
    assert set(outcomes[asked:]) == {TooManyTries(10)}
    clock.at += 10
    assert portal.look_up(read(), None) == MISS
    assert portal.last_answer == NOW
    portal.end_visit()
    assert inner.visits == 1
