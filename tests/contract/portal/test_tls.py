"""A portal behind TLS: trusted by the given certificate, and by nothing else."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import Found, Reach, Unreachable
from kiosk.domain.route import Route
from kiosk.portal.backends import Backend
from kiosk.portal.http import Patience
from kiosk.portal.opencps import OpenCps
from kiosk.portal.trial import TriedPortal, try_portals
from tests.helpers.portals import one, real_now

CODE = "H20.129-261105-0035"


class OneDossier(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = f'{{"total": 1, "data": [{{"dossierNo": "{CODE}"}}]}}'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


@pytest.fixture
def begins() -> datetime:
    return datetime.now(UTC) - timedelta(hours=1)


@pytest.fixture
def authority(tmp_path: Path) -> trustme.CA:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return authority


@pytest.fixture
def certificate(tmp_path: Path, authority: trustme.CA) -> Path:
    """The authority's certificate, to be named in the settings."""
    assert authority
    return tmp_path / "ca.pem"


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that does not trust the certificate hangs up; that is the point."""


@pytest.fixture
def address(authority: trustme.CA, begins: datetime) -> Iterator[str]:
    """A portal whose certificate is good for two days from `begins`."""
    ends = begins + timedelta(days=2)
    shown = authority.issue_cert("localhost", "127.0.0.1", not_before=begins, not_after=ends)
    with Quiet(("127.0.0.1", 0), OneDossier) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        shown.configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
        thread.start()
        yield f"https://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def code() -> DossierCode:
    read = parse(CODE)
    assert read is not None
    return read


def test_the_given_certificate_is_trusted(
    address: str, certificate: Path, code: DossierCode
) -> None:
    portal = one(OpenCps(address, "1"), ca_file=str(certificate))

    assert isinstance(portal.look_up(code, None), Found)


@pytest.mark.events("portal.unreachable")
def test_a_stranger_is_not(address: str, code: DossierCode) -> None:
    assert one(OpenCps(address, "1")).look_up(code, None) == Unreachable(Reach.TLS)


@pytest.mark.events("portal.unreachable")
def test_nor_is_the_right_certificate_under_another_name(
    address: str, certificate: Path, code: DossierCode
) -> None:
    portal = one(OpenCps(address.replace("127.0.0.1", "127.1"), "1"), ca_file=str(certificate))

    assert portal.look_up(code, None) == Unreachable(Reach.TLS)


@pytest.mark.events("portal.unreachable")
@pytest.mark.parametrize(
    ("begins", "cause"),
    [
        (datetime.now(UTC) + timedelta(days=30), Reach.CLOCK),
        (datetime.now(UTC) - timedelta(days=30), Reach.TLS),
    ],
    ids=["not valid yet", "run out"],
)
def test_a_certificate_from_the_future_tells_of_a_clock_that_is_behind(
    address: str, certificate: Path, code: DossierCode, cause: Reach
) -> None:
    portal = one(OpenCps(address, "1"), ca_file=str(certificate))

    assert portal.look_up(code, None) == Unreachable(cause)


def test_the_days_that_a_certificate_has_left_are_told(address: str, certificate: Path) -> None:
    backend = Backend(Route("portal"), OpenCps(address, "1"), str(certificate))
    [seen] = try_portals([TriedPortal(backend, address)], Patience(), real_now)

    assert (seen.state, seen.encrypted, seen.certificate_days) == ("ok", True, 1)


def test_a_strangers_certificate_has_no_days(address: str) -> None:
    backend = Backend(Route("portal"), OpenCps(address, "1"))
    [seen] = try_portals([TriedPortal(backend, address)], Patience(), real_now)

    assert (seen.state, seen.certificate_days) == ("tls", None)
