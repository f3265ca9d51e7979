"""How alike two folded words are, so that one slip of the finger still finds."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.74
"""One letter missing, doubled or swapped, or one wrong in a word of four letters or more."""

SHORTEST = 2


@lru_cache(maxsize=4096)
def likeness(part: str, word: str) -> float:
    """1 for the same word, 0 for strangers; difflib's ratio in between, cheap ones ruled out."""
    if part == word:
        return 1.0
    if min(len(part), len(word)) < SHORTEST or abs(len(part) - len(word)) > 2:
        return 0.0
    if len(set(part) & set(word)) * 2 < min(len(part), len(word)):
        return 0.0
    return SequenceMatcher(None, part, word, autojunk=False).ratio()


def alike(part: str, word: str) -> bool:
    """Whether `part` is `word` but for one slip."""
    return likeness(part, word) >= ALIKE
