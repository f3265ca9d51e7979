"""Folding keeps places, so that a match can be marked on the toned title."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.breaks import Binder, plain
from kiosk.catalogue.fold import fold, words_of
from kiosk.catalogue.highlight import highlight


def marked(title: str, words: str) -> list[str]:
    return [title[start:end] for start, end in highlight(title, words.split())]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký khai sinh", "dang ky khai sinh"),
        ("TRƯỜNG  HỢP\u00a0khác\n", "truong hop khac"),
        ("Tờ khai CT01, số 2.000", "to khai ct01 so 2 000"),
        ("ĐẶC-BIỆT", "dac biet"),
        ("", ""),
    ],
)
def test_folding_drops_tones_case_and_marks(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("title", "words", "expected"),
    [
        ("Đăng ký khai\u00a0sinh", "khai sinh", ["khai\u00a0sinh"]),
        ("Đăng ký khai\u00a0sinh", "đăng ký", ["Đăng ký"]),
        ("Định danh, đăng ký", "đăng ký", ["đăng ký"]),
        ("Xin bản sao khai sinh,\ntrích lục", "sinh trích", ["sinh", "trích"]),
        ("Đăng ký kết hôn", "dang", []),
        ("Đăng ký kết hôn", "", []),
    ],
)
def test_the_match_is_marked_on_the_toned_title(
    title: str, words: str, expected: list[str]
) -> None:
    assert marked(title, words) == expected


def test_a_title_with_loose_tones_is_marked_whole() -> None:
    title = unicodedata.normalize("NFD", "Kết hôn có yếu tố")
    assert marked(title, "kết hôn") == [unicodedata.normalize("NFD", "Kết hôn")]


@given(title=st.text(max_size=40), words=st.lists(st.text(max_size=6)))
def test_spans_lie_inside_the_title_in_order(title: str, words: list[str]) -> None:
    last = 0
    own = [word.written for word in words_of(title)]
    for start, end in highlight(title, [*words, *own[::2]]):
        assert last <= start < end <= len(title)
        last = end


@given(text=st.text(alphabet="khai sinh \n\u00a0đĐế1", max_size=40))
def test_binding_twice_is_binding_once_and_changes_spaces_only(text: str) -> None:
    binder = Binder(["khai sinh"], ["khai"], ["sinh"])
    bound = binder.bind(text)
    assert binder.bind(bound) == bound
    assert plain(bound) == plain(unicodedata.normalize("NFC", text))
