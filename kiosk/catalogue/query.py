"""What a typed text may mean: for each of its words, the known words and how likely they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.catalogue.fold import Word, marks, words_of
from kiosk.catalogue.index import FILLER, Index
from kiosk.catalogue.leftovers import composed

COMPOSED = 0.97
"""A word out of Telex or VNI keys that nobody composed."""

ELSEWHERE = 0.93
"""A word that says the same in another place."""

OTHER_MARKS = 0.6
"""A word with other marks than those typed; marks that were left out speak against nothing."""

BEGUN = 0.55
"""A word of which only the first letters are typed; the more of it, the nearer to 1."""

NEAR_KNOWN = 0.58
"""How much less a slip is believed in when what was typed is a word itself."""

AS_SURE = 0.9
"""Of meanings about as likely as the likeliest, the commonest says how much the word weighs."""

STRANGE = 1.0
"""The weight of a word that nothing holds."""


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """One word: its weight, and the known words it may mean, least likely first, each 0 to 1."""

    weight: float
    means: dict[str, float]


def understand(text: str, index: Index) -> tuple[Wanted, ...]:
    """The words of `text`, the last one perhaps only begun."""
    typed = words_of(text)
    wanted: list[Wanted] = []
    for word in typed:
        begun = word is typed[-1] and not text[-1:].isspace()
        parts = () if word.folded in index.forms else index.parted(word.folded)
        if parts:
            wanted += (_wanted(Word(part, part), False, index) for part in parts)
        else:
            wanted.append(_wanted(word, begun, index))
    return tuple(wanted)


def _wanted(word: Word, begun: bool, index: Index) -> Wanted:
    means: dict[str, float] = {}
    for written, likely in _meanings(word, begun, index):
        if likely > means.get(written, 0.0):
            means[written] = likely
    if not means:
        filler = word.written in index.speech.fillers
        return Wanted(STRANGE * (FILLER if filler else 1.0), {})
    ordered = sorted(means.items(), key=lambda pair: pair[1])
    sure = ordered[-1][1] * AS_SURE
    weight = min(index.weight_of(written) for written, likely in ordered if likely >= sure)
    return Wanted(weight, dict(ordered))


def _meanings(word: Word, begun: bool, index: Index) -> Iterator[tuple[str, float]]:
    readings = [(word, 1.0)]
    if word.folded not in index.forms:
        unkeyed = (words_of(text) for text in composed(word.written))
        readings += ((words[0], COMPOSED) for words in unkeyed if words)
    known = any(reading.folded in index.forms for reading, _ in readings)
    for reading, surety in readings:
        typed = marks(reading.written)
        for written in index.forms.get(reading.folded, ()):
            yield written, surety * (1.0 if typed <= index.marks[written] else OTHER_MARKS)
        for written in _said_elsewhere(reading, index):
            yield written, surety * ELSEWHERE
        if begun:
            for written, share in _begun(reading.folded, index):
                fits = typed <= index.marks[written]
                yield written, surety * share * (1.0 if fits else OTHER_MARKS)
    for folded, alike in index.spelling.near(word.folded).items():
        for written in index.forms[folded]:
            yield written, alike * (NEAR_KNOWN if known else 1.0)


def _begun(part: str, index: Index) -> Iterator[tuple[str, float]]:
    """Words beginning with `part`; one letter alone could be too many, so it must be a guide's."""
    for folded in index.beginning_with(part):
        share = BEGUN + (1 - BEGUN) * len(part) / len(folded)
        for written in index.forms[folded]:
            if len(part) > 1 or written in index.guides_with:
                yield written, share


def _said_elsewhere(word: Word, index: Index) -> Iterable[str]:
    """What is said for `word` elsewhere; typed without marks, it may be any word that folds so."""
    same = index.speech.same
    forms = index.speech.forms.get(word.folded, ()) if word.written == word.folded else ()
    said = (other for form in {word.written, *forms} for other in same.get(form, ()))
    return (other for other in said if other in index.marks)
