"""The strip that makes an unfinished slip worthless before it is cut off."""

from __future__ import annotations

from printer.escpos import commands
from printer.escpos.bands import to_bands
from printer.escpos.picture import to_dots
from printer.fonts import NoFontError, find_font

_HEIGHT = 112
_WORDS = "HỦY / VOID"


def void_strip(width: int) -> bytes:
    """The strip's bytes for paper `width` dots wide, without the cut.

    Drawn; on a machine without fonts it is plain letters of the printer, because a strip must
    always come out.
    """
    try:
        font_file = find_font(bold=True)
    except NoFontError:
        return commands.feed(24) + b"*** HUY / VOID ***\n" * 3
    from PIL import Image, ImageDraw, ImageFont

    strip = Image.new("1", (width, _HEIGHT), 1)
    pen = ImageDraw.Draw(strip)
    pen.fontmode = "1"
    font = ImageFont.truetype(str(font_file), 56)
    for row in (4, _HEIGHT - 10):
        pen.rectangle((0, row, width - 1, row + 5), fill=0)
    pen.text((width / 2, _HEIGHT / 2 - 2), _WORDS, font=font, fill=0, anchor="mm")
    return to_bands(to_dots(strip))
