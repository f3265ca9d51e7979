"""The paper in a printer, and how long one waits for it."""

from __future__ import annotations

from dataclasses import dataclass

_SLOWEST_MM_PER_SECOND = 50
_USUAL_MM_PER_SECOND = 100


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper and the knife: dots across, dots to the inch, white rows before the cut.

    `to_knife` is the way from the head to the knife in rows. It need not be exact: too much is a
    little white paper, too little cuts the last lines off. Raises ValueError for a width no
    printer has.
    """

    width: int = 576
    dots_per_inch: int = 203
    margin: int = 24
    to_knife: int = 144
    full_cut: bool = False

    def __post_init__(self) -> None:
        if self.width % 8 or not 128 <= self.width <= 1024:
            raise ValueError(f"paper is 384, 512 or 576 dots wide, not {self.width}")

    def seconds(self, rows: int) -> float:
        """How long the slowest printer takes for that many rows."""
        return rows / self.dots_per_inch * 25.4 / _SLOWEST_MM_PER_SECOND

    def usual_seconds(self, rows: int) -> float:
        """How long an ordinary printer takes for that many rows and the cut."""
        return rows / self.dots_per_inch * 25.4 / _USUAL_MM_PER_SECOND + 0.5


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: `slip` beyond what bytes and length take by themselves, `answer` for a question.

    Printers have been seen to answer after 8 seconds while at work, hence 15. `boot` is the least
    that a printer needs to be back after a loss of power, which may have cost it its last counts.
    """

    slip: float = 15.0
    answer: float = 1.0
    boot: float = 2.0
