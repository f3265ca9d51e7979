"""Whether each portal is there, how fast, with which clock, and how long its certificate lasts.

Asks for a code that no office ever gave out, so that nothing of anybody comes back.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import BadAnswer, Fault, LookupOutcome, kind_of
from kiosk.domain.readiness import PortalSeen
from kiosk.portal.backends import Backend
from kiosk.portal.http import Http, Patience
from kiosk.portal.wire import Budget, Wire

NEVER_GIVEN = "000101-0000"
"""The day and number of a code from before there were codes."""

ANY_AGENCY = "H99.999"
NO_SECRET = "0000"  # noqa: S105 (opens nothing)


@dataclass(frozen=True, slots=True)
class TriedPortal:
    """One back-end and the address whose certificate is looked at."""

    backend: Backend
    url: str


def try_portals(
    tried: Sequence[TriedPortal], patience: Patience, now: Callable[[], datetime]
) -> tuple[PortalSeen, ...]:
    """Ask each once, whatever became of the one before. `now` must be aware."""
    return tuple(_try(each, patience, now) for each in tried)


def _try(tried: TriedPortal, patience: Patience, now: Callable[[], datetime]) -> PortalSeen:
    backend, budget = tried.backend, Budget()
    http = Http(patience, backend.ca_file, now=now)
    began = time.monotonic()
    outcome = http.run(lambda wire: _ask(backend, wire), budget, patience.total)
    seconds = time.monotonic() - began
    state = state_of(outcome)
    answered = state in ("ok", "turned_away", "bad_answer", "busy") and budget.requests < 3
    encrypted = tried.url.startswith("https:")
    return PortalSeen(
        backend.route.name,
        state,
        round(seconds, 2),
        round(budget.skew / timedelta(seconds=1)) if answered else None,
        encrypted or state == "not_asked",
        _days_left(tried.url, http.verify, patience, now) if encrypted else None,
    )


def _ask(backend: Backend, wire: Wire) -> LookupOutcome:
    """Where the public list is closed, a look-up code that cannot be opens what citizens use."""
    code = _code_of(backend)
    outcome = backend.dialect.ask(wire, code, None)
    closed = outcome == BadAnswer(Fault.NOT_JSON)
    return backend.dialect.ask(wire, code, NO_SECRET) if closed else outcome


def state_of(outcome: LookupOutcome) -> str:
    """The name of what a portal made of the question: the words follow it."""
    kind = kind_of(outcome)
    return _AS_IT_SHOULD.get(kind, kind)


_AS_IT_SHOULD = {
    "found": "ok", "not_found": "ok", "bad_code": "ok",
    "handed_over": "not_asked", "too_many_tries": "busy",
}  # fmt: skip


def _code_of(backend: Backend) -> DossierCode:
    agencies = (*backend.route.agencies, ANY_AGENCY)
    codes = (parse(f"{agency}-{NEVER_GIVEN}") for agency in agencies)
    return next(code for code in codes if code is not None)


def _days_left(
    url: str, verify: str | bool, patience: Patience, now: Callable[[], datetime]
) -> int | None:
    """Whole days until the certificate ends; None where no trusted one was shown."""
    parts = urlsplit(url)
    try:
        context = ssl.create_default_context(cafile=verify if isinstance(verify, str) else None)
        address = (parts.hostname or "", parts.port or 443)
        with (
            socket.create_connection(address, timeout=patience.connect) as line,
            context.wrap_socket(line, server_hostname=parts.hostname) as safe,
        ):
            shown = safe.getpeercert()
    except (OSError, ValueError):
        return None
    ends = shown.get("notAfter") if shown else None
    if not isinstance(ends, str):
        return None
    return int((ssl.cert_time_to_seconds(ends) - now().timestamp()) // 86400)
