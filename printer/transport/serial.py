"""A serial port (RS-232, USB-serial adapter, pseudo terminal)."""

from __future__ import annotations

import contextlib
import termios
import time
from typing import TYPE_CHECKING, Literal

from printer.transport.protocol import Cause, LinkError

if TYPE_CHECKING:
    import serial

Flow = Literal["rtscts", "xonxoff", "none"]
_PIECE = 1024


class SerialTransport:
    """Takes the port for itself, and never waits without an end: every write has its time-out.

    Without flow control a slow printer loses bytes silently, so `flow` defaults to rtscts.
    """

    answers = True
    notices_loss = False

    def __init__(self, device: str, baud: int = 115200, flow: Flow = "rtscts") -> None:
        self._device = device
        self._baud = baud
        self._flow: Flow = flow
        self._port: serial.Serial | None = None
        self.rate = baud // 10

    def open(self) -> None:
        import serial

        self.close()
        try:
            self._port = serial.Serial(
                self._device,
                self._baud,
                timeout=0,
                write_timeout=1,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
                exclusive=True,
            )
        except (OSError, ValueError, termios.error) as error:
            raise _cannot_open(self._device, error) from error

    def write(self, data: bytes, deadline: float) -> None:
        import serial

        port = self._opened()
        for start in range(0, len(data), _PIECE):
            patience = deadline - time.monotonic()
            if patience <= 0:
                raise LinkError(Cause.STUCK, "the printer stopped taking bytes")
            port.write_timeout = patience
            try:
                port.write(data[start : start + _PIECE])
            except serial.SerialTimeoutException as error:
                raise LinkError(Cause.STUCK, "the printer stopped taking bytes") from error
            except (OSError, termios.error) as error:
                raise _lost() from error

    def read(self, timeout: float) -> bytes:
        port = self._opened()
        try:
            port.timeout = max(0.0, timeout)
            first = port.read(1)
            if not first:
                return b""
            return bytes(first + port.read(port.in_waiting))
        except (OSError, termios.error) as error:
            raise _lost() from error

    def close(self) -> None:
        port, self._port = self._port, None
        if port is None:
            return
        with contextlib.suppress(Exception):
            deadline = time.monotonic() + 1
            while port.out_waiting and time.monotonic() < deadline:
                time.sleep(0.01)
            if port.out_waiting:
                port.reset_output_buffer()
        with contextlib.suppress(Exception):
            port.close()

    def _opened(self) -> serial.Serial:
        if self._port is None:
            raise LinkError(Cause.LOST, "the serial port is closed")
        return self._port


def _cannot_open(device: str, error: Exception) -> LinkError:
    text = str(error).lower()
    if "lock" in text or "busy" in text:
        return LinkError(Cause.BUSY, f"another program holds {device}")
    if "permission" in text:
        return LinkError(Cause.DENIED, f"no permission to use {device}")
    if "no such file" in text:
        return LinkError(Cause.ABSENT, f"{device} is not there")
    return LinkError(Cause.ABSENT, f"{device} cannot be used as a serial port")


def _lost() -> LinkError:
    return LinkError(Cause.LOST, "the serial port went away")
