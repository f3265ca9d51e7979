"""The dossiers the simulator knows: made up, one for each thing a portal can say.

Dates lie around `now`, so that the demo never goes stale; the same `now` gives the same dossiers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

FORM = "%d/%m/%Y %H:%M:%S"
FIVE = ("Tiếp nhận hồ sơ", "Kiểm tra hồ sơ", "Thẩm định", "Ký duyệt", "Trả kết quả")
TWELVE = (
    *("Tiếp nhận hồ sơ", "Kiểm tra giấy tờ", "Chuyển bộ phận chuyên môn", "Xác minh thực địa"),
    *("Lấy ý kiến cơ quan liên quan", "Tổng hợp ý kiến", "Thẩm định", "Trình lãnh đạo phòng"),
    *("Trình lãnh đạo phường", "Ký duyệt", "Đóng dấu, vào sổ", "Trả kết quả"),
)


@dataclass(frozen=True, slots=True)
class SimulatedDossier:
    """One dossier. `what` names the case it stands for; `secret` is its look-up code."""

    what: str
    number: int
    code: str
    secret: str
    row: dict[str, Any] = field(repr=False)
    steps: tuple[dict[str, Any], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Case:
    what: str
    status: str
    text: str
    service: tuple[str, str]
    received: int
    due: int | None
    at: int
    extra: tuple[tuple[str, Any], ...] = ()
    process: tuple[str, ...] = FIVE
    agency: str = "H20.129"


BIRTH = ("1.001193", "Thủ tục đăng ký khai sinh")
HOUSE = ("1.013225", "Cấp giấy phép xây dựng nhà ở riêng lẻ")
LIVING = ("1.004222", "Đăng ký thường trú")
TRADE = ("1.001612", "Đăng ký thành lập hộ kinh doanh")
ALLOWANCE = (
    "1.001776",
    "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, "
    "nuôi dưỡng hàng tháng",
)

CASES = (
    _Case("processing", "processing", "Đang xử lý", HOUSE, -9, 4, 2),
    _Case("overdue", "processing", "Đang xử lý", LIVING, -20, -5, 2),
    _Case("due-today", "processing", "Đang xử lý", BIRTH, -1, 0, 3),
    _Case("submitted", "new", "Mới đăng ký", BIRTH, 0, None, -1),
    _Case("received", "receiving", "Được tiếp nhận", TRADE, -1, 5, 0),
    _Case("not-accepted", "denied", "Từ chối tiếp nhận", TRADE, -3, None, -1),
    _Case("supplement", "waiting", "Chờ bổ sung", HOUSE, -8, 6, 1),
    _Case("payment", "paying", "Chờ thanh toán", HOUSE, -8, 6, 3),
    _Case("withdrawn", "cancelled", "Công dân rút hồ sơ", LIVING, -12, 1, 1),
    _Case("stopped", "unresolved", "Dừng xử lý", ALLOWANCE, -30, -2, 2),
    _Case("ready", "releasing", "Đã có kết quả", BIRTH, -6, -1, 4, (("releaseDate", -1),)),
    _Case(
        "returned", "done", "Đã trả kết quả", BIRTH, -14, -7, 4,
        (("releaseDate", -8), ("finishDate", -7)),
    ),
    _Case("extended", "processing", "Đang xử lý", HOUSE, -25, -4, 2, (("extendDate", 6),)),
    _Case("paused", "processing", "Đang xử lý", HOUSE, -9, 5, 2, (("lockState", "PAUSE"),)),
    _Case("long", "processing", "Đang xử lý", ALLOWANCE, -10, 12, 6, (), TWELVE),
    _Case(
        "unmapped", "archiving_x", "Đang số hóa kết quả", LIVING, -5, 3, 1, (), FIVE, "G22.99.01"
    ),
)  # fmt: skip
NAMES = ("NGUYỄN THỊ MẪU", "TRẦN VĂN THỬ", "LÊ HOÀNG VÍ DỤ", "PHẠM MINH HỌA")
SECRETS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def make_dossiers(now: datetime) -> tuple[SimulatedDossier, ...]:
    """Every case, with dates around `now`."""
    return tuple(_make(number, case, now) for number, case in enumerate(CASES, start=1))


def _make(number: int, case: _Case, now: datetime) -> SimulatedDossier:
    received = (now + timedelta(days=case.received)).replace(hour=8, minute=20, second=5)
    code = f"{case.agency}-{received:%y%m%d}-{number:04}"
    secret = "".join(SECRETS[(number * 7 + place * 11) % len(SECRETS)] for place in range(4))
    row: dict[str, Any] = {
        "dossierId": 38_900 + number,
        "groupId": 55_853,
        "referenceUid": f"76b59008-dca7-4abd-8704-{number:012x}",
        "serviceCode": case.service[0],
        "serviceName": case.service[1],
        "govAgencyCode": case.agency,
        "govAgencyName": "UBND phường Cao Lãnh",
        "applicantName": NAMES[number % len(NAMES)],
        "applicantIdType": "citizen",
        "applicantIdNo": 87_190_000_000 + number,
        "address": "Số 1, Đường 30/4",
        "contactTelNo": "0900000000",
        "contactEmail": "mau@example.vn",
        "dossierNo": code,
        "submitDate": received.strftime(FORM),
        "receiveDate": "" if case.status == "new" else received.strftime(FORM),
        "dueDate": "" if case.due is None else _at(now, case.due),
        "extendDate": "",
        "releaseDate": "",
        "finishDate": "",
        "dossierStatus": case.status,
        "dossierStatusText": case.text,
        "dossierSubStatus": "",
        "dossierSubStatusText": "",
        "lockState": "",
        "online": "true",
        "originality": 1,
        "serviceLevel": 4,
        "viaPostal": 1,
        "hasPassword": secret,
    }
    for name, value in case.extra:
        row[name] = _at(now, value) if isinstance(value, int) else value
    return SimulatedDossier(
        case.what, 38_900 + number, code, secret, row, _steps(case, received, now)
    )


def _at(now: datetime, days: int) -> str:
    """A working hour so many days away, moved off a weekend away from today."""
    at = (now + timedelta(days=days)).replace(hour=17, minute=0, second=0)
    while days and at.weekday() > 4:
        at += timedelta(days=1 if days > 0 else -1)
    return at.strftime(FORM)


def _steps(case: _Case, received: datetime, now: datetime) -> tuple[dict[str, Any], ...]:
    """Begun steps carry a time in epoch milliseconds, as the portal's sequences do."""
    whole = (now - received) / max(1, case.at + 1)
    return tuple(
        {
            "sequenceNo": str(place + 1),
            "sequenceName": name,
            "sequenceRole": "Bộ phận một cửa" if place in (0, len(case.process) - 1) else "Cán bộ",
            "durationCount": 0.5,
            "startDate": int((received + whole * place).timestamp() * 1000)
            if place <= case.at
            else "",
            "assignUsers": [{"userId": place, "userName": "CÁN BỘ MẪU"}],
        }
        for place, name in enumerate(case.process)
    )
