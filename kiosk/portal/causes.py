"""Why a portal could not be asked: the socket layer's many exceptions told apart."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable, Iterator
from http.client import BadStatusLine, IncompleteRead, LineTooLong, RemoteDisconnected

from kiosk.domain.outcome import BadAnswer, Fault, Reach, Unreachable

_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
_NOT_YET_VALID = 9
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID."""

_FAR_AWAY = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses for documentation (RFC 5737, RFC 3849): never reached, only routed to."""


def has_route() -> bool:
    """Whether this machine knows a way out. Sends nothing: a UDP connect only asks the kernel."""
    for family, address in _FAR_AWAY:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 9))
        except OSError:
            continue
        return True
    return False


def trouble_of(error: BaseException, *, routed: Callable[[], bool]) -> Unreachable | BadAnswer:
    """The trouble behind an exception of requests, urllib3 or the socket layer.

    A name that does not resolve is `NO_NETWORK` when the machine has no way out at all.
    """
    from requests import exceptions as outer
    from urllib3 import exceptions as inner

    meanings: tuple[tuple[tuple[type[BaseException], ...], Reach | Fault], ...] = (
        ((ssl.SSLError, outer.SSLError, inner.SSLError), Reach.TLS),
        ((socket.gaierror, inner.NameResolutionError), Reach.DNS),
        ((outer.InvalidURL, inner.LocationParseError), Reach.DNS),
        ((TimeoutError, outer.Timeout, inner.TimeoutError), Reach.TIMEOUT),
        ((RemoteDisconnected, ConnectionRefusedError, ConnectionResetError), Reach.REFUSED),
        ((IncompleteRead, inner.IncompleteRead, inner.InvalidChunkLength), Fault.BROKEN_JSON),
        ((BadStatusLine, LineTooLong, inner.HeaderParsingError), Fault.NOT_JSON),
    )
    for cause in _causes(error):
        if isinstance(cause, inner.NewConnectionError | inner.MaxRetryError):
            continue  # these only wrap, and count as time-outs whatever they wrap
        if isinstance(cause, OSError) and cause.errno in _NO_WAY:
            return Unreachable(Reach.NO_NETWORK)
        if getattr(cause, "verify_code", 0) == _NOT_YET_VALID:
            return Unreachable(Reach.CLOCK)
        for kinds, meaning in meanings:
            if isinstance(cause, kinds):
                return _trouble(meaning, routed)
    missing_ca = "CA certificate" in str(error)
    return Unreachable(Reach.TLS if missing_ca else Reach.REFUSED)


def never_sent(error: BaseException) -> bool:
    """Whether nobody was there to take the request, so that it does not count as one."""
    return any(isinstance(cause, ConnectionRefusedError) for cause in _causes(error))


def _trouble(meaning: Reach | Fault, routed: Callable[[], bool]) -> Unreachable | BadAnswer:
    if isinstance(meaning, Fault):
        return BadAnswer(meaning)
    lost = meaning is Reach.DNS and not routed()
    return Unreachable(Reach.NO_NETWORK if lost else meaning)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """`error` and all it was made from, the innermost first: the root says the most."""
    chain: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, BaseException) and item not in chain:
            chain.append(item)
            waiting += [getattr(item, "reason", None), item.__cause__, item.__context__, *item.args]
    return reversed(chain)
