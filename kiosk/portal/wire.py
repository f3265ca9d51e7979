"""The requests of one look-up to one portal, over one connection where it is kept open."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from kiosk.domain.outcome import BadAnswer, Busy, Fault, Reach, Refused, Unreachable
from kiosk.portal.causes import never_sent, trouble_of

if TYPE_CHECKING:
    from requests import Response, Session

Trouble = Unreachable | BadAnswer | Refused | Busy

MOST_REQUESTS = 3
_PIECE = 65_536
_MOST_BYTES = 2_000_000
_PAUSE_S = (0.1, 0.4)
_LONGEST_PAUSE_S = 300
_PLAIN_JSON = {"Accept": "application/json", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is no trouble by its status alone: 2xx, or a 4xx that may mean "not there"."""

    status: int
    content_type: str
    body: bytes = field(repr=False)


@dataclass(slots=True)
class Budget:
    """What one look-up may still spend, whichever portals it asks, and what it learned of time.

    `skew` is how far the last portal's clock was ahead of this machine's.
    """

    requests: int = MOST_REQUESTS
    may_retry: bool = True
    skew: timedelta = timedelta()

    def spent(self) -> bool:
        return self.requests <= 0


@dataclass(frozen=True, slots=True)
class Terms:
    """Seconds for a connection and for each piece; `ends` is monotonic; how TLS is verified."""

    connect: float
    read: float
    ends: float
    verify: str | bool
    routed: Callable[[], bool]
    now: Callable[[], datetime]

    @property
    def left(self) -> float:
        return self.ends - time.monotonic()


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One request. No repr: addresses and headers hold codes and keys."""

    method: str
    url: str
    headers: Mapping[str, str]
    params: Mapping[str, str] | None = None
    form: Mapping[str, str] | None = None


class Wire:
    def __init__(self, session: Session, terms: Terms, budget: Budget) -> None:
        self._session = session
        self._terms = terms
        self._budget = budget

    def get(
        self, url: str, params: Mapping[str, str], headers: Mapping[str, str]
    ) -> Reply | Trouble:
        """One GET. A redirect is followed on the same host, and counts as a request."""
        return self._patiently(Request("GET", url, headers, params=params))

    def post(
        self, url: str, form: Mapping[str, str], headers: Mapping[str, str]
    ) -> Reply | Trouble:
        """One POST of a form, for what changes nothing at the portal. No redirect is followed."""
        return self._patiently(Request("POST", url, headers, form=form))

    def _patiently(self, request: Request) -> Reply | Trouble:
        """Once more, after a moment, when the connection was refused or broke without a word."""
        outcome = self._safely(request)
        again = outcome == Unreachable(Reach.REFUSED) and self._budget.may_retry
        pause = random.uniform(*_PAUSE_S)  # noqa: S311 (spreads kiosks, keeps no secret)
        if not again or self._budget.spent() or self._terms.left < pause + self._terms.connect:
            return outcome
        self._budget.may_retry = False
        time.sleep(pause)
        return self._safely(request)

    def _safely(self, request: Request) -> Reply | Trouble:
        from requests import RequestException
        from urllib3.exceptions import HTTPError

        try:
            return self._exchange(request)
        except (RequestException, HTTPError, OSError) as error:
            if never_sent(error):
                self._budget.requests += 1
            return trouble_of(error, routed=self._terms.routed)

    def _exchange(self, request: Request) -> Reply | Trouble:
        origin, redirected = urlsplit(request.url), False
        while not self._budget.spent():
            left = self._terms.left
            if left <= 0:
                return Unreachable(Reach.TIMEOUT)
            self._budget.requests -= 1
            with self._session.request(
                request.method,
                request.url,
                params=request.params,
                data=request.form,
                headers={**_PLAIN_JSON, **request.headers},
                timeout=(min(left, self._terms.connect), min(left, self._terms.read)),
                verify=self._terms.verify,
                allow_redirects=False,
                stream=True,
            ) as response:
                self._compare_clocks(response)
                if not 300 <= response.status_code < 400:
                    return self._read(response)
                onward = urljoin(request.url, response.headers.get("Location", ""))
            if request.method != "GET" or not _at_home(origin, urlsplit(onward)):
                return BadAnswer(Fault.REDIRECTED)
            request, redirected = replace(request, url=onward, params=None), True
        return BadAnswer(Fault.REDIRECTED) if redirected else Busy()

    def _read(self, response: Response) -> Reply | Trouble:
        status = response.status_code
        if status in (401, 403):
            return Refused()
        if status == 429:
            return Busy(_seconds(response.headers.get("Retry-After", "")))
        if status >= 500:
            return BadAnswer(Fault.SERVER_ERROR)
        if response.headers.get("Content-Encoding", "identity") != "identity":
            return BadAnswer(Fault.NOT_JSON)
        if (response.raw.length_remaining or 0) > _MOST_BYTES:
            return BadAnswer(Fault.TOO_LARGE)
        body = bytearray()
        while piece := response.raw.read1(_PIECE):
            body += piece
            if len(body) > _MOST_BYTES:
                return BadAnswer(Fault.TOO_LARGE)
            if self._terms.left < 0:
                return Unreachable(Reach.TIMEOUT)
        return Reply(status, response.headers.get("Content-Type", ""), bytes(body))

    def _compare_clocks(self, response: Response) -> None:
        try:
            theirs = parsedate_to_datetime(response.headers.get("Date", ""))
        except (ValueError, OverflowError):
            return
        aware = theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)
        self._budget.skew = aware - self._terms.now()


def _seconds(retry_after: str) -> int:
    """RFC 9110, 10.2.3: seconds; a date there is as good as nothing, for the clocks may differ."""
    digits = retry_after.strip()
    return min(int(digits), _LONGEST_PAUSE_S) if digits.isascii() and digits.isdigit() else 0


def _at_home(origin: SplitResult, target: SplitResult) -> bool:
    """Whether a redirect stays on the host; from http to https it may change, not back."""
    if target.hostname != origin.hostname:
        return False
    if target.scheme == origin.scheme:
        return target.port == origin.port
    return (origin.scheme, target.scheme) == ("http", "https")
