"""The morning's test page: every Vietnamese letter, sizes, a ruler, QR codes to be read back."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

from printer.fonts import find_font

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

QR_DOTS = (4, 5, 6)
"""Dots per module of the three codes; 6 reads best on worn heads, 5 is what 58 mm paper holds."""

SIZES = (20, 25, 32)
"""Heights of the sample lines in dots."""

_MARGIN = 16
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def vietnamese_letters() -> str:
    """The 134 letters beyond ASCII, small then capital, in NFC."""
    small = [
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưy"
        for tone in _TONES
        if not (vowel.isascii() and not tone)
    ]
    small.append("đ")
    return "".join(small) + "".join(small).upper()


def qr_content(dots: int) -> str:
    """What the test page's code of that size says when read back."""
    return f"PRINTER-TEST-{dots}"


def draw_test_page(width: int) -> bytes:
    """The page as a PNG for paper `width` dots wide. Raises fonts.NoFontError."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("1", (width, 2000), 1)
    pen = ImageDraw.Draw(page)
    pen.fontmode = "1"
    title = ImageFont.truetype(str(find_font(bold=True)), 40)
    body = ImageFont.truetype(str(find_font()), 26)
    small = ImageFont.truetype(str(find_font()), 20)

    y = 8
    pen.text((_MARGIN, y), "Trang in thử", font=title, fill=0)
    y += 56
    pen.text((_MARGIN, y), "Printer test page", font=body, fill=0)
    y = _letters(pen, y + 52, width, body)
    y = _sizes(pen, y + 8)
    y = _ruler(pen, y + 16, width, small)
    y = _codes(page, pen, y + 16, small)
    page = page.crop((0, 0, width, y + 8))
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _letters(pen: ImageDraw.ImageDraw, y: int, width: int, font: ImageFont.FreeTypeFont) -> int:
    """Letters in a grid of equal cells, so that a missing one is seen at once."""
    cell, step = 32, 42
    across = (width - 2 * _MARGIN) // cell
    letters = vietnamese_letters()
    half = len(letters) // 2
    for part in (letters[:half], letters[half:]):
        for number, letter in enumerate(part):
            row, column = divmod(number, across)
            place = (_MARGIN + column * cell + cell // 2, y + row * step)
            pen.text(place, letter, font=font, fill=0, anchor="ma")
        y += (half + across - 1) // across * step
    return y


def _sizes(pen: ImageDraw.ImageDraw, y: int) -> int:
    """The sizes slips are written in, regular and bold: the smallest must still be read."""
    from PIL import ImageFont

    for dots in SIZES:
        for bold in (False, True):
            font = ImageFont.truetype(str(find_font(bold=bold)), dots)
            pen.text((_MARGIN, y), f"{dots} điểm: Đường Huệ", font=font, fill=0)
            y += dots + dots // 2
    return y


def _ruler(pen: ImageDraw.ImageDraw, y: int, width: int, font: ImageFont.FreeTypeFont) -> int:
    """A tick every 8 dots: both outermost ones must be on the paper."""
    for x in (*range(0, width, 8), width - 1):
        high = 28 if x % 64 == 0 or x == width - 1 else 14
        pen.line((x, y, x, y + high), fill=0)
    pen.line((0, y, width - 1, y), fill=0)
    for x in range(64, width - 32, 128):
        pen.text((x, y + 32), str(x), font=font, fill=0, anchor="ma")
    pen.text((_MARGIN, y + 62), f"{width} điểm / dots", font=font, fill=0)
    return y + 94


def _codes(
    page: Image.Image, pen: ImageDraw.ImageDraw, y: int, font: ImageFont.FreeTypeFont
) -> int:
    x, lowest = 0, y
    for dots in QR_DOTS:
        code = _qr(qr_content(dots), dots)
        if x + code.width > page.width:
            x, y = 0, lowest
        page.paste(code, (x, y))
        middle = (x + code.width // 2, y + code.height)
        pen.text(middle, f"{dots} điểm", font=font, fill=0, anchor="ma")
        lowest = max(lowest, y + code.height + 24)
        x += code.width
    return lowest


def _qr(content: str, dots: int) -> Image.Image:
    """A code at error correction M, with the four white modules around it that readers need."""
    import qrcode
    from PIL import Image

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, box_size=1)
    code.add_data(content)
    rows = code.get_matrix()
    small = Image.new("1", (len(rows), len(rows)), 1)
    for y, row in enumerate(rows):
        for x, black in enumerate(row):
            if black:
                small.putpixel((x, y), 0)
    return small.resize((small.width * dots, small.height * dots), Image.Resampling.NEAREST)
