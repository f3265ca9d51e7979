"""How long a text of a guide may be: what the pages and both widths of slip have room for.

Measured by tests/ui/test_fullest_guide.py, which fills every text to its limit.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """`letters` at most: of each line where its breaks are set by hand, else of the whole text."""

    letters: int
    lines: int = 1
    words: int = 0
    by_line: bool = False
    heading: bool = False

    @property
    def vi(self) -> str:
        """The limit as the editor shows it."""
        each = f"{self.lines} dòng, mỗi dòng {self.letters} chữ"
        size = each if self.by_line else f"{self.letters} chữ"
        return f"Tối đa {size}, {self.words} từ." if self.words else f"Tối đa {size}."


TITLE = Limit(letters=26, lines=2, by_line=True, heading=True)
ASK = Limit(letters=24, lines=2, by_line=True, heading=True)
SHORT = Limit(letters=12, lines=2, by_line=True)
NAME = Limit(letters=14, lines=2, by_line=True)
EXAMPLES = Limit(letters=28)
VALUE = Limit(letters=15, words=2)
CONDITION = Limit(letters=30)
GOOD_NEWS = Limit(letters=76, lines=2)
NOTICE = Limit(letters=90, lines=2)
LABEL = Limit(letters=24, words=5)
ROW = Limit(letters=40)
LINE = Limit(letters=52)
SENTENCES = Limit(letters=110)
WHERE = Limit(letters=170)
ACTION = Limit(letters=80)
CHECKER = Limit(letters=60)
