"""How people speak, from words/speech.toml: words around the wish, and words that say the same."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

from kiosk.catalogue.fold import fold, words_of
from kiosk.catalogue.problem import Problem, Weight

SPEECH_FILE = Path("words", "speech.toml")


@dataclass(frozen=True, slots=True)
class Speech:
    """`fillers` are written words. `same` gives for a word the words of other places for it.

    `forms` leads to the words of `same` from the folded ones. `phrases` are pairs of which at
    least one has several words; each stands both ways.
    """

    fillers: frozenset[str] = frozenset()
    same: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()

    def variants(self, name: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """`name`, word by word, with one phrase after the other said as elsewhere."""
        for phrase, other in self.phrases:
            if phrase[0] not in name:
                continue
            at = name.index(phrase[0])
            if tuple(name[at : at + len(phrase)]) == phrase:
                yield (*name[:at], *other, *name[at + len(phrase) :])


def load_speech(folder: Path) -> Speech:
    """The speech of a folder of guides; nothing where it has none, or one that cannot be read."""
    try:
        read = tomllib.loads((folder / SPEECH_FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Speech()
    same: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    phrases = []
    for row in _rows(read.get("same")):
        for one, other in permutations(map(_written, row), 2):
            if len(one) == len(other) == 1:
                same[one[0]] += other
            elif one and other:
                phrases.append((one, other))
    forms: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for form in same:
        forms[fold(form)] += (form,)
    fillers = frozenset(word for text in _texts(read.get("fillers")) for word in _written(text))
    return Speech(fillers, dict(same), dict(forms), tuple(phrases))


def speech_problems(folder: Path) -> Iterator[Problem]:
    """What keeps a folder's speech from being used; nothing where it has none of its own."""
    file = folder / SPEECH_FILE
    if not file.is_file():
        return
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as cause:
        yield Problem(file.name, "", f"cannot be read: {cause}", Weight.FAULT)
    except tomllib.TOMLDecodeError as cause:
        yield Problem(file.name, "", f"is not TOML: {cause}", Weight.FAULT)
    else:
        for name in sorted(read.keys() - {"fillers", "same"}):
            yield Problem(file.name, name, "is none of fillers, same", Weight.FAULT)
        for at, row in enumerate(_rows(read.get("same")), start=1):
            if len(row) < 2:
                yield Problem(file.name, f"same[{at}]", "needs two words or more", Weight.FAULT)


def _written(text: str) -> tuple[str, ...]:
    return tuple(word.written for word in words_of(text))


def _rows(value: object) -> Iterator[tuple[str, ...]]:
    return (_texts(row) for row in value) if isinstance(value, list) else iter(())


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()
