"""QR codes as modules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from kiosk.slips.qr import LONGEST, modules

FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")


def read_back(content: str) -> str:
    dark = modules(content)
    side = len(dark) + 8
    picture = Image.new("L", (side, side), 255)
    for y, line in enumerate(dark):
        for x, is_dark in enumerate(line):
            if is_dark:
                picture.putpixel((x + 4, y + 4), 0)
    large = picture.resize((side * 4, side * 4), Image.Resampling.NEAREST)
    found = decode(large, symbols=[ZBarSymbol.QRCODE])
    return bytes(found[0].data).decode("utf-8")


@pytest.mark.parametrize(
    "content",
    ["H20.129-261105-0035", "https://example.vn/a?b=c", "Nhận kết quả: căn cước, đủ giấy"],
)
def test_it_reads_back(content: str) -> None:
    assert read_back(content) == content


def test_it_is_square_and_without_a_quiet_zone() -> None:
    dark = modules("H20.129-261105-0035")
    assert all(len(line) == len(dark) for line in dark)
    for row, pattern in enumerate(FINDER):
        assert "".join("01"[is_dark] for is_dark in dark[row][:7]) == pattern


def test_the_longest_list_is_85_modules_wide() -> None:
    assert len(modules("ệ" + "a" * (LONGEST - 3))) == 85


def test_nothing_gives_nothing() -> None:
    assert modules("") == ()


def test_less_correction_where_only_that_fits_and_nothing_beyond() -> None:
    assert len(modules("a" * 2331)) == 177
    assert len(modules("a" * 2953)) == 177
    assert modules("a" * 2954) == ()
    assert len(modules("ệ" * 984)) == 177
    assert modules("ệ" * 985) == ()


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=30, deadline=None)
def test_no_text_raises(content: str) -> None:
    assert len(modules(content)) >= 21
