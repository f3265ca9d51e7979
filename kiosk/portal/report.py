"""Says in the log how a look-up went: its kind and cause, and nothing of what was asked."""

from __future__ import annotations

from typing import assert_never

from kiosk import log
from kiosk.domain.outcome import (
    BadAnswer,
    BadCode,
    Busy,
    Found,
    LookupOutcome,
    NotFound,
    Refused,
    Unreachable,
)


def report(outcome: LookupOutcome) -> LookupOutcome:
    """Log which kind of outcome it was, with its cause when it is a trouble, and hand it on."""
    match outcome:
        case Found() | NotFound() | BadCode():
            log.event("portal.answered", outcome=type(outcome).__name__)
        case Unreachable(cause=cause):
            log.event("portal.unreachable", cause=cause.value)
        case BadAnswer(fault=fault):
            log.event("portal.bad_answer", fault=fault.value)
        case Refused():
            log.event("portal.refused")
        case Busy():
            log.event("portal.busy")
        case _:
            assert_never(outcome)
    return outcome
