"""The slip as a picture, read back by another program's QR reader."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from kiosk.domain.deadline import Holidays
from kiosk.domain.dossier import Dossier
from kiosk.domain.guide import UNSURE, Guide
from kiosk.domain.slip import Block, Box, Field, Headline, Item, Paragraph, QrCode, Section, Slip
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.slips.checklist import guide_slip
from kiosk.slips.draw import LONGEST, draw, png
from kiosk.slips.fonts import FACES, STYLES, Fonts, FontsMissingError, font_file
from kiosk.slips.lookup import lookup_slip
from kiosk.slips.qr import LONGEST as LONGEST_CODE
from kiosk.slips.sheet import MARGIN

WIDTHS = (576, 512, 384)
VOWELS = "aăâeêioôơuưy"
LETTERS = sorted(
    {
        unicodedata.normalize("NFC", v + tone)
        for v in VOWELS
        for tone in "\u0300\u0301\u0303\u0309\u0323"
    }
    | set(VOWELS + "đbcghklmnpqrstvx")
)


def unsure(guide: Guide) -> dict[str, str]:
    answers: dict[str, str] = {}
    while question := guide.next_question(answers):
        answers[question.id] = UNSURE
    return answers


def read_back(picture: Image.Image) -> list[str]:
    found = decode(picture.convert("L"), symbols=[ZBarSymbol.QRCODE])
    return [one.data.decode("utf-8") for one in found]


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    return picture.crop(box).convert("L").histogram()[0]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_look_up_slip_is_one_bit_and_its_code_reads(
    dossier: Dossier, ward: Ward, words: Words, now: datetime, width: int
) -> None:
    slip = lookup_slip(dossier, ward, words, now, Holidays())
    picture = draw(slip, width)
    assert (picture.mode, picture.width) == ("1", width)
    assert read_back(picture) == [slip.qr]


@pytest.mark.parametrize("language", list(Language))
def test_every_guide_s_slip_reads_back(
    guides: tuple[Guide, ...],
    all_words: Mapping[Language, Words],
    ward: Ward,
    now: datetime,
    language: Language,
) -> None:
    for guide, width in zip(guides, cycle(WIDTHS), strict=False):
        slip = guide_slip(guide, unsure(guide), ward, all_words[language], now)
        assert read_back(draw(slip, width)) == [slip.qr], (guide.id, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_list_reads_at_every_width(width: int) -> None:
    text = ("- Giấy ủy quyền có chứng thực\n" * 40).encode()[:LONGEST_CODE].decode(errors="ignore")
    assert read_back(draw(Slip((QrCode(text, ""),), text), width)) == [text]


def test_80_mm_paper_keeps_within_190_mm(
    guides: tuple[Guide, ...], dossier: Dossier, ward: Ward, words: Words, now: datetime
) -> None:
    slips = [guide_slip(guide, unsure(guide), ward, words, now) for guide in guides]
    slips.append(lookup_slip(dossier, ward, words, now, Holidays()))
    assert max(draw(slip, 576).height for slip in slips) <= LONGEST


def test_too_many_steps_give_way_to_a_sentence() -> None:
    steps = tuple(Item(f"Bước thứ {n}", number=n) for n in range(1, 200))
    blocks: tuple[Block, ...] = (Section("Các bước"), *steps, QrCode("H20", "Quét"))
    assert draw(Slip(blocks, "H20"), 576).height > LONGEST
    picture = draw(Slip(blocks, "H20", more="Còn nữa."), 576)
    assert LONGEST * 0.6 < picture.height <= LONGEST
    assert read_back(picture) == ["H20"]


def test_steps_run_on_before_any_is_left_out() -> None:
    steps = tuple(Item(f"Bước thứ {n}", number=n) for n in range(1, 60))
    blocks: tuple[Block, ...] = (Section("Các bước"), *steps)
    run_on = draw(Slip(blocks, "", more="Còn nữa."), 576)
    assert run_on.height <= LONGEST
    assert png(run_on) == png(draw(Slip(blocks, ""), 576))


def test_papers_to_bring_are_never_left_out() -> None:
    papers = tuple(Item(f"Giấy thứ {n}", "khi cần") for n in range(60))
    with_notes = draw(Slip(papers, "", more="Còn nữa."), 576).height
    bare = draw(Slip(tuple(replace(p, note="") for p in papers), ""), 576).height
    assert with_notes == bare > LONGEST


def test_the_margins_stay_white(dossier: Dossier, ward: Ward, words: Words, now: datetime) -> None:
    picture = draw(lookup_slip(dossier, ward, words, now, Holidays()), 576)
    assert ink(picture, (0, 0, MARGIN, picture.height)) == 0
    assert ink(picture, (576 - MARGIN, 0, 576, picture.height)) == 0
    assert ink(picture, (0, 0, 576, 10)) == 0
    assert 0.04 < ink(picture, (0, 0, *picture.size)) / (576 * picture.height) < 0.2


def test_the_code_has_four_white_modules_around_it() -> None:
    plain = draw(Slip((QrCode("H20.129-261105-0035", ""),), ""), 576)
    left, top, right, bottom = plain.convert("L").point(lambda v: 255 - v).getbbox() or (0, 0, 0, 0)
    module = (right - left) // 21
    assert module == 7
    assert (right - left, bottom - top) == (21 * module, 21 * module)
    assert top >= 4 * module
    beside = draw(Slip((QrCode("H20.129-261105-0035", "Quét"),), ""), 576)
    assert ink(beside, (0, bottom, 576, bottom + 4 * module)) == 0


def test_the_same_words_in_another_normal_form_are_the_same_picture() -> None:
    block = Paragraph("Nguyễn Ế Ữ Ẵ đồng tháp")
    spread = Paragraph(unicodedata.normalize("NFD", block.text))
    assert png(draw(Slip((block,), ""), 576)) == png(draw(Slip((spread,), ""), 576))


@pytest.mark.parametrize("face", list(FACES))
def test_the_fonts_have_every_vietnamese_letter(face: str) -> None:
    style = next(name for name, (its, _, _) in STYLES.items() if its == face)
    font, leading = Fonts(narrow=False).style(style)
    missing = bytes(font.getmask("\ue000", mode="1"))
    for letter in LETTERS:
        for form in (letter, letter.upper()):
            assert bytes(font.getmask(form, mode="1")) != missing, form
            top, bottom = font.getbbox(form, anchor="lm")[1::2]
            assert bottom - top < leading + 4, form


def test_no_words_are_smaller_than_25_dots() -> None:
    for narrow in (False, True):
        fonts = Fonts(narrow=narrow)
        assert min(fonts.style(name)[0].size for name in STYLES) >= 25


def test_without_fonts_it_says_which_package_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FontsMissingError, match="fonts-open-sans"):
        font_file("bold", (tmp_path,))


def test_the_date_stands_in_a_closed_box() -> None:
    picture = draw(Slip((Box("Hẹn trả", "Thứ Năm, 26/11/2026", "Còn 3 ngày"),), ""), 576)
    middle = picture.height // 2
    assert ink(picture, (MARGIN, middle, MARGIN + 3, middle + 1)) == 3
    assert ink(picture, (576 - MARGIN - 3, middle, 576 - MARGIN, middle + 1)) == 3


def test_names_with_their_own_capitals_keep_them() -> None:
    def head(title: str) -> bytes:
        return png(draw(Slip((Headline("UBND", "", title, ""),), ""), 576))

    assert head("Tài khoản VNeID") == head("TÀI KHOẢN VNeID")
    assert head("Tài khoản VNeID") != head("TÀI KHOẢN VNEID")


def test_a_png_is_the_picture_itself(
    dossier: Dossier, ward: Ward, words: Words, now: datetime
) -> None:
    picture = draw(lookup_slip(dossier, ward, words, now, Holidays()), 384)
    again = Image.open(BytesIO(png(picture)))
    assert again.mode == "1"
    assert again.tobytes() == picture.tobytes()


@given(st.text(max_size=400), st.sampled_from(WIDTHS))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_of_a_portal_can_be_drawn(text: str, width: int) -> None:
    blocks: tuple[Block, ...] = (
        Headline(text, text, text, text),
        Field(text, text, note=text),
        Box(text, text, text),
        Item(text, text),
        QrCode(text, text),
    )
    picture = draw(Slip(blocks, text), width)
    assert picture.width == width
    assert ink(picture, (0, 0, MARGIN // 4, picture.height)) == 0
