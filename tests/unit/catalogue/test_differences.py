"""What a source says, read from its three shapes, and held against the guide with its code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.checked import Check, load_checks, save_checks, with_checks
from kiosk.catalogue.differences import differences, fingerprint
from kiosk.catalogue.load import load_catalogue
from kiosk.catalogue.official import Official, read_official
from kiosk.domain.guide import Guide
from kiosk.domain.procedure import Procedure
from tests.unit.catalogue.guides import guide_text, write_folder

CODE, NAME = "1.001193", "Đăng ký khai sinh"
PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd"
PORTAL = {
    "id": "019d2bfd",
    "code": CODE,
    "name": NAME,
    "categoriesDetails": [{"name": "Hộ tịch"}],
    "executionMethods": [
        {"submissionMethod": "ONLINE", "processingTime": 3, "processingTimeUnit": "WORKING_DAY",
         "fees": [{"type": "FEE", "value": 5000, "currencyName": "Việt Nam Đồng"},
                  {"type": "FEE", "value": 10, "currencyName": "USD"}]},
        {"submissionMethod": "DIRECT", "processingTime": 0, "processingTimeUnit": "OTHER"},
    ],
    "executionCases": [{"name": "", "profileComponents": [{"name": "Giấy chứng sinh\t"}]}],
    "procedureProposal": {"proposalNumber": "163/QĐ-BTP"},
}  # fmt: skip
CRAWLED = {
    "ma_thu_tuc": CODE,
    "ten_thu_tuc": NAME,
    "linh_vuc": "Hộ tịch",
    "detail_url": PAGE,
    "so_quyet_dinh": "163/QĐ-BTP",
    "cach_thuc_thuc_hien": "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việc5,000"
    " Việt Nam Đồng(nộp trên mạng)Trực tiếpKhông có thông tinKhông có thông tin- Nộp tại xã",
    "thanh_phan_ho_so": "* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượngGiấy chứng sinh1 bản"
    " chính,0 bản chính",
}
OPENCPS = {
    "serviceCode": "DT-01",
    "serviceCodeDVCQG": CODE,
    "serviceName": NAME,
    "domainName": "Hộ tịch",
    "durationText": "<p>3 ngày l&agrave;m việc</p>",
    "feeText": "<b>5.000</b> đồng",
    "fileTemplates": [{"templateName": "Giấy chứng sinh"}],
    "serviceConfigs": [{"serviceUrl": PAGE}],
}


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    catalogue = load_catalogue(write_folder(tmp_path, birth=guide_text()))
    (found,) = catalogue.guides
    return found


@pytest.mark.parametrize("row", [PORTAL, CRAWLED, OPENCPS], ids=["portal", "crawled", "opencps"])
def test_each_shape_tells_the_same(row: dict[str, object]) -> None:
    official = read_official(row)
    assert official is not None
    assert official.procedure == Procedure(CODE, NAME, "Hộ tịch", PAGE)
    assert official.fees == {5000}
    assert official.times == {"3 ngày làm việc"}
    assert official.documents == ("Giấy chứng sinh",)
    assert official.decision == ("" if row is OPENCPS else "163/QĐ-BTP")


@pytest.mark.parametrize("row", [None, 3, [], {}, {"code": "x", "name": "y"}, {"ma_thu_tuc": "1"}])
def test_what_is_no_procedure_is_none(row: object) -> None:
    assert read_official(row) is None


@pytest.mark.parametrize(
    "row",
    [
        {"code": CODE, "name": NAME, "executionMethods": "x", "executionCases": [1, None]},
        {"code": CODE, "name": NAME, "procedureProposal": [], "executionMethods": [{"fees": 3}]},
        {"ma_thu_tuc": CODE, "ten_thu_tuc": NAME, "cach_thuc_thuc_hien": None},
        {"serviceCode": CODE, "serviceName": NAME, "fileTemplates": {}, "serviceConfigs": "x"},
    ],
)
def test_messy_rows_tell_nothing_but_their_name(row: dict[str, object]) -> None:
    official = read_official(row)
    assert official == Official(Procedure(CODE, NAME))
    assert not official.tells


def official(**told: object) -> Official:
    return Official(Procedure(CODE, NAME), **told)  # type: ignore[arg-type]


def test_where_the_source_is_silent_nothing_differs(guide: Guide) -> None:
    assert differences(guide, official()) == ()


def test_each_kind_of_difference_is_told(guide: Guide) -> None:
    told = official(
        decision="999/QĐ-MỚI",
        fees=frozenset({123000}),
        times=frozenset({"99 ngày"}),
        documents=("Giấy phép lái tàu vũ trụ",),
    )
    found = {each.what: each.source for each in differences(guide, told)}
    assert found == {
        "decision": "999/QĐ-MỚI",
        "fee": "123.000 đồng",
        "time": "99 ngày",
        "documents": "Giấy phép lái tàu vũ trụ",
    }


def test_what_both_say_is_no_difference(guide: Guide) -> None:
    told = official(
        decision=guide.source.decision,
        documents=(f"{guide.documents[0].name.vi} theo mẫu quy định",),
    )
    assert differences(guide, told) == ()


def test_a_fingerprint_changes_with_the_facts_only() -> None:
    one = official(fees=frozenset({1, 2}))
    assert fingerprint(one) == fingerprint(official(fees=frozenset({2, 1})))
    assert fingerprint(one) != fingerprint(official(fees=frozenset({1})))


def test_a_check_is_laid_over_the_sources_and_never_back_in_time(
    guide: Guide, tmp_path: Path
) -> None:
    file = tmp_path / "state" / "checked.json"
    (code,) = guide.codes
    day = date(2027, 2, 1)
    save_checks(file, {code: Check(day, "Lê Thị Tư", "abc")})
    assert load_checks(file) == {code: Check(day, "Lê Thị Tư", "abc")}
    (checked,) = with_checks([guide], load_checks(file))
    assert (checked.source.checked, checked.source.checker.vi) == (day, "Lê Thị Tư")
    assert checked.source.decision == guide.source.decision
    earlier = {code: Check(date(2000, 1, 1), "ai đó", "")}
    assert with_checks([guide], earlier) == (guide,)


@pytest.mark.parametrize("held", ["", "[]", "{", '{"1.0": {}}', '{"1.0": {"day": "x"}}', "3"])
def test_checks_that_cannot_be_read_are_none(tmp_path: Path, held: str) -> None:
    (tmp_path / "checked.json").write_text(held, encoding="utf-8")
    assert load_checks(tmp_path / "checked.json") == {}
