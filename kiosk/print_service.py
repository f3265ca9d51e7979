"""The kiosk as a client of the print service: it never touches a printer itself."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk import log
from printer.service.address import connect, socket_in
from printer.service.child import Child
from printer.service.client import Client
from printer.service.protocol import Submit

_GONE_SECONDS = 4.0
"""How long a person waits for a service that is being started again."""

_LOOK_SECONDS = 0.1


class KioskPrintService:
    """The service at `socket`; with `child`, one that this program started and ends."""

    def __init__(self, socket: Path, child: Child | None = None) -> None:
        self._client = Client(socket, _GONE_SECONDS)
        self._child = child

    def submit(
        self, picture: bytes, key: str, visit: str, left: Callable[[], bool]
    ) -> tuple[str, str]:
        """One slip, now or not at all: a person stands there, and the screen has the QR."""
        asked = Submit(key, picture, visit, wait=False)
        outcome = self._client.submit(asked, left=left)
        state = outcome.state.value if outcome.state else "unknown"
        return outcome.result.value, state

    def settle(self, key: str, *, came_out: bool) -> None:
        if self._client.settle(key, came_out=came_out) is None:
            log.event("paper.unsettled")

    def status(self, patience: float = 0.0) -> str:
        """What the printer says now; unknown when it, or any service, is still silent then."""
        ends = time.monotonic() + patience
        while (state := self._client.status().value) == "unknown" and time.monotonic() < ends:
            time.sleep(_LOOK_SECONDS)
        return state

    def close(self) -> None:
        if self._child is not None:
            self._child.stop()


def own_service(url: str, spool: Path, width: int, acknowledge: str) -> KioskPrintService:
    """Starts a service for the printer at `url`, unless one owns the spool already."""
    folder = _usable(spool)
    socket = socket_in(folder)
    words = ["--device", url, "--spool", str(folder)]
    words += ["--width", str(width), "--acknowledge", acknowledge]
    child = Child(words, socket, lambda code: log.event("paper.service_ended", code=code))
    child.start()
    return KioskPrintService(socket, child)


def brief_service(url: str, spool: Path, width: int, acknowledge: str) -> KioskPrintService:
    """For one question or one slip: the service that answers there, else one for as long."""
    socket = socket_in(spool)
    try:
        connect(socket, _GONE_SECONDS).close()
    except OSError:
        return own_service(url, spool, width, acknowledge)
    return KioskPrintService(socket)


def _usable(spool: Path) -> Path:
    """`spool`, or a folder that is forgotten where the disk cannot be written."""
    try:
        spool.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=spool):
            return spool
    except OSError as error:
        log.event("paper.forgetful", kind=type(error).__name__)
        return Path(tempfile.mkdtemp(prefix="kiosk-spool-"))
