from __future__ import annotations

import io
import unicodedata

import pytest
from PIL import Image
from pyzbar.pyzbar import decode

from printer import Paper, Printer, Result, fonts
from printer.simulator import Build, SimulatedPrinter
from printer.test_page import QR_DOTS, draw_test_page, qr_content, vietnamese_letters
from tests.unit.printer.slips import same


def test_there_are_134_letters_each_once_and_composed() -> None:
    letters = vietnamese_letters()
    assert len(letters) == len(set(letters)) == 134
    assert unicodedata.is_normalized("NFC", letters)
    assert set("ăđơưệẵỹĐỰ") <= set(letters)


@pytest.mark.parametrize("width", [384, 512, 576])
def test_every_code_can_be_read_back_from_the_printed_paper(width: int) -> None:
    page = draw_test_page(width)
    with SimulatedPrinter(build=Build(width)) as device:
        dpi = 180 if width == 512 else 203
        printer = Printer(device.url, paper=Paper(width, dpi))
        assert printer.print_picture(page, "page").result is Result.PRINTED
        printer.close()
        paper = device.slips[0]
    read = {found.data.decode() for found in decode(paper.convert("L"))}
    assert read == {qr_content(dots) for dots in QR_DOTS}
    with Image.open(io.BytesIO(page)) as drawn:
        assert drawn.mode == "1"
        assert same(paper, drawn)


def test_without_a_font_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    with pytest.raises(fonts.NoFontError, match="fonts-open-sans"):
        draw_test_page(576)


def test_a_void_strip_comes_out_even_without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    from printer.void import void_strip

    drawn = void_strip(576)
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    assert b"VOID" in void_strip(576)
    assert b"VOID" not in drawn
