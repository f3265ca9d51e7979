"""Masked names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.mask import mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("NGUYỄN VĂN HÙNG", "Nguyễn V** H***"),
        ("Nguyễn Văn A", "Nguyễn V** A"),
        ("lê thị  hồng   đào", "Lê T** H*** Đ**"),
        ("An", "A*"),
        ("Y", "Y*"),
        ("Lê Ý", "Lê *"),
        ("   ", None),
        ("", None),
    ],
)
def test_a_name_shows_its_family_and_first_letters(name: str, masked: str | None) -> None:
    assert mask_name(name) == masked


def test_a_decomposed_name_is_masked_by_whole_letters() -> None:
    assert mask_name(unicodedata.normalize("NFD", "ĐỖ ẨN ƯỚC")) == "Đỗ Ẩ* Ư**"


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=1), st.text(max_size=20))
def test_a_name_never_comes_back_as_it_was(first: str, rest: str) -> None:
    name = unicodedata.normalize("NFC", f"{first} {rest}")

    assert mask_name(name) != " ".join(name.split())
