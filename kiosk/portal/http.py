"""Asking a portal over HTTP with every bound in place: time, size, depth, requests, redirects.

Nothing that is asked or answered is logged here; troubles come back as values.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import SplitResult, urljoin, urlsplit

from kiosk.domain.outcome import BadAnswer, Busy, Fault, Reach, Refused, Unreachable
from kiosk.portal.causes import has_route, trouble_of

if TYPE_CHECKING:
    from requests import Response, Session

DoneT = TypeVar("DoneT")
Trouble = Unreachable | BadAnswer | Refused | Busy

_SYSTEM_CA = Path("/etc/ssl/certs/ca-certificates.crt")
_PIECE = 65_536
_MOST_BYTES = 2_000_000
_MOST_REQUESTS = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is no trouble by its status alone: 2xx, or a 4xx that may mean "not there"."""

    status: int
    content_type: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a connection, for each piece of an answer, and for one look-up in all."""

    connect: float = 3.0
    read: float = 8.0
    total: float = 12.0


class Http:
    """Runs look-ups within `patience`.

    TLS is verified against `ca_file`, or the system's certificates. At most four look-ups that
    outlived their time may still hang in the background; beyond that the answer is `Busy`.
    """

    def __init__(
        self,
        patience: Patience,
        ca_file: str = "",
        routed: Callable[[], bool] = has_route,
    ) -> None:
        self._patience = patience
        system = str(_SYSTEM_CA) if _SYSTEM_CA.is_file() else True
        self._verify: str | bool = ca_file or system
        self._routed = routed
        self._hanging = threading.BoundedSemaphore(4)

    def run(self, look_up: Callable[[Wire], DoneT]) -> DoneT | Unreachable | Busy:
        """What `look_up` makes of a wire, or `Unreachable(TIMEOUT)` when it takes too long.

        The time is kept from outside, because no deadline of the socket layer covers a slow name
        server or a server that drips its headers. Raises what `look_up` raises.
        """
        from kiosk.portal.session import Connections, open_session

        if not self._hanging.acquire(blocking=False):
            return Busy()
        ends = time.monotonic() + self._patience.total
        done: list[DoneT] = []
        raised: list[BaseException] = []

        connections = Connections()

        def work() -> None:
            try:
                with open_session(connections) as session:
                    wire = Wire(session, self._patience, ends, self._verify, self._routed)
                    done.append(look_up(wire))
            except BaseException as error:  # noqa: BLE001 (handed to the waiting thread)
                raised.append(error)
            finally:
                self._hanging.release()

        thread = threading.Thread(target=work, name="portal-exchange", daemon=True)
        thread.start()
        thread.join(self._patience.total)
        if raised:
            raise raised[0]
        if done:
            return done[0]
        connections.cut()
        return Unreachable(Reach.TIMEOUT)


class Wire:
    """The requests of one look-up, over one connection where the portal keeps it open."""

    def __init__(
        self,
        session: Session,
        patience: Patience,
        ends: float,
        verify: str | bool,
        routed: Callable[[], bool],
    ) -> None:
        self._session = session
        self._patience = patience
        self._ends = ends
        self._verify = verify
        self._routed = routed
        self.requests = 0

    def get(
        self, url: str, params: Mapping[str, str], headers: Mapping[str, str]
    ) -> Reply | Trouble:
        """One GET. A redirect is followed on the same host, and counts as a request."""
        from requests import RequestException
        from urllib3.exceptions import HTTPError

        try:
            return self._get(url, params, headers)
        except (RequestException, HTTPError, OSError) as error:
            return trouble_of(error, routed=self._routed)

    def _get(
        self, url: str, params: Mapping[str, str], headers: Mapping[str, str]
    ) -> Reply | Trouble:
        origin = urlsplit(url)
        while self.requests < _MOST_REQUESTS:
            left = self._ends - time.monotonic()
            if left <= 0:
                return Unreachable(Reach.TIMEOUT)
            self.requests += 1
            with self._session.get(
                url,
                params=params,
                headers={"Accept": "application/json", "Accept-Encoding": "identity", **headers},
                timeout=(min(left, self._patience.connect), self._read_timeout(left)),
                verify=self._verify,
                allow_redirects=False,
                stream=True,
            ) as response:
                if not 300 <= response.status_code < 400:
                    return self._read(response)
                url, params = urljoin(url, response.headers.get("Location", "")), {}
            if not _at_home(origin, urlsplit(url)):
                return BadAnswer(Fault.REDIRECTED)
        return BadAnswer(Fault.REDIRECTED)

    def _read(self, response: Response) -> Reply | Trouble:
        status = response.status_code
        if status in (401, 403):
            return Refused()
        if status == 429:
            return Busy()
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
            if time.monotonic() > self._ends:
                return Unreachable(Reach.TIMEOUT)
        return Reply(status, response.headers.get("Content-Type", ""), bytes(body))

    def _read_timeout(self, left: float) -> float:
        return min(left, self._patience.read)


def _at_home(origin: SplitResult, target: SplitResult) -> bool:
    """Whether a redirect stays on the host; from http to https it may change, not back."""
    if target.hostname != origin.hostname:
        return False
    if target.scheme == origin.scheme:
        return target.port == origin.port
    return (origin.scheme, target.scheme) == ("http", "https")
