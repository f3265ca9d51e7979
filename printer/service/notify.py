"""Tells systemd how the service is (sd_notify(3)): one datagram to the socket it named."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Mapping


class Notifier:
    """Does nothing where no service manager asked to be told."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        own = environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        micros = environ.get("WATCHDOG_USEC", "") if own else ""
        self.watchdog_seconds = int(micros) / 1_000_000 if micros.isdigit() else 0.0
        """How long systemd waits for a sign of life; 0 when it does not."""

    def tell(self, *facts: str) -> None:
        """Facts such as ``READY=1`` or ``STATUS=…``. A manager that is gone is no trouble."""
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.sendto("\n".join(facts).encode(), address)
