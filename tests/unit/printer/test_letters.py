from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyzbar.pyzbar import decode

from printer import Printer, Result
from printer.__main__ import main
from printer.letters import Code, Line, Mode, TextPage, Trust
from printer.letters.glyphs import Glyphs, GlyphsFullError
from printer.letters.tcvn3 import TABLES, encode
from printer.letters.trust import code_of
from printer.simulator import SimulatedPrinter
from printer.test_page import vietnamese_letters


@pytest.fixture
def device() -> Iterator[SimulatedPrinter]:
    with SimulatedPrinter() as made:
        yield made


def read_back(stream: bytes) -> str:
    """The text as a printer with these pages understands it."""
    out, page, at = "", 0, 0
    while at < len(stream):
        byte = stream[at]
        if byte == 0x1B:
            page, at = stream[at + 2], at + 3
            continue
        out += chr(byte) if byte < 0x80 else TABLES[page][byte - 0x80]
        at += 1
    return out


def test_all_134_letters_come_back_from_tcvn3_composed_or_not() -> None:
    letters = vietnamese_letters()
    assert read_back(encode(letters)) == letters
    assert read_back(encode(unicodedata.normalize("NFD", letters))) == letters


def test_the_capital_d_with_stroke_is_the_vietnamese_one() -> None:
    assert encode("Đ") == b"\x1bt\x1f\xa7"
    assert "Ð" not in "".join(TABLES.values())
    assert encode("Ð") == b"?"


def test_a_page_is_switched_only_when_the_case_changes() -> None:
    assert encode("được đến").count(b"\x1bt") == 1


def test_glyphs_never_take_a_letter_that_the_page_uses_itself() -> None:
    text = "Đường phố! (số 5) #2"
    stream = Glyphs(text).encode(text)
    plain = [letter for letter in text if letter.isascii()]
    assert [chr(byte) for byte in stream if chr(byte) in plain] == plain


def test_a_page_with_more_letters_than_slots_is_refused() -> None:
    with pytest.raises(GlyphsFullError, match="134 letters"):
        Glyphs(vietnamese_letters())


def page(mode: Mode) -> TextPage:
    return TextPage(mode, (Line("Phiếu tra cứu", large=True), Line("Đã xong"), Code("MÃ-1")))


@pytest.mark.parametrize("mode", Mode)
def test_letters_are_used_only_after_their_strip_was_confirmed(
    device: SimulatedPrinter, tmp_path: Path, mode: Mode
) -> None:
    printer = Printer(device.url, ledger=tmp_path)
    with pytest.raises(ValueError, match="nobody has confirmed"):
        printer.print_text(page(mode), "a")
    assert printer.print_strip(mode, "strip").result is Result.PRINTED
    [code] = decode(device.slips[0].convert("L"))
    said = code.data.decode()
    assert printer.letters is not None
    assert printer.letters.confirm("000000x") is None
    assert printer.letters.confirm(said) is mode
    assert printer.print_text(page(mode), "a").result is Result.PRINTED
    assert device.unknown == []
    [read] = decode(device.slips[1].convert("L"))
    assert read.data.decode() == "MÃ-1"
    printer.letters.withdraw(mode)
    with pytest.raises(ValueError, match="nobody has confirmed"):
        printer.print_text(page(mode), "b")
    printer.close()


def test_a_confirmation_is_of_one_printer_and_its_latest_strip(tmp_path: Path) -> None:
    here, there = Trust("tcp://a", tmp_path), Trust("tcp://b", tmp_path)
    old = here.offer(Mode.TCVN3)
    new = here.offer(Mode.TCVN3)
    assert there.confirm(new) is None
    assert here.confirm(code_of(Mode.GLYPHS, new)) is None
    assert (here.confirm(old) is None) == (old != new)
    assert here.confirm(f" {new}\n") is Mode.TCVN3
    assert here.confirmed() == {Mode.TCVN3}
    assert there.confirmed() == frozenset()


def test_the_commands_lead_from_strip_to_slip(
    device: SimulatedPrinter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--device", device.url, "--record", str(tmp_path / "record")]
    text = tmp_path / "slip.txt"
    text.write_text("Đường phố\n", encoding="utf-8")
    slip = ["letters", "print", str(text), "--mode", "tcvn3", *where]
    assert main(slip) == 2
    assert main(["letters", "strip", "--mode", "tcvn3", *where]) == 0
    [code] = decode(device.slips[0].convert("L"))
    assert main(["letters", "confirm", "12", *where]) == 1
    assert main(["letters", "confirm", code.data.decode().rpartition("-")[2], *where]) == 0
    assert main(["letters", "show", *where]) == 0
    assert "tcvn3  confirmed\nglyphs  not confirmed" in capsys.readouterr().out
    assert main(slip) == 0
    assert len(device.slips) == 2
