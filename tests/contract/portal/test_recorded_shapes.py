"""Answers in the layout that real portals publish; every value in them is made up.

The layouts are those of OpenCPS' own front-end samples and of public clients of iGate.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Channel, Dossier, Status
from kiosk.domain.dossier_code import parse
from kiosk.domain.outcome import Found
from kiosk.portal.igate import IGate
from kiosk.portal.opencps import OpenCps
from kiosk.portal.protocol import Dialect
from tests.helpers.portals import one

RECORDED = Path(__file__).parent / "recorded"
PRIVATE = ("NGUYỄN VĂN THỬ", "087190000001", "87190000001", "900000000", "Số 1, đường Mẫu", "AB12",
           "CÁN BỘ MẪU", "Xã Mẫu")  # fmt: skip


class Recorded(HTTPServer):
    """Hands a token to whoever posts, and one recorded answer to whoever gets."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Reader)
        self.answer = b""
        self.url = f"http://127.0.0.1:{self.server_port}"


class Reader(BaseHTTPRequestHandler):
    server: Recorded

    def do_GET(self) -> None:
        self._send(self.server.answer)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send(b'{"access_token": "t", "expires_in": 300, "token_type": "bearer"}')

    def _send(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json;charset=UTF-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


@pytest.fixture
def recorded() -> Iterator[Recorded]:
    with Recorded() as server:
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def look_up(recorded: Recorded, name: str, client: Dialect, code: str) -> Dossier:
    recorded.answer = (RECORDED / name).read_bytes()
    asked = parse(code)
    assert asked is not None
    outcome = one(client).look_up(asked, None)
    assert isinstance(outcome, Found)
    assert [value for value in PRIVATE if value in repr(outcome)] == []
    return outcome.dossier


def igate(recorded: Recorded) -> IGate:
    return IGate(recorded.url, recorded.url + "/token", "kiosk", "secret")


def at(*moment: int) -> datetime:
    year, month, day, hour, minute, *second = moment
    return datetime(year, month, day, hour, minute, *second, tzinfo=VIETNAM)


def test_an_opencps_row(recorded: Recorded) -> None:
    client = OpenCps(recorded.url, "55853")
    dossier = look_up(recorded, "opencps-list.json", client, "000.00.14.H20-241121-0001")

    assert (dossier.status, dossier.status_text) == (Status.PROCESSING, "Đang xử lý")
    assert (dossier.procedure_code, dossier.procedure_name) == (
        "1.001193",
        "Thủ tục đăng ký khai sinh",
    )
    assert (dossier.received, dossier.due) == (at(2024, 11, 21, 9, 24, 43), at(2024, 11, 28, 9, 24))
    assert (dossier.extended_due, dossier.finished, dossier.returned) == (None, None, None)
    assert (dossier.filed, dossier.by_post) == (Channel.ONLINE, False)


def test_a_row_of_the_public_igate_search(recorded: Recorded) -> None:
    client = igate(recorded)
    dossier = look_up(recorded, "igate-search-list.json", client, "H29.1-250701-0001")

    assert (dossier.status, dossier.status_text) == (Status.PROCESSING, "Đang xử lý")
    assert dossier.procedure_name == "Thủ tục đăng ký khai sinh"
    assert (dossier.received, dossier.due) == (at(2025, 7, 1, 10, 0), at(2025, 7, 8, 17, 0))
    assert dossier.filed is Channel.ONLINE


def test_an_igate_row_as_officers_clients_know_it(recorded: Recorded) -> None:
    client = igate(recorded)
    dossier = look_up(recorded, "igate-search-object.json", client, "H29.1-250701-0001")

    assert (dossier.status, dossier.status_text) == (
        Status.SUPPLEMENT_WANTED,
        "Yêu cầu bổ sung giấy tờ",
    )
    assert (dossier.procedure_code, dossier.agency) == ("1.001193", "Ủy ban nhân dân phường Mẫu")
    assert dossier.received == at(2025, 7, 1, 10, 20)
    assert dossier.filed is Channel.COUNTER


@pytest.mark.parametrize("field", ["dossierStatus", "procedure", "agency", "applyMethod", "code"])
@pytest.mark.parametrize("value", [None, "", 7, [], {}, [None], {"name": None}, {"translate": 3}])
def test_a_field_of_another_type_never_breaks_the_reading(
    field: str, value: object, recorded: Recorded
) -> None:
    row = json.loads((RECORDED / "igate-search-object.json").read_text(encoding="utf-8"))
    row["content"][0][field] = value
    recorded.answer = json.dumps(row).encode()
    asked = parse("H29.1-250701-0001")
    assert asked is not None

    assert isinstance(one(igate(recorded)).look_up(asked, None), Found) == (field != "code")
