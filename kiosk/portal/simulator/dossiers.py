"""The dossiers the simulator knows: made up, one for each thing a portal can say.

Dates lie around `now`, so that the demo never goes stale; the same `now` and seed give the same
dossiers. Rows are as OpenCPS sends them; other dialects tell the same things their own way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
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
    form: str = "{agency}-{day:%y%m%d}-{number:04}"


BIRTH = ("1.001193", "Thủ tục đăng ký khai sinh")
HOUSE = ("1.013225", "Cấp giấy phép xây dựng nhà ở riêng lẻ")
LIVING = ("1.004222", "Đăng ký thường trú")
TRADE = ("1.001612", "Đăng ký thành lập hộ kinh doanh")
_LONG_TITLE = (
    "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, "
    "nuôi dưỡng hàng tháng"
)
ALLOWANCE = ("1.001776", _LONG_TITLE)

CASES = (
    _Case("processing", "processing", "Đang xử lý", HOUSE, -9, 4, 2),
    _Case("overdue", "processing", "Đang xử lý", LIVING, -20, -5, 2),
    _Case("due-today", "processing", "Đang xử lý", BIRTH, -1, 0, 3),
    _Case("submitted", "new", "Mới đăng ký", BIRTH, 0, None, -1),
    _Case("received", "receiving", "Được tiếp nhận", TRADE, -1, 5, 0),
    _Case("not-accepted", "denied", "Từ chối tiếp nhận", TRADE, -3, None, -1),
    _Case("supplement", "waiting", "Chờ bổ sung", HOUSE, -8, 6, 1,
          (("stepInstruction", "Bổ sung bản vẽ mặt bằng có chữ ký của chủ nhà."),)),
    _Case("payment", "paying", "Chờ thanh toán", HOUSE, -8, 6, 3,
          (("paymentFee", "75000"), ("paymentNote", "Lệ phí cấp giấy phép xây dựng"))),
    _Case("withdrawn", "cancelled", "Công dân rút hồ sơ", LIVING, -12, 1, 1),
    _Case("stopped", "unresolved", "Dừng xử lý", ALLOWANCE, -30, -2, 2),
    _Case("ready", "releasing", "Đã có kết quả", BIRTH, -6, -1, 4,
          (("releaseDate", -1), ("originality", "3"))),
    _Case("ready-by-post", "posting", "Đang chuyển phát kết quả", LIVING, -6, 1, 4,
          (("releaseDate", -1), ("viaPostal", "2"))),
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
    _Case("supplement-late", "correcting", "Chờ bổ sung", LIVING, -20, -4, 1),
    _Case("early", "releasing", "Đã có kết quả", BIRTH, -5, 6, 4,
          (("releaseDate", -1), ("extendDate", -1))),
    _Case("without-secret", "processing", "Đang xử lý", TRADE, -2, 2, 1, (("hasPassword", ""),)),
    _Case("locked", "processing", "Đang xử lý", HOUSE, -9, -3, 2, (("lockState", "LOCK"),)),
    _Case("first-form", "processing", "Đang xử lý", LIVING, -4, 3, 1, (), FIVE, "000.00.14.H20"),
    _Case("central", "processing", "Đang xử lý", TRADE, -3, 4, 1, (), FIVE, "H20.129.01",
          "{agency}-{day:%y%m%d}-15{number:04}"),
    _Case("ministry", "processing", "Đang xử lý", TRADE, -3, 4, 1, (), FIVE, "G09.20",
          "{agency}-{day:%Y%m%d}-{number:07}"),
    _Case("dots-only", "processing", "Đang xử lý", TRADE, -3, 4, 1, (), FIVE, "000.00.06.G04",
          "{agency}.{day:%y%m%d}.{number:04}"),
    _Case("empty", "processing", "", ("", ""), -3, None, -1,
          (("applicantName", ""), ("govAgencyName", None), ("receiveDate", "không rõ")), ()),
)  # fmt: skip
TWIN = _Case(
    "longer-code", "done", "Đã trả kết quả", LIVING, -9, -1, 4, form="{agency}-{day:%y%m%d}-00011"
)
NAMES = ("NGUYỄN THỊ MẪU", "TRẦN VĂN THỬ", "LÊ HOÀNG VÍ DỤ", "PHẠM MINH HỌA", "VÕ TỰ TẠO")
SECRETS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def make_dossiers(now: datetime, seed: int = 0) -> tuple[SimulatedDossier, ...]:
    """Every case, with dates around `now`, oldest first; names and look-up codes by `seed`.

    The first has the code of `processing` with one more digit: it stands before the right one in
    a search by prefix.
    """
    chance = Random(seed)  # noqa: S311 (made-up people)
    cases = [_make(number, case, now, chance) for number, case in enumerate(CASES, start=1)]
    return (_make(99, TWIN, now, chance), *cases)


def _make(number: int, case: _Case, now: datetime, chance: Random) -> SimulatedDossier:
    received = now - timedelta(minutes=40)
    if case.received:
        received = _working_time(now, case.received).replace(hour=8, minute=20, second=5)
    code = case.form.format(agency=case.agency, day=received, number=number)
    secret = "".join(chance.sample(SECRETS, 4))
    row: dict[str, Any] = {
        "dossierId": 38_900 + number,
        "groupId": 55_853,
        "referenceUid": f"76b59008-dca7-4abd-8704-{number:012x}",
        "serviceCode": case.service[0],
        "serviceName": case.service[1],
        "govAgencyCode": case.agency,
        "govAgencyName": "UBND phường Cao Lãnh",
        "applicantName": chance.choice(NAMES),
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
        case.what, 38_900 + number, code, row["hasPassword"], row, _steps(case, received, now)
    )


def _at(now: datetime, days: int) -> str:
    return _working_time(now, days).strftime(FORM)


def _working_time(now: datetime, days: int) -> datetime:
    """The end of a working day so many days away, moved off a weekend; today: two hours on."""
    if days == 0:
        return min(now + timedelta(hours=2), now.replace(hour=23, minute=59, second=0))
    at = (now + timedelta(days=days)).replace(hour=17, minute=0, second=0)
    while at.weekday() > 4:
        at += timedelta(days=1 if days > 0 else -1)
    return at


def _steps(case: _Case, received: datetime, now: datetime) -> tuple[dict[str, Any], ...]:
    """Begun steps carry a time in epoch milliseconds, as the portal's sequences do."""
    whole = (now - received) / max(1, case.at + 1)

    def began(place: int) -> int:
        at = received + whole * place
        if whole.days:
            at = at.replace(hour=8 + place % 8, minute=20)
        return int(at.timestamp() * 1000)

    return tuple(
        {
            "sequenceNo": str(place + 1),
            "sequenceName": name,
            "sequenceRole": "Bộ phận một cửa" if place in (0, len(case.process) - 1) else "Cán bộ",
            "durationCount": 0.5,
            "startDate": began(place) if place <= case.at else "",
            "assignUsers": [{"userId": place, "userName": "CÁN BỘ MẪU"}],
        }
        for place, name in enumerate(case.process)
    )
