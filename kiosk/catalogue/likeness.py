"""How alike two folded words are, so that one slip of the finger still finds."""

from __future__ import annotations

from difflib import SequenceMatcher

ALIKE = 0.74
"""One letter missing, doubled or swapped, or one wrong in a word of four letters or more."""

SHORTEST = 2
STRANGE_LETTERS = 2
"""One slip leaves at most so many letters that only one of the two words has."""


def likeness(part: str, word: str) -> float:
    """1 for the same word; difflib's ratio where one slip parts them; 0 for strangers.

    Nothing is remembered: what a person typed must not outlive the visit.
    """
    if part == word:
        return 1.0
    if min(len(part), len(word)) < SHORTEST or abs(len(part) - len(word)) > 1:
        return 0.0
    if len(set(part) ^ set(word)) > STRANGE_LETTERS:
        return 0.0
    return SequenceMatcher(None, part, word, autojunk=False).ratio()


def alike(part: str, word: str) -> bool:
    """Whether `part` is `word` but for one slip."""
    return likeness(part, word) >= ALIKE
