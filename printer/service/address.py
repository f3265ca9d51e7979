"""Where the service is found: a UNIX socket, by default in its spool folder."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path

SOCKET_NAME = "printer.sock"
_LONGEST_PATH = 100


def socket_in(spool: Path) -> Path:
    return spool / SOCKET_NAME


@contextlib.contextmanager
def reachable(path: Path) -> Iterator[str]:
    """`path` in a form that the kernel takes: it refuses socket paths over 107 bytes.

    Raises OSError when the folder is not there.
    """
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def listen(path: Path, mode: int) -> socket.socket:
    """A listening socket; one that a killed service left behind is replaced. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o777 & ~mode)
    try:
        with reachable(path) as name:
            door.bind(name)
        door.listen(16)
    except OSError:
        door.close()
        raise
    finally:
        os.umask(before)
    return door


def connect(path: Path, timeout: float) -> socket.socket:
    """A connection to the service. Raises OSError when none listens there."""
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    link.settimeout(timeout)
    try:
        with reachable(path) as name:
            link.connect(name)
    except OSError:
        link.close()
        raise
    return link
