"""A name that its owner recognises and a neighbour in the queue does not."""

from __future__ import annotations

import unicodedata


def mask_name(name: str) -> str | None:
    """`NGUYỄN VĂN HÙNG` as `Nguyễn V** H***`: the family name, then first letters.

    None when there is no name. A name of one word shows only its first letter, and a name never
    comes back as it was.
    """
    words = [_written(word) for word in unicodedata.normalize("NFC", name).split()]
    if not words:
        return None
    first, *others = words
    if not others:
        return first[0] + "*" * max(1, len(first) - 1)
    hidden = [word[0] + "*" * (len(word) - 1) for word in others]
    if all(len(word) == 1 for word in others):
        hidden = ["*"] * len(others)
    return " ".join([first, *hidden])


def _written(word: str) -> str:
    return word[0].upper() + word[1:].lower()
