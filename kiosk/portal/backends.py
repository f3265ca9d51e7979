"""Several portals behind one door: the code's agency decides who is asked, and in which order."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk import log
from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import Busy, Found, HandedOver, LookupOutcome, NotFound, Refused
from kiosk.domain.route import Route, routes_for
from kiosk.portal.breaker import Breaker
from kiosk.portal.http import Http, Patience
from kiosk.portal.protocol import Dialect
from kiosk.portal.report import report
from kiosk.portal.wire import Budget

_CLOCK_IS_OFF = timedelta(minutes=5)
_MINUTE_KEY_FAILS = timedelta(seconds=60)
_FIRST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Backend:
    """One portal: what it is asked for, how it is spoken to, and what it is trusted by."""

    route: Route
    dialect: Dialect
    ca_file: str = ""
    breaker: Breaker = field(default_factory=Breaker)


class Backends:
    """A `kiosk.portal.protocol.Portal` over one or more back-ends.

    A further one is asked when the one before has no such dossier or cannot answer; all of them
    share three requests and `patience.total` seconds. `now` must be aware.
    """

    def __init__(
        self,
        backends: Sequence[Backend],
        patience: Patience | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(VIETNAM),
    ) -> None:
        patience = patience or Patience()
        self._total = patience.total
        self._now = now
        self._backends = {each.route.name: each for each in backends}
        self._http = {name: Http(patience, each.ca_file, now=now) for name, each in
                      self._backends.items()}  # fmt: skip
        self._last_answer: datetime | None = None

    @property
    def last_answer(self) -> datetime | None:
        return self._last_answer

    def end_visit(self) -> None:
        """Nothing is kept of a visit here."""

    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome:
        """See `kiosk.portal.protocol.Portal`."""
        budget, ends = Budget(), time.monotonic() + self._total
        routes = routes_for([each.route for each in self._backends.values()], code)
        outcomes: list[LookupOutcome] = []
        for number, route in enumerate(routes, start=1):
            backend = self._backends[route.name]
            if budget.requests < backend.dialect.price(secret):
                continue
            left = ends - time.monotonic()
            share = left if number == len(routes) else left * _FIRST_SHARE
            outcome = self._ask(backend, code, secret, budget, share)
            if isinstance(outcome, Found):
                return outcome
            outcomes.append(outcome)
        return _worst(outcomes)

    def _ask(
        self,
        backend: Backend,
        code: DossierCode,
        secret: str | None,
        budget: Budget,
        seconds: float,
    ) -> LookupOutcome:
        name = backend.route.name
        if rest := backend.breaker.seconds:
            log.event("portal.resting", portal=name, seconds=rest)
            return Busy(rest)
        outcome = self._http[name].run(
            lambda wire: backend.dialect.ask(wire, code, secret), budget, seconds
        )
        backend.breaker.note(outcome)
        if abs(budget.skew) > _CLOCK_IS_OFF:
            log.event("portal.clock_off", portal=name, seconds=round(budget.skew.total_seconds()))
        if isinstance(outcome, Refused) and backend.dialect.needs_clock:
            outcome = Refused(clock_wrong=abs(budget.skew) > _MINUTE_KEY_FAILS)
        if isinstance(outcome, Found | NotFound):
            self._last_answer = self._now()
        return report(outcome, name)


def _worst(outcomes: Sequence[LookupOutcome]) -> LookupOutcome:
    """What is said when nobody has it: a portal that could not answer might have had it."""
    for told in outcomes:
        if not isinstance(told, NotFound | HandedOver):
            return told
    return next((told for told in outcomes if isinstance(told, NotFound)), outcomes[0])
