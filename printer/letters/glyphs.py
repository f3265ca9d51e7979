"""Glyphs of our own: each Vietnamese letter of a page is drawn and loaded into the printer.

ESC & overwrites the printer's own letters one by one; a page needs few enough of them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from printer.fonts import find_font

CELL = 12, 24
"""Dots across and down of the printer's font A."""

_SLOTS = [
    code for code in range(0x21, 0x7F) if not chr(code).isalnum() and chr(code) not in ".,:/-"
]
_MORE = [code for code in range(0x21, 0x7F) if code not in _SLOTS]


class GlyphsFullError(ValueError):
    """A page uses more different letters than the printer can be taught."""


class Glyphs:
    """The letters of one page. Raises GlyphsFullError, or fonts.NoFontError without a font.

    A slot whose own letter the page uses is not taken.
    """

    def __init__(self, text: str) -> None:
        text = unicodedata.normalize("NFC", text)
        plain = {ord(letter) for letter in text if letter.isascii()}
        free = [code for code in (*_SLOTS, *_MORE) if code not in plain]
        wanted = sorted({letter for letter in text if not letter.isascii()})
        if len(wanted) > len(free):
            raise GlyphsFullError(f"{len(wanted)} letters, but the printer has {len(free)} slots")
        self._codes = dict(zip(wanted, free, strict=False))

    def load(self) -> bytes:
        """The bytes that teach the printer its letters and switch them on."""
        out = bytearray()
        for letter, code in self._codes.items():
            across, _ = CELL
            out += b"\x1b&\x03" + bytes([code, code, across]) + _columns(letter)
        return bytes(out) + b"\x1b%\x01"

    def encode(self, text: str) -> bytes:
        normal = unicodedata.normalize("NFC", text)
        return bytes(self._codes.get(letter) or ord(letter) for letter in normal)


@cache
def _columns(letter: str) -> bytes:
    """One letter as 12 columns of 24 dots, the top dot in the highest bit; wide ones squeezed."""
    across, down = CELL
    drawn = Image.new("L", (across * 2, down), 0)
    pen = ImageDraw.Draw(drawn)
    font = ImageFont.truetype(str(find_font()), 20)
    pen.text((across, down - 5), letter, font=font, fill=255, anchor="ms")
    left, _, right, _ = drawn.getbbox() or (0, 0, across, down)
    ink = drawn.crop((left, 0, right, down))
    if ink.width > across:
        ink = ink.resize((across, down))
    cell = Image.new("L", CELL, 0)
    cell.paste(ink, ((across - ink.width) // 2, 0))
    dots = cell.point([0] * 96 + [255] * 160, "1")
    return dots.transpose(Image.Transpose.TRANSPOSE).tobytes()
