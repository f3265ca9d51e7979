"""Text as search sees it: small letters, no tones, đ as d. "Đăng ký" and "dang ky" are one."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """`text` folded, every run of spaces, breaks and marks between words as one space."""
    return " ".join(WORD.findall("".join(letter for letter, _ in _letters(text))))


def folded_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """Each folded word of `text` with where it begins and ends in `text` itself."""
    letters = _letters(text)
    folded = "".join(letter for letter, _ in letters)
    places = [at for _, at in letters] + [len(text)]
    return tuple(
        (match[0], places[match.start()], _end(text, places[match.end() - 1]))
        for match in WORD.finditer(folded)
    )


def _letters(text: str) -> list[tuple[str, int]]:
    """Folded letters, each with the place in `text` that it came from."""
    return [
        (base, at)
        for at, letter in enumerate(text)
        for base in unicodedata.normalize("NFD", letter.casefold()).replace("đ", "d")
        if not unicodedata.combining(base)
    ]


def _end(text: str, last: int) -> int:
    """Just behind the letter at `last`, its loose tone marks included."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
