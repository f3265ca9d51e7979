"""How a portal misbehaves, by name. Each fault answers every request in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler
from threading import Event
from types import MappingProxyType

NO_SUCCESS = b"secretKey not sucess"
SLOW_S = 1.5
PATIENCE_S = 60.0
_HUGE_PIECES = 3_200
_PIECE = b"0," * 32_768
_DEEP = b"[" * 100_000 + b"]" * 100_000
_HTML = b"<!DOCTYPE html><html><body>B\xe1\xba\xa3o tr\xc3\xac</body></html>"
_JSON = "application/json;charset=UTF-8"

FAULTS = {
    "portal-refused": "takes no connections",
    "portal-timeout": "takes the request and never answers",
    "portal-slow": f"answers after {SLOW_S} s",
    "portal-drip": "sends a letter now and then and never ends",
    "portal-drip-headers": "the same in its headers",
    "portal-401": "answers 401",
    "portal-403": "answers 403",
    "portal-429": "answers 429",
    "portal-429-wait": "answers 429 and asks for 20 seconds (Retry-After)",
    "portal-500": "answers 500",
    "portal-503": "answers 503 with an HTML page",
    "portal-html": "answers 200 with an HTML page",
    "portal-html-as-json": "the same page, called JSON",
    "portal-xml": "answers 200 with XML",
    "portal-broken-json": "answers 200 with half a JSON object",
    "portal-cut": "promises more bytes than it sends",
    "portal-garbage": "answers with what is no HTTP",
    "portal-203-text": "answers 203 with plain text to everything",
    "portal-203-json": "answers 203 with JSON that says: not authenticated",
    "portal-huge": "answers 200 with 200 megabytes",
    "portal-deep": "answers 200 with JSON a hundred thousand levels deep",
    "portal-empty": "closes the connection without a word",
    "portal-nothing": "answers 200 with an empty body",
    "portal-redirect": "sends the client to another host",
    "portal-wrong-shape": "answers JSON that is no answer",
    "portal-clock": "answers rightly, with a clock that is a day ahead",
    "portal-token": "hands out no token to anybody (igate; the others answer rightly)",
    "portal-token-once": "calls each token back after one use (igate; likewise)",
}
"""Every fault and what it does; `slow` and the last three spoil no answer."""

Spoil = Callable[["Misbehaviour"], None]


class Misbehaviour:
    """One request, answered badly. `leaving` is set when the simulator stops."""

    def __init__(self, request: BaseHTTPRequestHandler, leaving: Event) -> None:
        self._request = request
        self._leaving = leaving

    def send(self, status: int, body: bytes, kind: str = _JSON, length: int | None = None) -> None:
        self._request.send_response(status)
        self._request.send_header("Content-Type", kind)
        self._request.send_header("Content-Length", str(len(body) if length is None else length))
        self._request.end_headers()
        self._request.wfile.write(body)

    def message(self, status: int, text: str, code: int) -> None:
        body = f'{{"message": "{text}", "code": {code}, "description": ""}}'
        self.send(status, body.encode())

    def hang_up(self) -> None:
        self._request.close_connection = True

    def wait_please(self) -> None:
        self._request.send_response(429)
        self._request.send_header("Retry-After", "20")
        self._request.send_header("Content-Length", "0")
        self._request.end_headers()

    def never(self) -> None:
        self._leaving.wait(PATIENCE_S)
        self.hang_up()

    def drip(self) -> None:
        self.send(200, b'{"total": "', length=100_000)
        self._drip()

    def drip_headers(self) -> None:
        self._request.send_response(200)
        self._request.flush_headers()
        self._request.wfile.write(b"X-Wait: ")
        self._drip()

    def huge(self) -> None:
        self._request.send_response(200)
        self._request.send_header("Content-Type", _JSON)
        self._request.send_header("Transfer-Encoding", "chunked")
        self._request.end_headers()
        for _ in range(_HUGE_PIECES):
            self._request.wfile.write(f"{len(_PIECE):x}\r\n".encode() + _PIECE + b"\r\n")
        self._request.wfile.write(b"0\r\n\r\n")

    def cut(self) -> None:
        self.send(200, b'{"total": 0}', length=4_000)
        self.hang_up()

    def garbage(self) -> None:
        self._request.wfile.write(b"xin ch\xc3\xa0o\r\n\r\n")
        self.hang_up()

    def redirect(self) -> None:
        self._request.send_response(302)
        self._request.send_header("Location", "http://127.0.0.2:9/")
        self._request.send_header("Content-Length", "0")
        self._request.end_headers()

    def _drip(self) -> None:
        while not self._leaving.wait(0.05):
            self._request.wfile.write(b"0")
            self._request.wfile.flush()
        self.hang_up()


SPOILED: Mapping[str, Spoil] = MappingProxyType(
    {
        "portal-timeout": Misbehaviour.never,
        "portal-drip": Misbehaviour.drip,
        "portal-drip-headers": Misbehaviour.drip_headers,
        "portal-401": lambda bad: bad.message(401, "Unauthorized.", 203),
        "portal-403": lambda bad: bad.message(403, "No Content.", 403),
        "portal-429": lambda bad: bad.message(429, "Too many requests.", 429),
        "portal-429-wait": Misbehaviour.wait_please,
        "portal-500": lambda bad: bad.message(500, "Internal error.", 500),
        "portal-503": lambda bad: bad.send(503, _HTML, "text/html"),
        "portal-html": lambda bad: bad.send(200, _HTML, "text/html"),
        "portal-html-as-json": lambda bad: bad.send(200, _HTML),
        "portal-xml": lambda bad: bad.send(200, b"<total>0</total>", "application/xml"),
        "portal-broken-json": lambda bad: bad.send(200, b'{"total": 1, "data": [{"dossi'),
        "portal-cut": Misbehaviour.cut,
        "portal-garbage": Misbehaviour.garbage,
        "portal-203-text": lambda bad: bad.send(203, NO_SUCCESS),
        "portal-203-json": lambda bad: bad.message(203, "Non-Authoritative Information.", 203),
        "portal-huge": Misbehaviour.huge,
        "portal-deep": lambda bad: bad.send(200, _DEEP),
        "portal-empty": Misbehaviour.hang_up,
        "portal-nothing": lambda bad: bad.send(200, b""),
        "portal-redirect": Misbehaviour.redirect,
        "portal-wrong-shape": lambda bad: bad.send(200, '{"message": "xin chào"}'.encode()),
    }
)
"""The faults that spoil an answer; the others are the server's own doing."""


def fault_named(name: str) -> str:
    """The fault called `name`, with or without `portal-`. ValueError names those there are."""
    for known in (name, f"portal-{name}"):
        if known in FAULTS:
            return known
    raise ValueError(f"no fault is called “{name}”; there are: {', '.join(FAULTS)}")
