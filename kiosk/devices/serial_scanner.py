"""A scanner on a serial line: whole codes, whatever keyboard layout the machine has.

USB scanners in their serial mode (CDC ACM) and RS-232 ones; it may be unplugged and come back.
"""

from __future__ import annotations

import contextlib
import re
import threading
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kiosk import log
from kiosk.devices.scanner import LONGEST, Scan

WAIT_S = 0.5
"""How long one look at the line waits; a kiosk that stops waits no longer than this."""

PAUSE_S = 0.08
"""A code without a suffix is over when nothing came for so long."""

_ENDS = b"\r\n\t\x00"
_ENDED = re.compile(rb"([^\r\n\t\x00]+)[\r\n\t\x00]")


class SerialScanner:
    """Reads codes one at a time from `serial:///dev/ttyACM0?baud=9600`.

    A line that cannot be opened, or breaks, is an event once, and is tried again until it is
    there. Only `stop` may be called from another thread.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._path = parts.path
        asked = parse_qs(parts.query).get("baud", ["9600"])[0]
        self._baud = int(asked) if asked.isdigit() else 9600
        self._stopped = threading.Event()
        self._line: Any = None
        self._lost = False
        self._came = b""

    def read(self) -> Scan | None:
        """The next whole code; None only after `stop`. Never raises for trouble with the line."""
        import serial

        while not self._stopped.is_set():
            try:
                self._line = self._line or self._open()
                if scan := self._next(self._line):
                    return scan
            except (serial.SerialException, OSError) as error:
                self._lose(error)
                self._stopped.wait(WAIT_S)
        self._close()
        return None

    def stop(self) -> None:
        """Lets a `read` that waits come to its end."""
        self._stopped.set()

    def _open(self) -> Any:  # noqa: ANN401 (pyserial has no types)
        import serial

        line = serial.Serial(self._path, self._baud, timeout=WAIT_S, exclusive=True)
        if self._lost:
            log.event("scanner.found")
        self._lost = False
        return line

    def _lose(self, error: Exception) -> None:
        self._close()
        if not self._lost:
            log.event("scanner.lost", kind=type(error).__name__)
        self._lost = True

    def _close(self) -> None:
        line, self._line, self._came = self._line, None, b""
        if line is not None:
            with contextlib.suppress(OSError):
                line.close()

    def _next(self, line: Any) -> Scan | None:  # noqa: ANN401
        """What came up to a suffix, or up to a pause; the rest waits for the next call."""
        while (ended := _ENDED.search(self._came)) is None:
            line.timeout = PAUSE_S if self._came else WAIT_S
            more: bytes = line.read(max(1, line.in_waiting))
            if not more:
                whole, self._came = self._came, b""
                return _scan(whole)
            self._came = (self._came + more)[:LONGEST].lstrip(_ENDS)
        self._came = self._came[ended.end() :]
        return _scan(ended[1])


def _scan(raw: bytes) -> Scan | None:
    text = raw.decode("utf-8", errors="replace").strip()
    return Scan(text) if text else None
