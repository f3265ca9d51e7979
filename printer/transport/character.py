"""A character device of the kernel's printer driver, such as /dev/usb/lp0."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import stat
import time
from pathlib import Path

from printer.transport.protocol import Cause, LinkError

_PIECE = 4096
_CLOSE_TIMEOUT = 1.0

_CAUSES = {
    errno.ENOENT: (Cause.ABSENT, "is not there"),
    errno.ENODEV: (Cause.ABSENT, "has no printer behind it"),
    errno.ENXIO: (Cause.ABSENT, "has no printer behind it"),
    errno.EACCES: (Cause.DENIED, "may not be used by this account"),
    errno.EPERM: (Cause.DENIED, "may not be used by this account"),
    errno.EBUSY: (Cause.BUSY, "is held by another program"),
}


class CharacterTransport:
    """Opened read-write and non-blocking, so that an open cover cannot hold the program for ever.

    Never creates the file: with root's rights a missing device would else become an ordinary
    file that takes every slip.
    """

    answers = True
    notices_loss = True
    rate = 500_000

    def __init__(self, device: str) -> None:
        self._device = Path(device)
        self._handle: int | None = None

    def open(self) -> None:
        self.close()
        try:
            handle = os.open(self._device, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            cause, words = _CAUSES.get(error.errno or 0, (Cause.ABSENT, "cannot be opened"))
            if error.errno == errno.EISDIR:
                words = "is a folder, not a printer device"
            raise LinkError(cause, f"{self._device} {words}") from error
        if not stat.S_ISCHR(os.fstat(handle).st_mode):
            os.close(handle)
            raise LinkError(Cause.ABSENT, f"{self._device} is a file, not a printer device")
        self._handle = handle

    def write(self, data: bytes, deadline: float) -> None:
        handle = self._opened()
        left = memoryview(data)
        while left:
            self._wait_writable(handle, deadline)
            try:
                left = left[os.write(handle, left[:_PIECE]) :]
            except BlockingIOError:
                continue
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise LinkError(Cause.STUCK, "the printer stopped taking bytes") from error
                raise _lost() from error

    def read(self, timeout: float) -> bytes:
        handle = self._opened()
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        if not poll.poll(max(0.0, timeout) * 1000):
            return b""
        try:
            data = os.read(handle, 4096)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise _lost() from error
        if not data and any(event & select.POLLHUP for _, event in poll.poll(0)):
            raise _lost()
        return data

    def close(self) -> None:
        handle, self._handle = self._handle, None
        if handle is None:
            return
        poll = select.poll()
        poll.register(handle, select.POLLOUT)
        with contextlib.suppress(OSError):
            poll.poll(_CLOSE_TIMEOUT * 1000)
        with contextlib.suppress(OSError):
            os.close(handle)

    def _wait_writable(self, handle: int, deadline: float) -> None:
        patience = deadline - time.monotonic()
        poll = select.poll()
        poll.register(handle, select.POLLOUT)
        ready = poll.poll(patience * 1000) if patience > 0 else []
        if not ready:
            raise LinkError(Cause.STUCK, "the printer stopped taking bytes")
        if ready[0][1] & (select.POLLHUP | select.POLLNVAL):
            raise _lost()

    def _opened(self) -> int:
        if self._handle is None:
            raise LinkError(Cause.LOST, "the device is closed")
        return self._handle


def _lost() -> LinkError:
    return LinkError(Cause.LOST, "the printer was unplugged")
