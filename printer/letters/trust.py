"""Which ways of writing letters a printer has been seen to get right.

No printer says which letters it has. So a strip is printed: the same sentence twice, once drawn
and once in the printer's own letters, with a number below. Whoever finds the two lines alike types
the number, or lets the scanner read its code; only then is the mode used.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path

from printer.body import Body
from printer.escpos.bands import to_bands
from printer.escpos.picture import Dots, to_dots
from printer.fonts import find_font
from printer.ledger import digest
from printer.letters.page import Code, Line, Mode, TextPage
from printer.paper import Paper

SAMPLE = (
    "Đường Điện Biên: ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ",
    "ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự",
    "ĐƯỜNG PHỐ, XÃ MỸ THỌ, ĐỒNG THÁP",
)
"""Letters of every kind, both cases, and the Đ that some tables have wrong."""

_FILE = "letters.json"


class Trust:
    """The confirmed modes of one printer, kept in the folder of its record."""

    def __init__(self, device: str, folder: Path) -> None:
        self._file = folder / _FILE
        self._device = digest(device)

    def confirmed(self) -> frozenset[Mode]:
        return frozenset(mode for mode in Mode if self._read().get(self._slot(mode)) is True)

    def offer(self, mode: Mode) -> str:
        """A new number for a strip of that mode. Raises OSError when it cannot be kept."""
        number = f"{secrets.randbelow(1_000_000):06}"
        self._write(self._slot(mode), number)
        return number

    def confirm(self, said: str) -> Mode | None:
        """The mode whose strip carries that number or code, now trusted; None for any other."""
        for mode in Mode:
            number = self._read().get(self._slot(mode))
            if isinstance(number, str) and said.strip() in (number, code_of(mode, number)):
                self._write(self._slot(mode), True)
                return mode
        return None

    def withdraw(self, mode: Mode) -> None:
        """Not trusted any more, after another printer or other firmware."""
        self._write(self._slot(mode), False)

    def _slot(self, mode: Mode) -> str:
        return f"{self._device} {mode.value}"

    def _read(self) -> dict[str, str | bool]:
        try:
            told = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _write(self, slot: str, value: str | bool) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file.write_text(json.dumps(self._read() | {slot: value}), encoding="utf-8")


def code_of(mode: Mode, number: str) -> str:
    """What the strip's code says when a scanner reads it."""
    return f"PRINTER-LETTERS-{mode.value.upper()}-{number}"


def strip(mode: Mode, number: str, paper: Paper) -> Body:
    """The sample drawn, the sample in the printer's letters, the number. Raises NoFontError."""
    own = tuple(Line(text) for text in SAMPLE)
    below = (
        Line(f"Giong nhau? / Alike? -> {number}", centred=True),
        Code(code_of(mode, number)),
    )
    text = TextPage(mode, (*own, *below)).body(paper)
    drawn = to_bands(_drawn(paper.width))
    return Body((*drawn, b"\n", *text.pieces), text.rows + 30 + 36 * len(SAMPLE))


def _drawn(width: int) -> Dots:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("1", (width, 36 * len(SAMPLE)), 1)
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "1"
    font = ImageFont.truetype(str(find_font()), 26 if width > 400 else 20)
    for number, text in enumerate(SAMPLE):
        pen.text((0, 36 * number), text, font=font, fill=0)
    return to_dots(picture)
