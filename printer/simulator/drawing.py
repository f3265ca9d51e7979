"""The printer's pen: what is written and placed lands on the paper under the head."""

from __future__ import annotations

from PIL import Image

from printer.simulator import text
from printer.simulator.paper import Paper, black_on_white


class Drawing:
    """Style, line buffer and loaded glyphs over one paper. All sizes in dots."""

    def __init__(self, paper: Paper) -> None:
        self.style = text.Style()
        self._paper = paper
        self._line = text.Line()
        self._glyphs: dict[int, Image.Image] = {}

    def reset(self) -> None:
        """ESC @: back to the style of power-on; an unprinted line and loaded glyphs are gone."""
        self.style = text.Style()
        self._line.pieces.clear()
        self._glyphs.clear()

    def write(self, byte: int) -> None:
        letter = text.draw(byte, self.style, self._glyphs)
        if self.style.left + self._line.width + letter.width > self._paper.width:
            self.end_line()
        self._line.pieces.append(letter)

    def add(self, piece: Image.Image) -> None:
        """Put a picture into the line, beside the letters."""
        self._line.pieces.append(piece)

    def load_glyph(self, code: int, data: bytes, across: int, deep: int) -> None:
        glyph = Image.new("1", text.cell(self.style), 1)
        if data:
            glyph.paste(from_columns(data, across, deep), (0, 0))
        self._glyphs[code] = glyph

    def end_line(self) -> None:
        rows = max(self.style.line, self._line.height)
        self._line.onto(self._paper, self.style)
        self._paper.feed(rows)

    def flush(self) -> None:
        if self._line.pieces:
            self.end_line()

    def feed(self, rows: int) -> None:
        """Print the line and move on by `rows` instead of by a line."""
        self._line.onto(self._paper, self.style)
        self._paper.feed(rows)

    def place(self, picture: Image.Image) -> None:
        """Print a picture on rows of its own."""
        self.flush()
        text.Line([picture]).onto(self._paper, self.style)
        self._paper.feed(picture.height)

    def end_strip(self, margin: int) -> None:
        """Print what is left of the line, and feed for the knife."""
        self.flush()
        self._paper.feed(margin)


def from_columns(data: bytes, across: int, deep: int) -> Image.Image:
    """Column data (top dot in the highest bit) as a picture `deep` times 8 rows high."""
    if not across:
        return Image.new("1", (1, deep * 8), 1)
    return black_on_white(data, deep, across).transpose(Image.Transpose.TRANSPOSE)
