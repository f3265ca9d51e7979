"""No-break spaces, put in by the program so that an officer types ordinary ones.

A compound (khai sinh, căn cước) and a number with its unit (3 ngày) never part at a line's end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

NO_BREAK = "\u00a0"


class Binder:
    """Binds the compounds, units and words before numbers that ``words.toml`` lists."""

    def __init__(
        self,
        compounds: Iterable[str] = (),
        units: Iterable[str] = (),
        before_numbers: Iterable[str] = (),
    ) -> None:
        self._compounds = _any_of(compounds, r"(?<!\w)(?:{})(?!\w)")
        self._units = _any_of(units, r"(?<=\d) (?=(?:{})(?!\w))")
        self._before = _any_of(before_numbers, r"(?<!\w)(?:{}) (?=\d)")

    def bind(self, text: str) -> str:
        """`text` in NFC, no spaces at the ends of its lines, and bound; a hand-set break stays."""
        lines = unicodedata.normalize("NFC", text).strip().split("\n")
        bound = "\n".join(line.strip() for line in lines)
        for pattern in (self._compounds, self._units, self._before):
            if pattern is not None:
                bound = pattern.sub(lambda match: match[0].replace(" ", NO_BREAK), bound)
        return bound

    def parted(self, text: str) -> tuple[str, ...]:
        """The compounds that a hand-set line break in `text` pulls apart."""
        if self._compounds is None:
            return ()
        joined = " ".join(text.replace(NO_BREAK, " ").split("\n"))
        seams = [at for at, letter in enumerate(text) if letter == "\n"]
        return tuple(
            match[0]
            for match in self._compounds.finditer(joined)
            if any(match.start() < seam < match.end() for seam in seams)
        )


def plain(text: str) -> str:
    """`text` on one line with ordinary spaces, for lists, JSON and search."""
    return " ".join(text.split())


def _any_of(words: Iterable[str], pattern: str) -> re.Pattern[str] | None:
    """Longest first, so that "hộ kinh doanh" is not taken for "kinh doanh"."""
    listed = sorted({unicodedata.normalize("NFC", word) for word in words}, key=len, reverse=True)
    if not listed:
        return None
    return re.compile(pattern.format("|".join(map(re.escape, listed))), re.IGNORECASE)
