"""The names of everything that can be found, word by word, and how much each word tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from kiosk.catalogue.breaks import plain
from kiosk.catalogue.fold import fold, marks, words_of
from kiosk.catalogue.speech import Speech
from kiosk.catalogue.spelling import Spelling
from kiosk.domain.guide import Guide
from kiosk.domain.procedure import Procedure

FILLER = 0.12
"""What a word around the wish weighs, of what it would weigh otherwise."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry. `said` is how the guide writes it, `weight` what its words tell.

    Where a phrase is said otherwise elsewhere, `words` say it so.
    """

    entry: int
    said: str
    is_title: bool
    words: tuple[str, ...]
    weight: float


class Index:
    """Guides first, then the procedures without one; an entry is its place among them.

    Words are keyed as written (small, NFC). `forms` leads to them from the folded ones, `marks`
    are theirs; `guides_names`, `other_names` and `guides_with` lead on to names and to guides, and
    `mentioned_in` from a folded word to the guides that only speak of it. `title_words` are those
    of each entry.
    """

    def __init__(
        self, guides: Sequence[Guide], procedures: Sequence[Procedure], speech: Speech
    ) -> None:
        self.speech = speech
        self.forms: dict[str, list[str]] = {}
        self.marks: dict[str, frozenset[str]] = {}
        self._folded: dict[str, str] = {}
        named = [
            (entry, said, at < 2, self._learn(said))
            for entry, guide in enumerate(guides)
            for at, said in enumerate(_names(guide))
        ]
        self.guides_with = _listed((word, entry) for entry, _, _, form in named for word in form)
        self._weights = self._weigh(len(guides))
        named += [
            (entry, row.name, True, self._learn(row.name))
            for entry, row in enumerate(procedures, start=len(guides))
        ]
        self.names: list[Name] = []
        for entry, said, is_title, words in named:
            variants = speech.variants(words) if entry < len(guides) else ()
            for form in (words, *variants):
                for word in form:
                    self._know(word)
                weight = sum(map(self.weight_of, form))
                self.names.append(Name(entry, said, is_title, form, weight))
        self.guides_names = self._names_with(range(len(guides)))
        self.other_names = self._names_with(range(len(guides), len(guides) + len(procedures)))
        self.mentioned_in = _listed(
            (word, entry) for entry, guide in enumerate(guides) for word in _body(guide)
        )
        self.title_words = [frozenset[str]()] * (len(guides) + len(procedures))
        for name in self.names:
            if name.is_title:
                self.title_words[name.entry] |= set(name.words)
        self._follows = frozenset(
            (self._folded[one], self._folded[two])
            for name in self.names
            for one, two in pairwise(name.words)
        )
        self._sorted = sorted(self.forms)
        self.spelling = Spelling(self.forms)

    def folded(self, written: str) -> str:
        return self._folded[written]

    def weight_of(self, written: str) -> float:
        """How much a known word tells: the fewer guides are called by it, the more."""
        weight = self._weights.get(self._folded[written], self._rarest)
        return weight * (FILLER if written in self.speech.fillers else 1.0)

    def beginning_with(self, part: str) -> Iterator[str]:
        """The folded words that begin with `part`, in order."""
        for at in range(bisect_left(self._sorted, part), len(self._sorted)):
            if not self._sorted[at].startswith(part):
                return
            yield self._sorted[at]

    def parted(self, glued: str) -> tuple[str, ...]:
        """Folded words that stand in a row somewhere and make up `glued`: "khaisinh"."""
        for at in range(len(glued) - 1, 1, -1):
            first, rest = glued[:at], glued[at:]
            if first not in self.forms:
                continue
            if (first, rest) in self._follows:
                return (first, rest)
            more = self.parted(rest)
            if more and (first, more[0]) in self._follows:
                return (first, *more)
        return ()

    def says_no_more(self, name: Name, guide: Guide) -> bool:
        """Whether all of `name` stands in the guide's own title."""
        titles = (set(fold(title).split()) for title in (guide.title.vi, guide.title.en))
        own = set(fold(name.said).split())
        return any(own <= title for title in titles)

    def _names_with(self, entries: range) -> dict[str, tuple[int, ...]]:
        return _listed(
            (word, at)
            for at, name in enumerate(self.names)
            if name.entry in entries
            for word in name.words
        )

    def _weigh(self, guides: int) -> dict[str, float]:
        self._rarest = log(1 + (guides + 1) / 0.5)
        return {
            folded: log(1 + (guides + 1) / (0.5 + len(self._guides_of(forms))))
            for folded, forms in self.forms.items()
        }

    def _guides_of(self, forms: Sequence[str]) -> set[int]:
        return {entry for form in forms for entry in self.guides_with.get(form, ())}

    def _learn(self, said: str) -> tuple[str, ...]:
        words = words_of(said)
        for word in words:
            self._know(word.written, word.folded)
        return tuple(word.written for word in words)

    def _know(self, written: str, folded: str = "") -> None:
        if written not in self._folded:
            self._folded[written] = folded = folded or words_of(written)[0].folded
            self.marks[written] = marks(written)
            self.forms.setdefault(folded, []).append(written)


def _listed(pairs: Iterator[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Each word with its places, each place once."""
    listed: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for word, place in pairs:
        listed[word][place] = None
    return {word: tuple(places) for word, places in listed.items()}


def _names(guide: Guide) -> tuple[str, ...]:
    return (plain(guide.title.vi), plain(guide.title.en), *guide.keywords)


def _body(guide: Guide) -> Iterator[str]:
    """The folded words of what the guide's pages say, in both languages."""
    texts = [guide.summary, guide.who]
    texts += [question.ask for question in guide.questions]
    texts += [text for q in guide.questions for c in q.choices for text in (c.label, c.reason)]
    texts += [document.name for document in guide.documents]
    texts += [text for step in guide.steps for text in (step.title, *step.actions)]
    yield from fold(" ".join(said for text in texts for said in (text.vi, text.en))).split()
