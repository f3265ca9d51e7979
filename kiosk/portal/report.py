"""Says in the log how a look-up went: its kind and cause, and nothing of what was asked."""

from __future__ import annotations

from typing import assert_never

from kiosk import log
from kiosk.domain.outcome import (
    BadAnswer,
    BadCode,
    Busy,
    Found,
    HandedOver,
    LookupOutcome,
    NotFound,
    Refused,
    TooManyTries,
    Unreachable,
)


def report(outcome: LookupOutcome, portal: str) -> LookupOutcome:
    """Log what `portal`, named by its section of the settings, made of a look-up; hand it on."""
    match outcome:
        case Found() | NotFound() | BadCode() | HandedOver():
            log.event("portal.answered", portal=portal, outcome=type(outcome).__name__)
        case Unreachable(cause=cause):
            log.event("portal.unreachable", portal=portal, cause=cause.value)
        case BadAnswer(fault=fault):
            log.event("portal.bad_answer", portal=portal, fault=fault.value)
        case Refused(clock_wrong=clock_wrong):
            log.event("portal.refused", portal=portal, clock_wrong=clock_wrong)
        case Busy():
            log.event("portal.busy", portal=portal)
        case TooManyTries(seconds=seconds):
            log.event("portal.too_many_tries", seconds=seconds)
        case _:
            assert_never(outcome)
    return outcome
