"""What is wrong with a guide, said so that a ward officer can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Weight(IntEnum):
    """How bad it is. While a guide has a problem that is FATAL, the kiosk cannot show it."""

    FATAL = 0
    FAULT = 1
    WARNING = 2


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place: a file, its line (0: unknown), the field, what to do."""

    file: str
    place: str
    sentence: str
    weight: Weight = Weight.FATAL
    line: int = 0

    @property
    def fatal(self) -> bool:
        return self.weight is Weight.FATAL

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        said = f"(warning) {self.sentence}" if self.weight is Weight.WARNING else self.sentence
        return ": ".join(part for part in (where, self.place, said) if part)
