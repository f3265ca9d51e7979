"""Typing Vietnamese, key by key."""

from __future__ import annotations

import unicodedata
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.telex import MARK_LETTERS, MARK_TONES, TELEX, VNI, Method, erase, mark, press


def typed(keys: str, method: Method = TELEX) -> str:
    return reduce(lambda text, key: press(text, key, method), keys, "")


def skeleton(text: str) -> str:
    spread = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    return bare.translate(str.maketrans("đĐ", "dD"))


WORDS = {
    "hoof sow": "hồ sơ",
    "thur tujc": "thủ tục",
    "hanhf chinhs": "hành chính",
    "Cao Laxnh": "Cao Lãnh",
    "DDoongf Thaps": "Đồng Tháp",
    "ddawng kys": "đăng ký",
    "khai sinh": "khai sinh",
    "keets hoon": "kết hôn",
    "chuwngs thuwcj": "chứng thực",
    "xaay duwngj": "xây dựng",
    "nhaf owr": "nhà ở",
    "ddaast ddai": "đất đai",
    "giaays pheps": "giấy phép",
    "quyeenf suwr dungj": "quyền sử dụng",
    "cawn cuwowcs": "căn cước",
    "thuwowngf trus": "thường trú",
    "tamj trus": "tạm trú",
    "baor hieemr": "bảo hiểm",
    "trowj caaps": "trợ cấp",
    "kinh doanh": "kinh doanh",
    "hooj kinh doanh": "hộ kinh doanh",
    "nguwowif": "người",
    "nguowif": "người",
    "nguoiwf": "người",
    "dduowcj": "được",
    "duocwjd": "được",
    "huwowu": "hươu",
    "ruwowuj": "rượu",
    "khuyeens": "khuyến",
    "khuyur": "khuỷu",
    "khuya": "khuya",
    "nguyeetj": "nguyệt",
    "Nguyeenx": "Nguyễn",
    "Huyeenf": "Huyền",
    "tuaans": "tuấn",
    "ngoaif": "ngoài",
    "xoays": "xoáy",
    "ngoeor": "ngoẻo",
    "hoaf": "hòa",
    "hoanf": "hoàn",
    "hofan": "hoàn",
    "hofa": "hòa",
    "thuyr": "thủy",
    "thuys": "thúy",
    "khoer": "khỏe",
    "gif": "gì",
    "ginf": "gìn",
    "giaf": "già",
    "giuwax": "giữa",
    "gieengs": "giếng",
    "quys": "quý",
    "quyts": "quýt",
    "quar": "quả",
    "quaan": "quân",
    "quawnj": "quặn",
    "quoocs": "quốc",
    "quowr": "quở",
    "thuowr": "thuở",
    "thuowngf": "thường",
    "huow": "huơ",
    "huowng": "hương",
    "tuwongf": "tường",
    "cuar": "của",
    "mias": "mía",
    "chuwa": "chưa",
    "chuaw": "chưa",
    "muaf": "mùa",
    "luwas": "lứa",
    "hueej": "huệ",
    "yeeu": "yêu",
    "nghieengx": "nghiễng",
    "hoawcj": "hoặc",
    "xoawns": "xoắn",
    "luaajt": "luật",
    "nhw": "như",
    "DDAWNG": "ĐĂNG",
    "DDa": "Đa",
    "UWng": "Ưng",
    "DDawsk Lawsk": "Đắk Lắk",
    "tieens": "tiến",
    "tieesn": "tiến",
    "ieen": "iên",
    "uyr ban": "ủy ban",
    "oong": "ông",
    "baf": "bà",
    "em": "em",
    "phuwowngf": "phường",
    "soos 1": "số 1",
    "datd": "đat",
    "data": "dât",
}


@pytest.mark.parametrize(("keys", "text"), WORDS.items())
def test_telex_writes_the_word(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ass", "as"),
        ("asss", "ass"),
        ("passs", "pass"),
        ("gooogle", "google"),
        ("xooong", "xoong"),
        ("dataa", "data"),
        ("dodd", "dod"),
        ("ddd", "dd"),
        ("aww", "aw"),
        ("oww", "ow"),
        ("uww", "uw"),
        ("uwow" + "w", "uow"),
        ("aaa", "aa"),
        ("AAA", "AA"),
        ("eeea", "eea"),
    ],
)
def test_the_same_key_again_undoes_the_mark(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [("as" + "f", "à"), ("asz", "a"), ("hoasz", "hoa"), ("az", "az"), ("asfrxj", "ạ")],
)
def test_another_tone_replaces_the_first_and_z_takes_it_off(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    "word", ["VNeID", "email", "online", "web", "wifi", "pdf", "Facebook", "zalo", "B2", "H20.129"]
)
def test_words_that_cannot_be_vietnamese_come_out_as_typed(word: str) -> None:
    assert typed(word) == word


def test_a_stop_takes_only_sac_and_nang() -> None:
    assert typed("hocf") == "hocf"
    assert typed("hocj") == "học"
    assert mark("hoc", "huyền") == "hoc"


def test_only_the_last_word_changes() -> None:
    assert press("dat so", "o") == "dat sô"
    assert press("dat 1", "d") == "dat 1d"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ho62 so7", "hồ sơ"),
        ("d9a8ng ky1", "đăng ký"),
        ("ngu7o7i2", "người"),
        ("nguoi72", "người"),
        ("a11", "a1"),
        ("Nguye64n", "Nguyễn"),
        ("12", "12"),
        ("d99", "d9"),
    ],
)
def test_vni_is_the_same_table_with_digits(keys: str, text: str) -> None:
    assert typed(keys, VNI) == text


def test_tapping_letters_and_tone_names_writes_the_word() -> None:
    text = ""
    for tap in ["đ", "ư", "ơ", "c", "nặng"]:
        text = mark(text, tap) if tap in MARK_LETTERS + MARK_TONES else press(text, tap)
    assert text == "được"


def test_a_tone_tapped_twice_is_off_again() -> None:
    assert mark(mark("hoa", "huyền"), "huyền") == "hoa"
    assert mark(mark("hoa", "huyền"), "sắc") == "hóa"


def test_a_tone_without_a_syllable_changes_nothing() -> None:
    assert mark("", "sắc") == ""
    assert mark("th", "sắc") == "th"
    assert mark("hồ ", "sắc") == "hồ "


def test_a_capital_mark_is_typed_as_a_capital() -> None:
    assert mark("", "Đ") == "Đ"


def test_erasing_brings_the_tone_back_where_it_belongs() -> None:
    assert erase("hoàn") == "hòa"
    assert erase("Đồng ") == "Đồng"
    assert erase("") == ""
    assert erase(unicodedata.normalize("NFD", "hồ")) == "h"


KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABDEOSUWZ 0123456789-", max_size=24)


@given(KEYS, st.sampled_from([TELEX, VNI]))
def test_no_key_ever_takes_a_letter_away(keys: str, method: Method) -> None:
    text = ""
    for key in keys:
        after = press(text, key, method)
        before, now = skeleton(text), skeleton(after)
        lone = before + ("U" if key.isupper() else "u") if key in "wW" else before
        assert now in (before, before + key, lone)
        assert unicodedata.is_normalized("NFC", after)
        assert after != text
        text = after


@given(KEYS, st.sampled_from(["a", "e", "o", "d", "w", "s", "f", "r", "x", "j"]))
def test_pressing_a_key_twice_always_leaves_the_letter(keys: str, key: str) -> None:
    text = typed(keys)
    twice = press(press(text, key), key)
    assert skeleton(twice).startswith(skeleton(text))
    assert len(skeleton(twice)) > len(skeleton(text))


@given(st.text(max_size=20), st.characters(), st.sampled_from(MARK_LETTERS + MARK_TONES))
def test_any_text_survives_any_key(text: str, key: str, tap: str) -> None:
    start = unicodedata.normalize("NFC", text)
    for after in (press(text, key), mark(text, tap)):
        assert unicodedata.is_normalized("NFC", after)
        assert len(skeleton(after)) >= len(skeleton(start))
    assert len(erase(text)) == max(0, len(start) - 1)


@given(KEYS)
def test_erasing_takes_exactly_one_letter(keys: str) -> None:
    text = typed(keys)
    assert skeleton(erase(text)) == skeleton(text)[:-1]
