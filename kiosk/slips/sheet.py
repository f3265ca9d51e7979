"""Paper that grows downwards: text, rules, frames, boxes and codes in whole printer dots."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kiosk.slips import lotus
from kiosk.slips.fonts import Fonts
from kiosk.slips.qr import Modules
from kiosk.slips.wrap import wrap

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

MARGIN = 20
FOOT = 12
RULE = 3
FRAME_INSET = 22
QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""

QUIET_SIDES = 3.5
"""The same left and right: the unprinted edge of the paper adds the rest."""

TALLEST_CODE = 430
SMALLEST_MODULE = 2
NARROW_BELOW = 500
ROWS = 4000
INK, PAPER = 0, 1


class Sheet:
    """`at` is the next free row. What would come after the last row is left out.

    `module` is the largest number of dots a module of a code may have.
    """

    def __init__(self, width: int, module: int) -> None:
        from PIL import Image, ImageDraw

        self.at = 14
        self._width = width
        self._module = module
        self._image = Image.new("1", (width, ROWS), PAPER)
        self._pen = ImageDraw.Draw(self._image)
        self._pen.fontmode = "1"
        self._fonts = Fonts(narrow=width < NARROW_BELOW)

    @property
    def rows(self) -> int:
        """How long the paper is if it is cut now."""
        return min(self.at + FOOT, ROWS)

    def skip(self, rows: int) -> None:
        self.at += rows

    def text(
        self, text: str, style: str, *, centred: bool = False, inset: int = 0, most: int = 0
    ) -> None:
        """Writes `text` in at most `most` lines (0: as many as it takes), `inset` from the left."""
        font, leading = self._fonts.style(style)
        room, clean = self._room(inset), unicodedata.normalize("NFC", text)
        for line in wrap(clean, room, font.getlength, most=most, balanced=centred):
            if self.at + leading > ROWS:
                return
            self._write(line, font, leading, None if centred else MARGIN + inset)
            self.at += leading

    def lines(self, text: str, style: str, inset: int = 0) -> int:
        """How many lines `text` takes."""
        font, _ = self._fonts.style(style)
        return len(wrap(unicodedata.normalize("NFC", text), self._room(inset), font.getlength))

    def number(self, number: int, style: str) -> None:
        """A step's number beside the text that follows."""
        font, leading = self._fonts.style(style)
        self._write(f"{number}.", font, leading, MARGIN)

    def _room(self, inset: int) -> int:
        framed = FRAME_INSET if inset == FRAME_INSET else 0
        return self._width - 2 * MARGIN - inset - framed

    def _write(self, line: str, font: FreeTypeFont, leading: int, left: int | None) -> None:
        if left is None:
            left = round((self._width - font.getlength(line)) / 2)
        self._pen.text((left, self.at + leading // 2), line, font=font, fill=INK, anchor="lm")

    def rule(self, *, dashed: bool) -> None:
        self.skip(9)
        step = 10 if dashed else self._width
        for left in range(MARGIN, self._width - MARGIN, step):
            right = min(left + (6 if dashed else self._width), self._width - MARGIN) - 1
            self._pen.rectangle((left, self.at, right, self.at + RULE - 1), fill=INK)
        self.skip(RULE + 11)

    def frame(self, top: int, bottom: int) -> None:
        edges = (MARGIN, top, self._width - MARGIN - 1, bottom)
        self._pen.rounded_rectangle(edges, radius=12, outline=INK, width=RULE)

    def tick_box(self, top: int) -> None:
        edges = (MARGIN, top, MARGIN + 28, top + 28)
        self._pen.rounded_rectangle(edges, radius=4, outline=INK, width=RULE)

    def code(self, dark: Modules) -> None:
        """A QR code, whole dots a module, as large as allowed, with its quiet zone."""
        if not dark:
            return
        fits = (self._module, TALLEST_CODE // len(dark), self._widest(len(dark)))
        module = max(SMALLEST_MODULE, min(fits))
        left, top = (self._width - module * len(dark)) // 2, self.at + QUIET * module
        for row, line in enumerate(dark):
            for column, is_dark in enumerate(line):
                if is_dark:
                    x, y = left + column * module, top + row * module
                    self._pen.rectangle((x, y, x + module - 1, y + module - 1), fill=INK)
        self.at = top + module * (len(dark) + QUIET)

    def _widest(self, modules_across: int) -> int:
        return int(self._width / (modules_across + 2 * QUIET_SIDES))

    def lotus(self, height: int) -> None:
        """The mark, `height` dots high, as lines with round joints."""
        scale = height / lotus.SIZE
        left, thick = (self._width - height) / 2, max(RULE, round(lotus.STROKE * scale))
        for line in lotus.lines():
            points = [(left + x * scale, self.at + y * scale) for x, y in line]
            self._pen.line(points, fill=INK, width=thick, joint="curve")
            for x, y in (points[0], points[-1]):
                end = thick / 2 - 0.5
                self._pen.ellipse((x - end, y - end, x + end, y + end), fill=INK)
        self.skip(height)

    def cut(self) -> Image:
        """What has been drawn, with a little white below."""
        return self._image.crop((0, 0, self._width, self.rows))
