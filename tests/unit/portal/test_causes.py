"""The causes behind the layers of exceptions."""

from __future__ import annotations

import errno
import socket
import ssl

import pytest
from requests import exceptions as outer

from kiosk.domain.outcome import Reach, Unreachable
from kiosk.portal.causes import trouble_of


def wrapped(cause: BaseException) -> outer.ConnectionError:
    """As requests hands a cause on: inside another exception's arguments."""
    return outer.ConnectionError(OSError("pool", cause))


@pytest.mark.parametrize(
    ("error", "reach"),
    [
        (wrapped(ssl.SSLCertVerificationError("expired")), Reach.TLS),
        (wrapped(ConnectionRefusedError(errno.ECONNREFUSED, "no")), Reach.REFUSED),
        (wrapped(ConnectionResetError(errno.ECONNRESET, "gone")), Reach.REFUSED),
        (wrapped(OSError(errno.ENETUNREACH, "no way")), Reach.NO_NETWORK),
        (wrapped(OSError(errno.EHOSTUNREACH, "no way")), Reach.NO_NETWORK),
        (wrapped(socket.gaierror(socket.EAI_NONAME, "unknown")), Reach.DNS),
        (wrapped(TimeoutError()), Reach.TIMEOUT),
        (outer.ReadTimeout(), Reach.TIMEOUT),
        (outer.InvalidURL("http://"), Reach.DNS),
        (outer.ConnectionError("who knows"), Reach.REFUSED),
    ],
)
def test_the_innermost_cause_decides(error: BaseException, reach: Reach) -> None:
    assert trouble_of(error, routed=lambda: True) == Unreachable(reach)


def test_an_unknown_name_without_a_way_out_is_no_network() -> None:
    error = wrapped(socket.gaierror(socket.EAI_AGAIN, "try again"))

    assert trouble_of(error, routed=lambda: False) == Unreachable(Reach.NO_NETWORK)


def test_an_exception_that_names_itself_as_its_cause_is_read_once() -> None:
    error = OSError("round")
    error.__context__ = wrapped(error)

    assert trouble_of(error, routed=lambda: True) == Unreachable(Reach.REFUSED)
