"""One HTTP GET that cannot hang, cannot fill memory, and says exactly how it failed."""

from __future__ import annotations

import errno
import json
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from kiosk.domain.outcome import BadAnswer, Busy, Fault, Reach, Refused, Unreachable

if TYPE_CHECKING:
    from requests import Response, Session

LARGEST_BYTES = 2_000_000
DEEPEST = 32
CHUNK = 16_384


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a connection, for each piece of an answer, and for one look-up in all."""

    connect: float = 3.0
    read: float = 8.0
    total: float = 12.0


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """A 2xx answer. `body` is parsed JSON, or None when the body is not JSON (203 with text)."""

    status: int
    body: Any


Failure = Unreachable | BadAnswer | Refused | Busy


class HttpClient:
    """Keeps one connection to one base address; belongs to the lane that builds it.

    `ca_file` is a bundle to trust instead of the system's; certificates are always checked.
    """

    def __init__(self, base: str, patience: Patience, ca_file: str = "") -> None:
        self._base = base.rstrip("/")
        self._patience = patience
        self._ca_file = ca_file
        self._session: Session | None = None

    def get(
        self, path: str, params: Mapping[str, str], headers: Mapping[str, str], until: float
    ) -> Answer | Failure:
        """The answer, or why there is none, before `until` (monotonic seconds)."""
        from requests import exceptions as trouble

        left = until - monotonic()
        if left <= 0:
            return Unreachable(Reach.TIMEOUT)
        timeout = (min(self._patience.connect, left), min(self._patience.read, left))
        try:
            with self._opened().get(
                self._base + path,
                params=dict(params),
                headers=dict(headers),
                timeout=timeout,
                stream=True,
                allow_redirects=False,
            ) as response:
                return _read(response, until)
        except trouble.SSLError:
            return Unreachable(Reach.TLS)
        except trouble.Timeout:
            return Unreachable(Reach.TIMEOUT)
        except trouble.ConnectionError as error:
            return Unreachable(_cause(error))
        except (trouble.RequestException, ValueError):
            return BadAnswer(Fault.WRONG_SHAPE)

    def _opened(self) -> Session:
        if self._session is None:
            from requests import Session

            self._session = Session()
            self._session.trust_env = False
            self._session.verify = self._ca_file or True
        return self._session


def _read(response: Response, until: float) -> Answer | Failure:
    status = response.status_code
    if status in (401, 403):
        return Refused()
    if status == 429:
        return Busy()
    if 300 <= status < 400:
        return BadAnswer(Fault.REDIRECTED)
    if status == 404:
        return Answer(status, None)
    if not 200 <= status < 300:
        return BadAnswer(Fault.SERVER_ERROR)
    body = _body(response, until)
    if not isinstance(body, bytes):
        return body
    if status == 203:
        return Answer(status, _json_or_none(body))
    kind = response.headers.get("Content-Type", "")
    if "json" not in kind.lower():
        return BadAnswer(Fault.NOT_JSON)
    try:
        return Answer(status, _checked(json.loads(body)))
    except (ValueError, RecursionError):
        return BadAnswer(Fault.BROKEN_JSON)


def _body(response: Response, until: float) -> bytes | Failure:
    out = bytearray()
    for chunk in response.iter_content(CHUNK):
        out += chunk
        if len(out) > LARGEST_BYTES:
            return BadAnswer(Fault.TOO_LARGE)
        if monotonic() > until:
            return Unreachable(Reach.TIMEOUT)
    return bytes(out)


def _json_or_none(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _checked(value: Any, depth: int = 0) -> Any:
    """The value itself. Raises ValueError when it is nested deeper than any portal's answer."""
    if depth > DEEPEST:
        raise ValueError("nested too deep")
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        _checked(item, depth + 1)
    return value


def _cause(error: BaseException) -> Reach:
    """The reason at the bottom of a chain of wrapped errors."""
    for link in _chain(error):
        if isinstance(link, ssl.SSLError):
            return Reach.TLS
        if isinstance(link, socket.gaierror) or type(link).__name__ == "NameResolutionError":
            return Reach.DNS
        if isinstance(link, TimeoutError):
            return Reach.TIMEOUT
        if isinstance(link, ConnectionRefusedError):
            return Reach.REFUSED
        if isinstance(link, OSError) and link.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return Reach.NO_NETWORK
    return Reach.REFUSED


def _chain(error: BaseException) -> Iterator[BaseException]:
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        link = waiting.pop()
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = (link.__cause__, link.__context__, getattr(link, "reason", None), *link.args)
        waiting += [part for part in inner if isinstance(part, BaseException)]
