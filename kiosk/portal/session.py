"""An HTTP session for one look-up, whose connections can be cut from outside."""

from __future__ import annotations

import contextlib
import socket

from requests import Session
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


class Connections:
    """The sockets a session has opened.

    A server that drips its headers outlives every time-out of the socket layer, because each
    piece comes in time; only `cut` ends it.
    """

    def __init__(self) -> None:
        self._sockets: list[socket.socket] = []

    def opened(self, sock: socket.socket | None) -> None:
        if sock is not None:
            self._sockets.append(sock)

    def cut(self) -> None:
        """Shut every connection, from any thread; whoever reads from one gets an error."""
        for sock in self._sockets:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


def open_session(connections: Connections) -> Session:
    """A session of its own for each look-up: no connection is used after it may have gone stale.

    Proxies, netrc and cookies of the surroundings stay out.
    """
    session = Session()
    session.trust_env = False
    session.headers["User-Agent"] = "ward-kiosk"
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter(connections))
    return session


class _Adapter(HTTPAdapter):
    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **options: object
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, **options)
        tracked = self._connections

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                tracked.opened(self.sock)

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                tracked.opened(self.sock)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
