"""Asking a portal over HTTP with every bound in place: time, size, requests, redirects.

Nothing that is asked or answered is logged here; troubles come back as values.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.outcome import Busy, Reach, Unreachable
from kiosk.portal.causes import has_route
from kiosk.portal.wire import Budget, Terms, Wire

DoneT = TypeVar("DoneT")

_SYSTEM_CA = Path("/etc/ssl/certs/ca-certificates.crt")


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
    `now` must be aware.
    """

    def __init__(
        self,
        patience: Patience,
        ca_file: str = "",
        routed: Callable[[], bool] = has_route,
        now: Callable[[], datetime] = lambda: datetime.now(VIETNAM),
    ) -> None:
        self._patience = patience
        system = str(_SYSTEM_CA) if _SYSTEM_CA.is_file() else True
        self.verify: str | bool = ca_file or system
        self._routed = routed
        self._now = now
        self._hanging = threading.BoundedSemaphore(4)

    def run(
        self, look_up: Callable[[Wire], DoneT], budget: Budget, seconds: float
    ) -> DoneT | Unreachable | Busy:
        """What `look_up` makes of a wire, or `Unreachable(TIMEOUT)` after `seconds`.

        The time is kept from outside, because no deadline of the socket layer covers a slow name
        server or a server that drips its headers. Raises what `look_up` raises.
        """
        from kiosk.portal.session import Connections, open_session

        if not self._hanging.acquire(blocking=False):
            return Busy()
        terms = Terms(
            connect=self._patience.connect,
            read=self._patience.read,
            ends=time.monotonic() + seconds,
            verify=self.verify,
            routed=self._routed,
            now=self._now,
        )
        done: list[DoneT] = []
        raised: list[BaseException] = []
        connections = Connections()

        def work() -> None:
            try:
                with open_session(connections) as session:
                    done.append(look_up(Wire(session, terms, budget)))
            except BaseException as error:  # noqa: BLE001 (handed to the waiting thread)
                raised.append(error)
            finally:
                self._hanging.release()

        thread = threading.Thread(target=work, name="portal-exchange", daemon=True)
        thread.start()
        thread.join(seconds)
        if raised:
            raise raised[0]
        if done:
            return done[0]
        connections.cut()
        return Unreachable(Reach.TIMEOUT)
