"""Raw TCP, the usual port 9100 of network printers (IPv4 and IPv6)."""

from __future__ import annotations

import contextlib
import select
import socket
import time

from printer.transport.protocol import Cause, LinkError

_SEND_BUFFER = 8192
_CONNECT_TIMEOUT = 2.0
_DRAIN_TIMEOUT = 1.0


class TcpTransport:
    """One connection per use: printers take a single client and drop idle ones.

    The small send buffer keeps "handed over" close to "arrived". Closing half-closes and reads to
    the end, because closing with unread status bytes resets the link and loses the slip's tail.
    """

    answers = True
    notices_loss = True
    rate = 500_000

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._socket: socket.socket | None = None

    def open(self) -> None:
        self.close()
        host, port = self._address
        deadline = time.monotonic() + _CONNECT_TIMEOUT
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise LinkError(Cause.ABSENT, f"the name {host} is not known") from error
        problem: OSError | None = None
        for family, kind, protocol, _, address in found:
            link = socket.socket(family, kind, protocol)
            try:
                link.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
                link.settimeout(max(0.1, deadline - time.monotonic()))
                link.connect(address)
                link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                link.setblocking(False)
            except OSError as error:
                link.close()
                problem = error
                continue
            self._socket = link
            return
        if isinstance(problem, ConnectionRefusedError):
            raise LinkError(Cause.REFUSED, f"{host} port {port} refuses connections")
        raise LinkError(Cause.ABSENT, f"{host} port {port} cannot be reached")

    def write(self, data: bytes, deadline: float) -> None:
        link = self._link()
        left = memoryview(data)
        while left:
            patience = deadline - time.monotonic()
            if patience <= 0 or not select.select([], [link], [], patience)[1]:
                raise LinkError(Cause.STUCK, "the printer stopped taking bytes")
            try:
                left = left[link.send(left) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise _lost() from error

    def read(self, timeout: float) -> bytes:
        link = self._link()
        if not select.select([link], [], [], max(0.0, timeout))[0]:
            return b""
        try:
            data = link.recv(4096)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise _lost() from error
        if not data:
            raise _lost()
        return data

    def close(self) -> None:
        link, self._socket = self._socket, None
        if link is None:
            return
        with contextlib.suppress(OSError):
            link.shutdown(socket.SHUT_WR)
            deadline = time.monotonic() + _DRAIN_TIMEOUT
            while (patience := deadline - time.monotonic()) > 0:
                if not select.select([link], [], [], patience)[0] or not link.recv(4096):
                    break
        link.close()

    def _link(self) -> socket.socket:
        if self._socket is None:
            raise LinkError(Cause.LOST, "the connection is closed")
        return self._socket


def _lost() -> LinkError:
    return LinkError(Cause.LOST, "the printer closed the connection")
