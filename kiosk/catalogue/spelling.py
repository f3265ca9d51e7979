"""Folded words that are one slip of the finger or of the ear away from a known one.

Nothing is remembered of what is asked: what a person typed must not outlive the visit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

SWAPPED, LETTER_MORE_OR_LESS, OTHER_LETTER, SOUNDS_ALIKE = 0.85, 0.8, 0.7, 0.85
SHORT = 3
SHORT_WORD = 0.75
"""In words of three letters one letter is much: what is alike counts so much less."""

HEARD = (
    (re.compile(r"^tr"), "ch"),
    (re.compile(r"^s(?!h)"), "x"),
    (re.compile(r"^(?:gi(?=[aeouy])|d|r|v)"), "z"),
    (re.compile(r"^n(?![gh])"), "l"),
    (re.compile(r"^k(?!h)|^c(?!h)"), "q"),
    (re.compile(r"ng?$"), "n"),
    (re.compile(r"[ct]$"), "t"),
    (re.compile(r"y$"), "i"),
)
"""Sounds that some place in Vietnam does not tell apart, and so spells one for the other."""


class Spelling:
    """The known words, to be found by words spelled nearly like them."""

    def __init__(self, known: Iterable[str]) -> None:
        self._short: defaultdict[str, list[str]] = defaultdict(list)
        self._heard: defaultdict[str, list[str]] = defaultdict(list)
        for word in known:
            if len(word) >= SHORT and not word.isdigit():
                self._heard[_heard(word)].append(word)
                for shorter in {word, *_shortened(word)}:
                    self._short[shorter].append(word)

    def near(self, word: str) -> dict[str, float]:
        """Known words other than `word` that it may be meant for, and how alike they are.

        Two letters may only be three of which one was missed.
        """
        if len(word) < SHORT - 1 or any(char.isdigit() for char in word):
            return {}
        if len(word) < SHORT:
            return {other: _alike(word, other) for other in self._short.get(word, ())}
        found = dict.fromkeys(self._heard.get(_heard(word), ()), SOUNDS_ALIKE)
        for shorter in {word, *_shortened(word)}:
            for other in self._short.get(shorter, ()):
                found[other] = max(found.get(other, 0.0), _alike(word, other))
        found.pop(word, None)
        return {other: alike for other, alike in found.items() if alike}


def _heard(word: str) -> str:
    for sound, same in HEARD:
        word = sound.sub(same, word)
    return word


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _alike(word: str, other: str) -> float:
    """How alike two words are that differ by one slip; 0 when it is more than one."""
    if len(word) != len(other):
        alike = LETTER_MORE_OR_LESS
    else:
        at = [place for place, (one, two) in enumerate(zip(word, other, strict=True)) if one != two]
        if len(at) == 1:
            alike = OTHER_LETTER
        elif len(at) == 2 and at[1] == at[0] + 1 and word[at[0]] == other[at[1]]:
            alike = SWAPPED if word[at[1]] == other[at[0]] else 0.0
        else:
            return 0.0
    return alike * (SHORT_WORD if min(len(word), len(other)) <= SHORT else 1.0)
