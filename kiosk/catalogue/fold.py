"""Text as search sees it: small letters, no tones, đ as d. "Đăng ký" and "dang ky" are one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MARK = re.compile("[\u0300-\u036f]+")
PLAIN = re.compile(r"[a-z0-9]+")
WRITTEN = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")


@dataclass(frozen=True, slots=True, repr=False)
class Word:
    """One word as folded and as written, small and NFC, and where it stands in its text."""

    folded: str
    written: str
    start: int = 0
    end: int = 0


def fold(text: str) -> str:
    """`text` folded, every run of spaces, breaks and marks between words as one space."""
    return " ".join(PLAIN.findall(_bare(text)))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order."""
    found = []
    for match in WRITTEN.finditer(text):
        written = unicodedata.normalize("NFC", match[0].casefold())
        folded = "".join(PLAIN.findall(_bare(written)))
        if folded:
            found.append(Word(folded, written, match.start(), match.end()))
    return tuple(found)


def marks(written: str) -> frozenset[str]:
    """Tones, hats, horns and bars of a word, wherever they sit: "hoà" and "hòa" have the same."""
    spread = unicodedata.normalize("NFD", written)
    return frozenset(char for char in spread if char == "đ" or unicodedata.combining(char))


def _bare(text: str) -> str:
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold())
    return MARK.sub("", spread).replace("đ", "d")
