"""The simulator: a real HTTP server on a port of this machine, with faults by name."""

from __future__ import annotations

import threading
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import urlsplit

from kiosk.portal.simulator.dossiers import SimulatedDossier, make_dossiers
from kiosk.portal.simulator.faults import SLOW_S, SPOILED, Misbehaviour, fault_named
from kiosk.portal.simulator.opencps import GROUP_ID, answer


class PortalSimulator:
    """A running portal. `url` and `group_id` are what a client's settings need.

    Use it as a context manager; `set_fault` changes its mood while it runs, and `requests` holds
    the paths asked for, oldest first. Raises OSError when the port cannot be used and ValueError
    for a fault that does not exist.
    """

    def __init__(
        self, *, now: datetime, fault: str | None = None, port: int = 0, host: str = "127.0.0.1"
    ) -> None:
        self.dossiers = make_dossiers(now)
        self.group_id = GROUP_ID
        self.requests: list[str] = []
        self._leaving = threading.Event()
        self._fault = fault_named(fault) if fault else None
        self._address = (host, port)
        self._server = self._listen()
        self._address = (host, self._server.server_port)
        self.url = f"http://{host}:{self._server.server_port}"
        self._thread: threading.Thread | None = None

    @property
    def fault(self) -> str | None:
        return self._fault

    def set_fault(self, fault: str | None) -> None:
        """From now on misbehave so, or not at all; what hangs in a fault is let go."""
        before, self._fault = self._fault, fault_named(fault) if fault else None
        running = self._thread is not None
        if running and "portal-refused" in (before, self._fault):
            self._stop()
            self._leaving = threading.Event()
            self._server = self._listen()
            self._start()

    def dossier(self, what: str) -> SimulatedDossier:
        """The dossier that stands for the case `what`."""
        return next(dossier for dossier in self.dossiers if dossier.what == what)

    def serve(self) -> None:
        """Run in the foreground until interrupted."""
        if self._fault == "portal-refused":
            self._server.server_close()
            self._leaving.wait()
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            self._server.server_close()

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _listen(self) -> ThreadingHTTPServer:
        server = ThreadingHTTPServer(self._address, _handler(self, self._leaving))
        server.daemon_threads = True
        return server

    def _start(self) -> None:
        if self._fault == "portal-refused":
            self._server.server_close()
        self._thread = threading.Thread(
            target=lambda server=self._server: (
                server.serve_forever(poll_interval=0.02) if server.fileno() >= 0 else None
            ),
            name="portal-simulator",
            daemon=True,
        )
        self._thread.start()

    def _stop(self) -> None:
        self._leaving.set()
        if self._server.fileno() >= 0:
            self._server.shutdown()
            self._server.server_close()
        if self._thread is not None:
            self._thread.join()
            self._thread = None


def _handler(simulator: PortalSimulator, leaving: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            simulator.requests.append(urlsplit(self.path).path)
            try:
                self._answer(simulator.fault or "")
            except ConnectionError:
                self.close_connection = True

        def _answer(self, fault: str) -> None:
            bad = Misbehaviour(self, leaving)
            if fault == "portal-slow":
                leaving.wait(SLOW_S)
            if fault in SPOILED:
                SPOILED[fault](bad)
            else:
                said = answer(self.path, dict(self.headers.items()), simulator.dossiers)
                bad.send(said.status, said.body, said.kind)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name in the library)
            """Nothing: a request line may hold a code."""

    return Handler
