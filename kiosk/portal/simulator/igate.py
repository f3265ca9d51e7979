"""VNPT iGate as its public clients meet it: a token for the client, then the public search.

Rows are made from the same dossiers, in the shapes that differ between deployments.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kiosk.domain.deadline import VIETNAM
from kiosk.portal.simulator.dossiers import FORM, SimulatedDossier
from kiosk.portal.simulator.opencps import Said

TOKEN_PATH = "/auth/realms/digo/protocol/openid-connect/token"  # noqa: S105 (an address)
SEARCH_PATH = "/pa/dossier-search/dvc"
CLIENT_ID = "ward-kiosk"
CLIENT_SECRET = "for-trying-only"  # noqa: S105 (the simulator's own)
TOKEN_LIFE_S = 300

STATUSES: Mapping[str, tuple[str, str]] = {
    "new": ("0", "Mới đăng ký"),
    "receiving": ("19", "Mới tiếp nhận"),
    "denied": ("16", "Không tiếp nhận"),
    "processing": ("15", "Đang xử lý"),
    "waiting": ("3", "Chờ bổ sung"),
    "correcting": ("3", "Chờ bổ sung"),
    "paying": ("9", "Chờ thực hiện nghĩa vụ tài chính"),
    "cancelled": ("18", "Đã rút"),
    "unresolved": ("8", "Không xử lý được"),
    "releasing": ("6", "Đã xử lý xong"),
    "posting": ("6", "Đã xử lý xong"),
    "done": ("5", "Đã trả kết quả"),
}
"""OpenCPS status to the id and name that this deployment uses. Others use other ids."""

SETTINGS = ("19 = 2", "18 = 7", "8 = 8")
"""What a province writes into `portal.statuses` for the names that are not the national ones."""


class IGateDesk:
    """Hands out tokens and answers the search. `forgetful` calls each token back after one use."""

    def __init__(self, dossiers: Sequence[SimulatedDossier]) -> None:
        self._dossiers = dossiers
        self._tokens: set[str] = set()
        self._issued = 0
        self.forgetful = False

    def token(self, path: str, headers: Mapping[str, str], body: bytes) -> Said:
        """The client credentials grant (RFC 6749, 4.4), with the client as HTTP Basic."""
        pair = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        form = parse_qs(body.decode("utf-8", "replace"))
        if path != TOKEN_PATH:
            return _json(404, {"error": "Not Found"})
        if headers.get("Authorization") != f"Basic {pair}":
            return _json(401, {"error": "unauthorized_client"})
        if form.get("grant_type") != ["client_credentials"]:
            return _json(400, {"error": "unsupported_grant_type"})
        self._issued += 1
        token = f"token-{self._issued}"
        self._tokens.add(token)
        life = {"expires_in": TOKEN_LIFE_S, "token_type": "Bearer"}
        return _json(200, {"access_token": token, **life})

    def search(self, target: str, headers: Mapping[str, str]) -> Said:
        """A Spring slice; a code that nobody has is an empty page."""
        parts = urlsplit(target)
        token = headers.get("Authorization", "").removeprefix("Bearer ")
        if parts.path != SEARCH_PATH:
            return _json(404, {"status": 404, "error": "Not Found"})
        if token not in self._tokens:
            return _json(401, {"error": "invalid_token"})
        if self.forgetful:
            self._tokens.clear()
        wanted = parse_qs(parts.query).get("code", [""])[0].upper()
        found = [_row(each) for each in self._dossiers if wanted and wanted in each.code]
        return _json(200, {"content": found[:10], "number": 0, "size": 10, "last": True})


def _row(dossier: SimulatedDossier) -> dict[str, Any]:
    row = dossier.row
    number, name = STATUSES.get(row["dossierStatus"], ("77", row["dossierStatusText"]))
    common = {
        "id": f"{dossier.number:024x}",
        "code": dossier.code,
        "applicant": {
            "data": {
                "fullname": row["applicantName"],
                "phoneNumber": row["contactTelNo"],
                "identityNumber": f"{row['applicantIdNo']:012}",
                "address": row["address"],
                "email": row["contactEmail"],
            }
        },
        "appliedDate": _at(row["submitDate"]),
        "acceptedDate": _at(row["receiveDate"]),
        "appointmentDate": _at(row["extendDate"] or row["dueDate"]),
        "completedDate": _at(row["releaseDate"]),
    }
    return {**common, **_shape(dossier, number, name)}


def _shape(dossier: SimulatedDossier, number: str, name: str) -> dict[str, Any]:
    """Three deployments' ways to say the same: plain, translated in a list, translated by key."""
    service = dossier.row["serviceName"]
    code = dossier.row["serviceCode"]
    if dossier.number % 3 == 0:
        return {
            "procedure": {"code": code, "translate": {"0": {"languageId": 228, "name": service}}},
            "statusCurrentTask": name,
            "dossierStatus": int(number),
            "applyMethod": {"name": "Trực tuyến"},
            "agency": {"name": "UBND phường Cao Lãnh"},
        }
    names = [
        {"languageId": 46, "name": "In English" if name else ""},
        {"languageId": 228, "name": name},
    ]
    if dossier.number % 3 == 1:
        return {
            "procedure": {
                "code": "local-7" if code else "",
                "nationCode": code,
                "translate": [
                    {"languageId": 46, "name": "In English" if service else ""},
                    {"languageId": 228, "name": service},
                ],
            },
            "dossierTaskStatus": {"id": "60e409823dfc9609723e493c", "name": names},
            "dossierStatus": {"id": int(number), "name": name},
            "applyMethod": {"id": 1, "name": "Trực tiếp"},
            "agency": {"name": [{"languageId": 228, "name": "UBND phường Cao Lãnh"}]},
        }
    return {
        "procedure": {"code": code, "name": service},
        "dossierStatus": {"id": number, "name": name},
        "applyMethod": {"id": 2, "name": "Qua bưu chính công ích"},
        "agency": {"name": "UBND phường Cao Lãnh", "code": dossier.row["govAgencyCode"]},
    }


def _at(written: str) -> str | None:
    """`2026-11-24T17:00:00.000+0700`, or null; what cannot be read stays as it is."""
    if not written:
        return None
    try:
        at = datetime.strptime(written, FORM).replace(tzinfo=VIETNAM)
    except ValueError:
        return written
    return f"{at:%Y-%m-%dT%H:%M:%S.000%z}"


def _json(status: int, value: Mapping[str, object]) -> Said:
    return Said(status, json.dumps(value, ensure_ascii=False).encode())
