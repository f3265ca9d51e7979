"""A slip of the printer's own letters, for lines too slow for pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from printer.body import Body
from printer.letters import tcvn3
from printer.letters.glyphs import Glyphs
from printer.paper import Paper

_LINE_ROWS = 30
_MODULE_ROWS = 6


class Mode(Enum):
    """How letters get onto the paper. Neither is used before its strip has been confirmed."""

    TCVN3 = "tcvn3"
    GLYPHS = "glyphs"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; longer ones are continued by the printer. `large` is twice as high and wide."""

    text: str
    large: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that the printer draws itself: error correction M, six dots a module."""

    content: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """Lines and codes in one mode."""

    mode: Mode
    parts: tuple[Line | Code, ...]

    def body(self, paper: Paper) -> Body:
        """The commands. Raises glyphs.GlyphsFullError, or fonts.NoFontError in glyph mode."""
        glyphs = None
        pieces: list[bytes] = [b"\x1b3\x1e"]
        if self.mode is Mode.GLYPHS:
            glyphs = Glyphs("".join(p.text for p in self.parts if isinstance(p, Line)))
            pieces.append(glyphs.load())
        rows = 0
        for part in self.parts:
            if isinstance(part, Code):
                pieces.append(_qr(part.content))
                rows += 41 * _MODULE_ROWS
                continue
            encoded = glyphs.encode(part.text) if glyphs else tcvn3.encode(part.text)
            size = b"\x1d!\x11" if part.large else b"\x1d!\x00"
            place = b"\x1ba\x01" if part.centred else b"\x1ba\x00"
            pieces.append(place + size + b"\x1bt\x00" + encoded + b"\n")
            across = paper.width // (24 if part.large else 12)
            rows += (1 + len(part.text) // across) * _LINE_ROWS * (2 if part.large else 1)
        pieces.append(b"\x1b%\x00\x1ba\x00\x1d!\x00\x1bt\x00")
        return Body(tuple(pieces), rows)


def _qr(content: str) -> bytes:
    data = content.encode()
    store = b"\x1d(k" + (len(data) + 3).to_bytes(2, "little") + b"1P0" + data
    return (
        b"\x1ba\x01\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E1"
        + store
        + b"\x1d(k\x03\x001Q0"
    )
