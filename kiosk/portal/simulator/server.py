"""The simulator's HTTP server: OpenCPS v2 as its source code answers, and faults by name."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from kiosk.portal.simulator.dossiers import SimulatedDossier, make_dossiers

BASE = "/o/rest/v2/dossiers"
GROUP_ID = "55853"
NO_SUCCESS = "secretKey not sucess"
HUGE_BYTES = 8_000_000
SLOW_S = 1.5
PATIENCE_S = 30.0

FAULTS = {
    "portal-timeout": "takes the request and never answers",
    "portal-slow": f"answers after {SLOW_S} s",
    "portal-401": "answers 401",
    "portal-403": "answers 403",
    "portal-429": "answers 429",
    "portal-500": "answers 500",
    "portal-html": "answers 200 with an HTML page",
    "portal-broken-json": "answers 200 with half a JSON object",
    "portal-203-text": "answers 203 with plain text to everything",
    "portal-huge": "answers 200 with eight megabytes",
    "portal-empty": "closes the connection without a word",
    "portal-redirect": "sends the client to another host",
    "portal-wrong-shape": "answers JSON that is no answer",
}


class PortalSimulator:
    """A running portal. `url` and `group_id` are what a client's settings need.

    Use it as a context manager; `set_fault` changes its mood while it runs.
    """

    def __init__(
        self, *, now: datetime, fault: str | None = None, port: int = 0, host: str = "127.0.0.1"
    ) -> None:
        self.dossiers = make_dossiers(now)
        self.group_id = GROUP_ID
        self.requests: list[str] = []
        self._fault: str | None = None
        self._leaving = threading.Event()
        self.set_fault(fault)
        self._server = ThreadingHTTPServer((host, port), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://{host}:{self._server.server_port}"
        self._thread = threading.Thread(
            target=lambda: self._server.serve_forever(poll_interval=0.05), daemon=True
        )

    def set_fault(self, fault: str | None) -> None:
        """Raises ValueError for a fault that does not exist."""
        if fault is not None and fault not in FAULTS:
            raise ValueError(f"no fault is called “{fault}”; there are: {', '.join(FAULTS)}")
        self._fault = fault

    def dossier(self, what: str) -> SimulatedDossier:
        """The dossier that stands for the case `what`."""
        return next(dossier for dossier in self.dossiers if dossier.what == what)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def serve(self) -> None:
        """Runs in the foreground until interrupted."""
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        simulator = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # noqa: N802
                simulator.requests.append(urlsplit(self.path).path)
                _Reply(self, simulator).answer()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Nothing: a request line may hold a code."""

        return Handler

    @property
    def fault(self) -> str | None:
        return self._fault

    def wait(self, seconds: float) -> None:
        self._leaving.wait(seconds)


class _Reply:
    """One request, answered as the portal would, or as its fault makes it."""

    def __init__(self, request: BaseHTTPRequestHandler, simulator: PortalSimulator) -> None:
        self._request = request
        self._simulator = simulator

    def answer(self) -> None:
        spoiled: dict[str, Callable[[], None]] = {
            "portal-timeout": lambda: self._simulator.wait(PATIENCE_S),
            "portal-401": lambda: self._error(401),
            "portal-403": lambda: self._error(403),
            "portal-429": lambda: self._error(429),
            "portal-500": lambda: self._error(500),
            "portal-html": lambda: self._send(200, b"<html>Bao tri</html>", "text/html"),
            "portal-broken-json": lambda: self._send(200, b'{"total": 1, "data": [{"dossi'),
            "portal-203-text": lambda: self._send(203, NO_SUCCESS.encode()),
            "portal-huge": lambda: self._send(200, b"[" + b"0," * (HUGE_BYTES // 2) + b"0]"),
            "portal-empty": self._hang_up,
            "portal-redirect": self._redirect,
            "portal-wrong-shape": lambda: self._json({"message": "xin chào"}),
        }
        fault = self._simulator.fault or ""
        if fault == "portal-slow":
            self._simulator.wait(SLOW_S)
        spoiled.get(fault, self._route)()

    def _route(self) -> None:
        parts = urlsplit(self._request.path)
        if not parts.path.startswith(BASE):
            return self._error(404)
        if self._request.headers.get("groupId") != GROUP_ID:
            return self._json({"total": 0})
        rest = parts.path.removeprefix(BASE).strip("/").split("/")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        match rest:
            case [""]:
                return self._list(query)
            case [number]:
                return self._detail(number, query)
            case [number, "sequences"]:
                return self._sequences(number)
            case _:
                return self._error(404)

    def _list(self, query: dict[str, str]) -> None:
        """A prefix search; `data` is absent when there is nothing."""
        wanted = query.get("dossierNo", "").upper()
        rows = [
            dossier.row
            for dossier in self._simulator.dossiers
            if wanted and dossier.code.startswith(wanted)
        ]
        start, end = int(query.get("start", 0)), int(query.get("end", 0)) or len(rows)
        answer: dict[str, Any] = {"total": len(rows)}
        if rows:
            answer["data"] = rows[start:end]
        self._json(answer)

    def _detail(self, number: str, query: dict[str, str]) -> None:
        """Any failure with a secret is HTTP 203 and plain text, as in the real source."""
        given = self._request.headers.get("secretCode") or query.get("secretKey") or ""
        found = self._find(number)
        if found is None or found.secret.casefold() != given.casefold():
            return self._send(203, NO_SUCCESS.encode())
        return self._json(found.row)

    def _sequences(self, number: str) -> None:
        found = self._find(number) if number.isdigit() else None
        if found is None:
            return self._error(403)
        return self._json(
            {"processNo": "QT_01", "total": len(found.steps), "data": list(found.steps)}
        )

    def _find(self, number: str) -> SimulatedDossier | None:
        names = ("dossierId", "referenceUid", "dossierNo")
        return next(
            (
                dossier
                for dossier in self._simulator.dossiers
                if number in {str(dossier.row[name]) for name in names}
            ),
            None,
        )

    def _json(self, value: object) -> None:
        self._send(200, json.dumps(value, ensure_ascii=False).encode())

    def _error(self, status: int) -> None:
        body = json.dumps({"message": "No Content.", "code": status, "description": ""}).encode()
        self._send(status, body)

    def _redirect(self) -> None:
        self._request.send_response(302)
        self._request.send_header("Location", "http://127.0.0.2:9/")
        self._request.send_header("Content-Length", "0")
        self._request.end_headers()

    def _hang_up(self) -> None:
        self._request.close_connection = True

    def _send(
        self, status: int, body: bytes, kind: str = "application/json;charset=UTF-8"
    ) -> None:
        try:
            self._request.send_response(status)
            self._request.send_header("Content-Type", kind)
            self._request.send_header("Content-Length", str(len(body)))
            self._request.end_headers()
            self._request.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self._request.close_connection = True
