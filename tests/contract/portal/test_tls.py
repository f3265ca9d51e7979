"""A portal behind TLS: trusted by the given certificate, and by nothing else."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which

import pytest

from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import Found, Reach, Unreachable
from kiosk.portal.opencps import OpenCpsPortal

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


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    openssl = which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=portal"]
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run([openssl, *asked, *names, *files], check=True, capture_output=True)
    return folder / "cert.pem"


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that does not trust the certificate hangs up; that is the point."""


@pytest.fixture
def address(certificate: Path) -> Iterator[str]:
    with Quiet(("127.0.0.1", 0), OneDossier) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, certificate.with_name("key.pem"))
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
    portal = OpenCpsPortal(address, "1", ca_file=str(certificate))

    assert isinstance(portal.look_up(code, None), Found)


@pytest.mark.events("portal.unreachable")
def test_a_stranger_is_not(address: str, code: DossierCode) -> None:
    assert OpenCpsPortal(address, "1").look_up(code, None) == Unreachable(Reach.TLS)


@pytest.mark.events("portal.unreachable")
def test_nor_is_the_right_certificate_under_another_name(
    address: str, certificate: Path, code: DossierCode
) -> None:
    portal = OpenCpsPortal(address.replace("127.0.0.1", "127.1"), "1", ca_file=str(certificate))

    assert portal.look_up(code, None) == Unreachable(Reach.TLS)
