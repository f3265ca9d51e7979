"""What is wrong with a guide, said so that a ward officer can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place; while one is `fatal`, the kiosk cannot show the guide."""

    file: str
    place: str
    sentence: str
    fatal: bool = True

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.place, self.sentence) if part)
