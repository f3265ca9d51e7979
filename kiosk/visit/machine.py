"""One step through the table."""

from __future__ import annotations

from kiosk.visit.asks import Ask
from kiosk.visit.events import Event
from kiosk.visit.state import Visit
from kiosk.visit.table import rule_for


class OutsideTableError(AssertionError):
    """A move led to a page its rule does not list: the table and its picture would lie."""


def step(visit: Visit, event: Event) -> tuple[Visit, tuple[Ask, ...]]:
    """The visit after `event`, and what is asked for. An event without a rule changes nothing.

    Raises OutsideTableError when a move leaves the table, which is a defect, never a case.
    """
    rule = rule_for(visit.page, type(event))
    if rule is None:
        return visit, ()
    after, asks = rule.do(visit, event)
    if after.page is not visit.page and after.page not in rule.to:
        raise OutsideTableError(f"{visit.page} --{type(event).__name__}--> {after.page}")
    return after, asks


def usable(visit: Visit, event: type[Event]) -> bool:
    """Whether `event` means anything here: a button that would do nothing is shown as such."""
    return rule_for(visit.page, event) is not None
