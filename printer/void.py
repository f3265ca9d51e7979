"""Strips with large words: one makes an unfinished slip worthless, one marks a second copy."""

from __future__ import annotations

from printer.escpos import commands
from printer.escpos.bands import to_bands
from printer.escpos.picture import to_dots
from printer.fonts import NoFontError, find_font

STRIP_ROWS = 112
"""The height of either strip."""


def void_strip(width: int) -> bytes:
    """The strip's bytes for paper `width` dots wide, without the cut.

    Drawn; on a machine without fonts it is plain letters of the printer, because a strip must
    always come out.
    """
    return _strip(width, "HỦY / VOID", commands.feed(24) + b"*** HUY / VOID ***\n" * 3)


def reprint_strip(width: int) -> bytes:
    """What stands above a slip that is printed because a person said the first did not come."""
    return _strip(width, "BẢN IN LẠI", b"*** BAN IN LAI / REPRINT ***\n")


def _strip(width: int, words: str, plain: bytes) -> bytes:
    try:
        font_file = find_font(bold=True)
    except NoFontError:
        return plain
    from PIL import Image, ImageDraw, ImageFont

    strip = Image.new("1", (width, STRIP_ROWS), 1)
    pen = ImageDraw.Draw(strip)
    pen.fontmode = "1"
    font = ImageFont.truetype(str(font_file), 56)
    for row in (4, STRIP_ROWS - 10):
        pen.rectangle((0, row, width - 1, row + 5), fill=0)
    pen.text((width / 2, STRIP_ROWS / 2 - 2), words, font=font, fill=0, anchor="mm")
    return b"".join(to_bands(to_dots(strip)))
