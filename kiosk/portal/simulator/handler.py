"""One request to the simulator: answered in its dialect, or spoilt by its fault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Protocol
from urllib.parse import urlsplit

from kiosk.portal.simulator.dossiers import SimulatedDossier
from kiosk.portal.simulator.faults import SLOW_S, SPOILED, Misbehaviour
from kiosk.portal.simulator.igate import IGateDesk
from kiosk.portal.simulator.opencps import Said, answer


class Dialect(StrEnum):
    """What the simulator speaks."""

    OPENCPS = "opencps"
    IGATE = "igate"


class Simulated(Protocol):
    """What a request needs of the simulator behind it."""

    dialect: Dialect
    dossiers: tuple[SimulatedDossier, ...]
    desk: IGateDesk
    requests: list[str]

    @property
    def fault(self) -> str | None: ...

    @property
    def clock(self) -> datetime: ...


class Handler(BaseHTTPRequestHandler):
    """`simulator` and `leaving` are set by `handler`, once for each server."""

    simulator: Simulated
    leaving: Event
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        headers = dict(self.headers.items())
        here = self.simulator
        if here.dialect is Dialect.IGATE:
            here.desk.forgetful = here.fault == "portal-token-once"
            self._reply(lambda: here.desk.search(self.path, headers))
        else:
            self._reply(lambda: answer(self.path, headers, here.dossiers))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "0")
        body = self.rfile.read(min(int(length), 65_536)) if length.isdigit() else b""
        headers = dict(self.headers.items())
        if self.simulator.fault == "portal-token":
            headers.pop("Authorization", None)
        path = urlsplit(self.path).path
        self._reply(lambda: self.simulator.desk.token(path, headers, body))

    def date_time_string(self, timestamp: float | None = None) -> str:
        at = self.simulator.clock.timestamp() if timestamp is None else timestamp
        return super().date_time_string(int(at))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name in the library)
        """Nothing: a request line may hold a code."""

    def _reply(self, say: Callable[[], Said]) -> None:
        self.simulator.requests.append(urlsplit(self.path).path)
        fault, bad = self.simulator.fault or "", Misbehaviour(self, self.leaving)
        try:
            if fault == "portal-slow":
                self.leaving.wait(SLOW_S)
            if fault in SPOILED:
                SPOILED[fault](bad)
            else:
                said = say()
                bad.send(said.status, said.body, said.kind)
        except ConnectionError:
            self.close_connection = True


def handler(simulator: Simulated, leaving: Event) -> type[Handler]:
    """The handler of one server."""
    return type("ServingHandler", (Handler,), {"simulator": simulator, "leaving": leaving})
