"""Finds, among the fonts of the system, one that has every Vietnamese letter."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "PRINTER_FONTS"
"""Environment variable: folders to look in first, separated by colons."""

PACKAGES = "fonts-open-sans or fonts-noto-core"
"""The Debian packages to install when no font is found."""

_FOLDERS = (
    Path("/usr/share/fonts/truetype/open-sans"),
    Path("/usr/share/fonts/truetype/noto"),
    Path("/usr/local/share/fonts"),
)
_REGULAR = ("OpenSans-Regular.ttf", "NotoSans-Regular.ttf")
_BOLD = ("OpenSans-Bold.ttf", "NotoSans-Bold.ttf")


class NoFontError(Exception):
    """No suitable font is installed. The message says what to install."""


def find_font(*, bold: bool = False) -> Path:
    """The font file to draw with, Open Sans before Noto Sans. Raises NoFontError."""
    named = [Path(folder) for folder in os.environ.get(VARIABLE, "").split(":") if folder]
    for name in _BOLD if bold else _REGULAR:
        for folder in (*named, *_FOLDERS):
            if (folder / name).is_file():
                return folder / name
    raise NoFontError(f"no font with Vietnamese letters was found; install {PACKAGES}")
