"""The slip's fonts, from Debian's packages: full Vietnamese, drawn without anti-aliasing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

ROOTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
FACES = {
    "semibold": ("OpenSans-Semibold.ttf", "OpenSans-SemiBold.ttf", "NotoSans-SemiBold.ttf"),
    "bold": ("OpenSans-Bold.ttf", "NotoSans-Bold.ttf"),
}
FALLBACKS = ("OpenSans-Bold.ttf", "NotoSans-Bold.ttf", "NotoSans-Regular.ttf", "DejaVuSans.ttf")
STYLES = {
    "small": ("semibold", 25, 33),
    "value": ("bold", 30, 38),
    "long": ("semibold", 26, 35),
    "office": ("bold", 31, 40),
    "section": ("bold", 34, 44),
    "code": ("bold", 38, 46),
    "date": ("bold", 42, 52),
    "title": ("bold", 46, 58),
    "long title": ("bold", 37, 47),
}
"""Face, size and line height in dots; no size under 25 dots."""

NARROW = {
    "code": 31,
    "title": 38,
    "long title": 32,
    "office": 29,
    "section": 31,
    "date": 40,
    "value": 29,
}
"""Sizes on paper of 58 mm, where the large ones would break."""


class FontsMissingError(Exception):
    """No font with Vietnamese letters is installed; the message names the package."""


class Fonts:
    """Opens each style once. `narrow` is for paper of 58 mm."""

    def __init__(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._open: dict[str, FreeTypeFont] = {}

    def style(self, name: str) -> tuple[FreeTypeFont, int]:
        """The font and the line height in dots. Raises FontsMissingError."""
        face, size, leading = STYLES[name]
        if self._narrow and name in NARROW:
            leading = round(leading * NARROW[name] / size)
            size = NARROW[name]
        if name not in self._open:
            from PIL import ImageFont

            self._open[name] = ImageFont.truetype(
                str(font_file(face)), size, layout_engine=ImageFont.Layout.BASIC
            )
        return self._open[name], leading


@cache
def font_file(face: str, roots: tuple[Path, ...] = ROOTS) -> Path:
    """The file of `face` ("semibold", "bold"), or the nearest to it. Raises FontsMissingError."""
    for name in (*FACES[face], *FALLBACKS):
        for root in roots:
            found = next(root.rglob(name), None)
            if found is not None:
                return found
    raise FontsMissingError("no font with Vietnamese letters: install the package fonts-open-sans")
