"""The simulator: a real HTTP server on a port of this machine, in one dialect, with faults."""

from __future__ import annotations

import sys
import threading
import traceback
from datetime import datetime, timedelta
from http.server import ThreadingHTTPServer
from typing import Self

from kiosk.domain.deadline import VIETNAM
from kiosk.portal.simulator.dossiers import SimulatedDossier, make_dossiers
from kiosk.portal.simulator.faults import fault_named
from kiosk.portal.simulator.handler import Dialect, handler
from kiosk.portal.simulator.igate import CLIENT_ID, CLIENT_SECRET, TOKEN_PATH, IGateDesk
from kiosk.portal.simulator.igate import SETTINGS as STATUSES_TO_SET
from kiosk.portal.simulator.opencps import GROUP_ID


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up, at whatever moment, is nothing to speak of."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            traceback.print_exc()


class PortalSimulator:
    """A running portal. `settings` is what a client's section of the settings needs.

    Use it as a context manager; `set_fault` changes its mood while it runs, and `requests` holds
    the paths asked for, oldest first. Raises OSError when the port cannot be used and ValueError
    for a fault that does not exist.
    """

    def __init__(
        self,
        *,
        now: datetime,
        dialect: Dialect = Dialect.OPENCPS,
        seed: int = 0,
        fault: str | None = None,
        port: int = 0,
        host: str = "127.0.0.1",
    ) -> None:
        self.dialect = dialect
        self.dossiers = make_dossiers(now, seed)
        self.desk = IGateDesk(self.dossiers)
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

    @property
    def settings(self) -> dict[str, str | list[str]]:
        """What the section of this portal holds, by option name."""
        if self.dialect is Dialect.OPENCPS:
            return {"url": self.url, "group_id": self.group_id, "dialect": self.dialect.value}
        return {
            "url": self.url,
            "dialect": self.dialect.value,
            "token_url": self.url + TOKEN_PATH,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "statuses": list(STATUSES_TO_SET),
        }

    @property
    def clock(self) -> datetime:
        """The portal's own time: this machine's, and a day more under `portal-clock`."""
        ahead = timedelta(days=1) if self._fault == "portal-clock" else timedelta()
        return datetime.now(VIETNAM) + ahead

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
        return _Server(self._address, handler(self, self._leaving))

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
