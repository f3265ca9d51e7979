"""Draws a slip as a one-bit picture: exact Vietnamese on any printer, no dither, no anti-alias.

Sizes are in printer dots, 8 to the millimetre, for 576 dots; narrower paper keeps the type and
narrows the lines, because words must stay readable.
"""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from kiosk.domain.slip import (
    Block,
    Box,
    Field,
    Headline,
    Item,
    Paragraph,
    QrCode,
    Rule,
    Section,
    Slip,
)
from kiosk.slips.fonts import Fonts
from kiosk.slips.lotus import PETALS, PETALS_SIZE
from kiosk.slips.qr import modules
from kiosk.slips.wrap import wrap

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

MARGIN = 20
RULE = 3
QUIET_MODULES = 4
LARGEST_MODULE = 7
LARGEST_QR = 420
LONGEST_ROWS = 4000
INK, PAPER = 0, 1


def draw(slip: Slip, width: int) -> Image:
    """The slip as a picture of mode "1", `width` dots wide (384, 512 or 576).

    Raises FontsMissingError when no font with Vietnamese letters is installed.
    """
    sheet = _Sheet(width)
    for block in slip.blocks:
        _draw_block(sheet, block)
    return sheet.cut()


def png(image: Image) -> bytes:
    """The picture as a PNG file's bytes."""
    out = BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


def _draw_block(sheet: _Sheet, block: Block) -> None:
    match block:
        case Headline():
            _headline(sheet, block)
        case Rule(dashed=dashed):
            sheet.rule(dashed=dashed)
        case Field():
            sheet.text(block.label, "small")
            sheet.text(block.value, "code" if block.large else "value")
            sheet.skip(10)
        case Box():
            _box(sheet, block)
        case Section(title=title):
            sheet.text(title, "section")
            sheet.skip(6)
        case Item():
            _item(sheet, block)
        case QrCode():
            sheet.skip(8)
            sheet.qr(block.content)
            sheet.text(block.caption, "value", centred=True)
            sheet.skip(6)
        case Paragraph(text=text, centred=centred):
            sheet.text(text, "small", centred=centred)
        case _:
            assert_never(block)


def _headline(sheet: _Sheet, block: Headline) -> None:
    sheet.lotus()
    sheet.text(block.office.upper(), "office", centred=True)
    sheet.text(block.province, "small", centred=True)
    sheet.skip(6)
    sheet.text(block.title.upper(), "title", centred=True)
    sheet.text(block.note, "small", centred=True)
    sheet.skip(4)


def _box(sheet: _Sheet, block: Box) -> None:
    top = sheet.at
    sheet.skip(14)
    sheet.text(block.label, "small", inset=22)
    sheet.text(block.value, "date", inset=22)
    if block.note:
        sheet.text(block.note, "value", inset=22)
    sheet.skip(14)
    sheet.frame(top, sheet.at)
    sheet.skip(14)


def _item(sheet: _Sheet, block: Item) -> None:
    top = sheet.at
    if block.number:
        sheet.text(f"{block.number}.", "value", advance=False)
    else:
        sheet.tick_box(top + 5)
    sheet.text(block.text, "value", inset=46)
    if block.note:
        sheet.text(block.note, "small", inset=46)
    sheet.skip(10)


class _Sheet:
    """Paper that grows downwards; `at` is the next free row."""

    def __init__(self, width: int) -> None:
        from PIL import Image, ImageDraw

        self._width = width
        self._image = Image.new("1", (width, LONGEST_ROWS), PAPER)
        self._pen = ImageDraw.Draw(self._image)
        self._pen.fontmode = "1"
        self._fonts = Fonts(narrow=width < 500)
        self.at = 12

    def skip(self, rows: int) -> None:
        self.at += rows

    def text(
        self,
        text: str,
        style: str,
        *,
        centred: bool = False,
        inset: int = 0,
        advance: bool = True,
    ) -> None:
        """Wraps and writes; what would not fit on the longest slip is left out."""
        font, leading = self._fonts.style(style)
        room = self._width - 2 * MARGIN - (2 * inset if style == "date" else inset)
        top = self.at
        for line in wrap(unicodedata.normalize("NFC", text), room, font.getlength):
            if self.at + leading > LONGEST_ROWS:
                return
            self._write(line, font, leading, centred=centred, inset=inset)
            self.at += leading
        if not advance:
            self.at = top

    def _write(
        self, line: str, font: FreeTypeFont, leading: int, *, centred: bool, inset: int
    ) -> None:
        left = MARGIN + inset
        if centred:
            left = round((self._width - font.getlength(line)) / 2)
        self._pen.text((left, self.at + leading // 2), line, font=font, fill=INK, anchor="lm")

    def rule(self, *, dashed: bool) -> None:
        self.skip(8)
        step = 10 if dashed else self._width
        for left in range(MARGIN, self._width - MARGIN, step):
            right = min(left + (6 if dashed else self._width), self._width - MARGIN) - 1
            self._pen.rectangle((left, self.at, right, self.at + RULE - 1), fill=INK)
        self.skip(RULE + 10)

    def frame(self, top: int, bottom: int) -> None:
        edges = (MARGIN, top, self._width - MARGIN - 1, bottom)
        self._pen.rounded_rectangle(edges, radius=12, outline=INK, width=RULE)

    def tick_box(self, top: int) -> None:
        self._pen.rounded_rectangle(
            (MARGIN, top, MARGIN + 28, top + 28), radius=4, outline=INK, width=RULE
        )

    def qr(self, content: str) -> None:
        """Whole dots a module, as large as the paper allows, four modules of quiet."""
        code = modules(content)
        if not code:
            return
        across = len(code) + 2 * QUIET_MODULES
        room = min(LARGEST_QR // len(code), self._width // across)
        module = max(2, min(LARGEST_MODULE, room))
        left = (self._width - module * len(code)) // 2
        top = self.at + QUIET_MODULES * module // 2
        for row, line in enumerate(code):
            for column, dark in enumerate(line):
                if dark:
                    x, y = left + column * module, top + row * module
                    self._pen.rectangle((x, y, x + module - 1, y + module - 1), fill=INK)
        self.at = top + module * (len(code) + QUIET_MODULES)

    def lotus(self) -> None:
        """The mark, as lines."""
        height = 84
        scale = height / PETALS_SIZE
        left = (self._width - height) / 2
        for petal in PETALS:
            points = [(left + x * scale, self.at + y * scale) for x, y in petal]
            self._pen.line(points, fill=INK, width=4, joint="curve")
        self.skip(height + 6)

    def cut(self) -> Image:
        return self._image.crop((0, 0, self._width, min(self.at + 12, LONGEST_ROWS)))
