"""The printer's own letters: styles, code pages, glyphs loaded by the sender, lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from printer.letters.tcvn3 import TABLES
from printer.simulator.paper import Paper

CODE_PAGES = {
    0: "cp437",
    2: "cp850",
    3: "cp860",
    4: "cp863",
    5: "cp865",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
    19: "cp858",
    27: "cp1258",
    30: "tcvn-3 small",
    31: "tcvn-3 capital",
}
"""The pages of ESC t that can be drawn."""

_FONTS = (
    "/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
)
_CELLS = {0: (12, 24), 1: (9, 17)}
LINE = 30


@dataclass(slots=True)
class Style:
    """Everything ESC @ sets back."""

    page: int = 0
    font: int = 0
    bold: bool = False
    wide: int = 1
    tall: int = 1
    align: int = 0
    left: int = 0
    line: int = LINE
    unit: float = 1.0
    own_glyphs: bool = False


@dataclass(slots=True)
class Line:
    """The print buffer: what waits side by side for the next feed."""

    pieces: list[Image.Image] = field(default_factory=list)

    @property
    def width(self) -> int:
        return sum(piece.width for piece in self.pieces)

    @property
    def height(self) -> int:
        return max((piece.height for piece in self.pieces), default=0)

    def onto(self, paper: Paper, style: Style) -> None:
        """Stamp the pieces at the head, aligned, on one foot line; then the buffer is empty."""
        room = paper.width - style.left - self.width
        x = style.left + max(0, (0, room // 2, room)[style.align])
        for piece in self.pieces:
            paper.stamp(piece, x, paper.y + self.height - piece.height)
            x += piece.width
        self.pieces.clear()


def cell(style: Style) -> tuple[int, int]:
    """Width and height of one letter in dots, before enlarging."""
    return _CELLS[style.font]


def draw(byte: int, style: Style, glyphs: dict[int, Image.Image]) -> Image.Image:
    """One letter as a mode "1" picture; a byte its page does not know is a black frame."""
    width, height = cell(style)
    if style.own_glyphs and byte in glyphs:
        letter = glyphs[byte]
    else:
        letter = _letter(bytes([byte]), CODE_PAGES.get(style.page, "cp437"), width, height)
    if style.bold:
        thick = letter.copy()
        thick.paste(0, (1, 0), Image.eval(letter.convert("L"), lambda shade: 255 - shade))
        letter = thick
    if (style.wide, style.tall) == (1, 1):
        return letter
    return letter.resize((letter.width * style.wide, letter.height * style.tall))


@cache
def _letter(byte: bytes, page: str, width: int, height: int) -> Image.Image:
    picture = Image.new("1", (width, height), 1)
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "1"
    try:
        text = _decode(byte, page)
    except UnicodeDecodeError:
        pen.rectangle((1, 3, width - 2, height - 4), outline=0)
        return picture
    pen.text((0, height - 6), text, font=_font(int(height / 1.2)), fill=0, anchor="ls")
    return picture


def _decode(byte: bytes, page: str) -> str:
    if page.startswith("tcvn-3") and not byte.isascii():
        return TABLES[30 if page.endswith("small") else 31][byte[0] - 0x80]
    return byte.decode("ascii" if page.startswith("tcvn-3") else page)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name in _FONTS:
        if Path(name).is_file():
            return ImageFont.truetype(name, size)
    return ImageFont.load_default(size)
