"""What the OpenCPS client really sends, and how it reads a detail that fails."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kiosk.domain.dossier_code import parse
from kiosk.domain.outcome import BadAnswer, Fault, NotFound
from kiosk.portal.opencps import OpenCps
from tests.contract.portal.conftest import NOW
from tests.helpers.portals import one


class Overheard(HTTPServer):
    """Keeps what a client really sends.

    Answers a list with fifty codes that begin alike, and a look-up code with `opening`.
    """

    opening = 203

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Listener)
        self.targets: list[str] = []
        self.headers: list[dict[str, str]] = []


class Listener(BaseHTTPRequestHandler):
    server: Overheard

    def do_GET(self) -> None:
        self.server.targets.append(self.path)
        self.server.headers.append(dict(self.headers.items()))
        rows = ", ".join(f'{{"dossierNo": "H20.129-261105-0035{n}"}}' for n in range(50))
        body = f'{{"total": 500, "data": [{rows}]}}'.encode()
        self.send_response(self.server.opening if "secretCode" in self.headers else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


@pytest.fixture
def overheard() -> Iterator[Overheard]:
    with Overheard() as server:
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_the_look_up_code_travels_in_a_header_and_never_in_an_address(
    overheard: Overheard,
) -> None:
    portal = one(OpenCps(f"http://127.0.0.1:{overheard.server_port}", "55853"))
    code = parse("H20.129-261105-0035")
    assert code is not None

    assert portal.look_up(code, "ZX9Q") == NotFound(with_secret=True)
    assert "secretCode" not in overheard.headers[0]
    assert overheard.headers[1]["secretCode"] == "ZX9Q"
    assert not [target for target in overheard.targets if "ZX9Q" in target.upper()]


def test_the_list_is_paged_with_bounds_and_three_requests_are_the_most(
    overheard: Overheard,
) -> None:
    address = f"http://127.0.0.1:{overheard.server_port}"
    portal = one(OpenCps(address, "55853", auth_key=True, now=lambda: NOW))
    code = parse("H20.129-261105-0035")
    assert code is not None

    assert portal.look_up(code, None) == NotFound()
    bounds = [target.partition("?")[2].partition("&dossierNo")[0] for target in overheard.targets]
    assert bounds == ["start=0&end=50", "start=50&end=100", "start=100&end=150"]
    minute = int(NOW.timestamp() // 60) * 60_000
    digest = hashlib.md5(f"opencps{minute}".encode()).hexdigest()
    assert {headers["authenKey"] for headers in overheard.headers} == {digest}
    assert {headers["groupId"] for headers in overheard.headers} == {"55853"}
    assert {headers["Accept"] for headers in overheard.headers} == {"application/json"}


@pytest.mark.parametrize("status", [203, 204, 404, 403, 500, 429])
def test_a_dossier_that_is_not_listed_is_not_found_whatever_its_detail_answers(
    status: int, overheard: Overheard
) -> None:
    portal = one(OpenCps(f"http://127.0.0.1:{overheard.server_port}", "55853"))
    code = parse("H20.129-261105-0035")
    assert code is not None
    overheard.opening = status

    assert portal.look_up(code, "ZX9Q") == NotFound(with_secret=True)
    assert len(overheard.targets) == 2


@pytest.mark.events("portal.bad_answer")
def test_a_dossier_that_is_listed_tells_its_portals_trouble(overheard: Overheard) -> None:
    portal = one(OpenCps(f"http://127.0.0.1:{overheard.server_port}", "55853"))
    code = parse("H20.129-261105-003549")
    assert code is not None
    overheard.opening = 500

    assert portal.look_up(code, "ZX9Q") == BadAnswer(Fault.SERVER_ERROR)
