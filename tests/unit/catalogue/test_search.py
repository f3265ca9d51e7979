"""Search by the words people use: everyday names, without tones, unfinished, with one slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.load import load_guides
from kiosk.catalogue.search import Search
from kiosk.catalogue.speech import load_speech
from kiosk.domain.guide import Audience
from kiosk.domain.procedure import Procedure

FOLDER = Path(__file__).parents[3] / "assets" / "guides"

PROCEDURES = (
    Procedure("1.004884", "Thủ tục đăng ký lại khai sinh", "Hộ tịch"),
    Procedure("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch"),
    Procedure("2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "Chứng thực"),
    Procedure("1.000005", "Hải quan đối với xăng dầu", "Hải quan"),
)

EVERYDAY = {
    "birth": (
        "khai sinh", "giay khai sinh", "làm khai sanh", "khai si", "KHAI SINH", "sinh con",
        "đẻ con", "khai sihn", "khaisinh", "giấy khai sinh cho con mới đẻ", "newborn",
    ),
    "death": ("khai tử", "giay bao tu", "đám ma", "chung tu", "khai tuw"),
    "marriage": ("kết hôn", "ket hon", "hôn thú", "cưới vợ", "lay chong", "ke hon", "wedding"),
    "single-status": ("giấy độc thân", "giay doc than", "xác nhận độc thân", "tinh trang hon nhan"),
    "civil-extract": ("trích lục", "trich luc khai sinh", "bản sao khai sinh", "bổn sao khai sanh"),
    "certified-copy": (
        "sao y công chứng", "sao y", "cong chung", "sao y bổn chánh", "chung thuc",
        "sao y cong chug",
    ),
    "permanent-residence": ("nhập khẩu", "nhap ho khau", "thuong tru", "cắt khẩu", "thường tru"),
    "temporary-residence": ("sổ tạm trú", "tam tru", "ở trọ", "mướn nhà", "tạm rú", "kt3"),
    "residence-confirmation": ("xác nhận cư trú", "ct07", "xac nhan noi o"),
    "id-card": ("căn cước", "lam can cuoc", "chung minh nhan dan", "canc uoc"),
    "household-business": (
        "hộ kinh doanh", "mo quan", "mở tiệm", "giay phep buon ban", "tôi muốn mở quán bán cà phê",
    ),
    "social-allowance": ("trợ cấp", "người khuyết tật"),
    "eid": ("vneid",),
    "id-card-lost": ("mất CCCD",),
    "eid-level-2": ("dinh danh muc 2",),
    "eid-activate": ("kích hoạt định danh",),
    "eid-portal-login": ("dang nhap cong dich vu cong",),
}  # fmt: skip


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(load_guides(FOLDER), PROCEDURES, load_speech(FOLDER))


@pytest.mark.parametrize(
    ("wanted", "typed"), [(name, typed) for name, lines in EVERYDAY.items() for typed in lines]
)
def test_everyday_words_find_the_service_first(search: Search, wanted: str, typed: str) -> None:
    assert [hit.guide_id for hit in search.find(typed)][:1] == [wanted]


@pytest.mark.parametrize(
    ("wanted", "typed"),
    [
        ("birth", "kai sinh"),
        ("death", "người mất"),
        ("social-allowance", "tro cap nguoi gia"),
        ("social-pension", "tien nguoi gia"),
        ("social-allowance", "tien nguoi gia"),
    ],
)
def test_what_may_mean_more_than_one_service_finds_each_near_the_top(
    search: Search, wanted: str, typed: str
) -> None:
    assert wanted in [hit.guide_id for hit in search.find(typed)][:3]


def test_scores_fall_and_the_limit_holds(search: Search) -> None:
    hits = search.find("khai", limit=2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score > 0


def test_a_procedure_without_a_guide_is_found_by_name(search: Search) -> None:
    (first, *_) = search.find("hai quan xang dau")
    assert (first.code, first.guide_id) == ("1.000005", "")
    assert first.title.vi == "Hải quan đối với xăng dầu"


def test_a_guide_stands_for_its_procedure(search: Search) -> None:
    hits = search.find("đăng ký khai sinh")
    assert [hit.guide_id for hit in hits if hit.code == "1.001193"] == ["birth"]
    assert "1.004884" in [hit.code for hit in hits]


def test_a_code_finds_what_bears_it(search: Search) -> None:
    hits = search.find("1.0048")
    assert "single-status" in [hit.guide_id for hit in hits]
    assert {hit.code[:6] for hit in hits} == {"1.0048"}
    assert [hit.guide_id for hit in search.find(" 1.014063 ")] == ["id-card-renew"]


def test_an_audience_sees_its_own(search: Search) -> None:
    found = {hit.guide_id for hit in search.find("đăng ký", audience=Audience.COMPANY)}
    assert "temporary-residence" in found
    assert "birth" not in found


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "xyzzy", "\n"])
def test_nothing_is_found_where_nothing_is_meant(search: Search, typed: str) -> None:
    assert search.find(typed) == ()


@given(typed=st.text(max_size=60))
def test_no_text_breaks_the_search(typed: str) -> None:
    assert len(Search((), PROCEDURES).find(typed)) <= len(PROCEDURES)


def test_words_of_the_query_language_are_only_words(search: Search) -> None:
    for typed in ('"', "khai AND", "NEAR(a b)", "khai*", "title:khai", "a' OR 1=1 --"):
        assert len(search.find(typed)) <= 20
