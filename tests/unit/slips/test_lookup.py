"""What the look-up slip says, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pyzbar.pyzbar import ZBarSymbol, decode

from kiosk.domain.deadline import VIETNAM, Holidays
from kiosk.domain.dossier import Channel, Dossier, Lock, Status, Step, StepState
from kiosk.domain.slip import Box, Field, Headline, Paragraph, QrCode, Slip
from kiosk.domain.text import Words
from kiosk.domain.ward import Ward
from kiosk.slips.draw import draw
from kiosk.slips.handover import handover_slip
from kiosk.slips.lookup import lookup_qr, lookup_slip

HOLIDAYS = Holidays()


def said(slip: Slip) -> str:
    return repr(slip.blocks).replace("\\xa0", " ")


def fields(slip: Slip) -> dict[str, str]:
    return {
        block.label.replace("\u00a0", " "): block.value.replace("\u00a0", " ")
        for block in slip.blocks
        if isinstance(block, Field)
    }


def box(slip: Slip) -> Box:
    return next(block for block in slip.blocks if isinstance(block, Box))


def test_it_says_what_the_reference_slip_says(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    slip = lookup_slip(dossier, ward, vietnamese, now, HOLIDAYS)
    head = slip.blocks[0]
    assert isinstance(head, Headline)
    assert (head.office, head.province) == ("UBND phường Cao Lãnh", "Tỉnh Đồng Tháp")
    assert "Không thay Giấy tiếp nhận" in head.note.replace("\u00a0", " ")
    assert fields(slip) == {
        "Mã hồ sơ": "H20.129-261105-0035",
        "Thủ tục": "Cấp giấy phép xây dựng nhà ở",
        "Ngày nhận": "Thứ Năm, 05/11/2026",
        "Đang ở bước": "Đang thẩm định (từ 09/11)",
        "Khi đến, mang theo": "Giấy hẹn và căn cước, quầy số 2",
    }
    assert box(slip).value == "Thứ\u00a0Năm, 26/11/2026"
    assert "3" in box(slip).note
    feet = [b.text.replace("\u00a0", " ") for b in slip.blocks if isinstance(b, Paragraph)]
    assert feet == [
        "Tra lúc 09:42, Thứ Hai, 23/11/2026",
        "Hỏi về dịch vụ công: 1800 1096",
        "Hỏi về VNeID: 1900 0368",
    ]


@pytest.mark.parametrize("status", [None, *Status])
@pytest.mark.parametrize("lock", list(Lock))
@pytest.mark.parametrize("days", [-40, -1, 0, 1, 30, None])
def test_every_state_has_a_slip_and_none_names_the_person(
    dossier: Dossier,
    ward: Ward,
    words: Words,
    now: datetime,
    status: Status | None,
    lock: Lock,
    days: int | None,
) -> None:
    due = None if days is None else now + timedelta(days=days)
    seen = replace(dossier, status=status, lock=lock, due=due)
    slip = lookup_slip(seen, ward, words, now, HOLIDAYS)
    assert dossier.applicant
    assert dossier.applicant not in said(slip)
    assert "Nguyễn" not in said(slip) + slip.qr
    assert "{" not in said(slip)
    assert sum(isinstance(block, Box) for block in slip.blocks) == 1
    assert slip.qr == next(b.content for b in slip.blocks if isinstance(b, QrCode))


def test_a_day_to_come_is_put_into_the_calendar(
    dossier: Dossier, ward: Ward, words: Words, now: datetime
) -> None:
    qr = lookup_qr(dossier, ward, words, now, HOLIDAYS)
    assert qr.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20261126" in qr
    assert dossier.code in qr
    assert len(qr.encode()) <= 331


@pytest.mark.parametrize(
    "changes",
    [
        {"due": None},
        {"due": datetime(2026, 11, 23, 17, tzinfo=VIETNAM)},
        {"due": datetime(2026, 11, 20, 17, tzinfo=VIETNAM)},
        {"status": Status.READY},
        {"status": Status.RETURNED},
        {"status": Status.STOPPED},
    ],
)
def test_without_a_day_to_come_the_code_is_the_code(
    dossier: Dossier, ward: Ward, words: Words, now: datetime, changes: dict[str, object]
) -> None:
    seen = replace(dossier, **changes)  # type: ignore[arg-type]
    assert lookup_qr(seen, ward, words, now, HOLIDAYS) == dossier.code


def test_the_reminder_stays_the_same_while_the_clock_runs(
    dossier: Dossier, ward: Ward, words: Words, now: datetime
) -> None:
    first = lookup_qr(dossier, ward, words, now, HOLIDAYS)
    assert lookup_qr(dossier, ward, words, now + timedelta(minutes=9), HOLIDAYS) == first


def test_the_extended_date_is_the_one_in_the_box(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    later = datetime(2026, 12, 3, 17, tzinfo=VIETNAM)
    slip = lookup_slip(replace(dossier, extended_due=later), ward, vietnamese, now, HOLIDAYS)
    assert box(slip).label.replace("\u00a0", " ") == "Ngày hẹn mới"
    assert box(slip).value.endswith("03/12/2026")
    assert "20261203" in slip.qr


def test_overdue_says_what_the_office_owes(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    late = replace(dossier, due=datetime(2026, 11, 18, 17, tzinfo=VIETNAM))
    slip = lookup_slip(late, ward, vietnamese, now, HOLIDAYS)
    assert "phiếu xin lỗi" in fields(slip)["Bạn cần làm gì"]


def test_an_unknown_status_is_told_in_the_portal_s_own_words(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    odd = replace(dossier, status=None, status_text="Chờ liên thông thuế", steps=())
    assert fields(lookup_slip(odd, ward, vietnamese, now, HOLIDAYS))["Tình trạng"] == (
        "Chờ liên thông thuế"
    )


def test_while_the_person_is_to_act_the_status_counts_not_the_step(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    seen = replace(dossier, status=Status.PAYMENT_WANTED)
    told = fields(lookup_slip(seen, ward, vietnamese, now, HOLIDAYS))
    assert told["Tình trạng"] == "Bạn cần nộp tiền"
    assert "Đang ở bước" not in told


def test_a_late_step_is_the_step_it_is_at(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    seen = replace(dossier, steps=(Step("Thẩm định", StepState.LATE),))
    assert fields(lookup_slip(seen, ward, vietnamese, now, HOLIDAYS))["Đang ở bước"] == "Thẩm định"


def test_a_ward_without_counter_and_hotlines_leaves_no_gaps(
    dossier: Dossier, words: Words, now: datetime
) -> None:
    bare = Ward("Phường Một", "UBND phường Một", "Tỉnh Đồng Tháp")
    slip = lookup_slip(dossier, bare, words, now, HOLIDAYS)
    assert sum(isinstance(block, Paragraph) for block in slip.blocks) == 1
    assert not any(value.endswith((",", ", ")) for value in fields(slip).values())


def test_the_slip_may_go_along_as_text(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    slip = lookup_slip(dossier, ward, vietnamese, now, Holidays(), "text")
    lines = slip.qr.splitlines()

    assert lines[0] == "H20.129-261105-0035"
    assert "Hẹn trả kết quả: Thứ Năm, 26/11/2026" in lines
    assert "Nguyễn" not in slip.qr
    assert read_back(slip, 576) == [slip.qr]


def test_the_code_alone_where_the_ward_wants_it(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    assert lookup_slip(dossier, ward, vietnamese, now, Holidays(), "code").qr == dossier.code


@pytest.mark.parametrize(("filed", "by_post"), [(Channel.ONLINE, False), (Channel.COUNTER, True)])
def test_a_result_says_how_to_get_it(
    filed: Channel,
    by_post: bool,
    dossier: Dossier,
    ward: Ward,
    vietnamese: Words,
    now: datetime,
) -> None:
    ready = replace(dossier, status=Status.READY, filed=filed, by_post=by_post)
    office = replace(ward, hours=("Thứ Hai – Thứ Sáu: 7:00 – 17:00",))
    told = said(lookup_slip(ready, office, vietnamese, now, Holidays()))

    assert ("7:00 – 17:00" in told) == (not by_post)
    assert ("Bản điện tử" in told) == (filed is Channel.ONLINE)
    assert ("bưu điện" in told.lower()) == by_post


def test_what_the_office_wants_is_on_the_slip(
    dossier: Dossier, ward: Ward, vietnamese: Words, now: datetime
) -> None:
    wanted = "Bổ sung bản vẽ mặt bằng. " * 12
    asked = replace(dossier, status=Status.SUPPLEMENT_WANTED, wanted=wanted)
    told = said(lookup_slip(asked, ward, vietnamese, now, Holidays()))

    assert "Cơ quan ghi: “Bổ sung bản vẽ mặt bằng." in told
    assert "…”" in told


def read_back(slip: Slip, width: int) -> list[str]:
    """The QR codes of the drawn slip, as another program reads them."""
    found = decode(draw(slip, width).convert("L"), symbols=[ZBarSymbol.QRCODE])
    return [code.data.decode() for code in found]


def test_the_hand_over_slip_holds_the_code_and_the_page(
    ward: Ward, words: Words, now: datetime
) -> None:
    page = "https://dichvucong.gov.vn/tra-cuu-ho-so"
    slip = handover_slip("H20.129-261105-0035", page, ward, words, now)

    assert "H20.129-261105-0035" in said(slip)
    for width in (576, 512, 384):
        assert read_back(slip, width) == [page]
