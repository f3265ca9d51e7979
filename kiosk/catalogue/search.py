"""Search of guides and procedures by everyday words, with or without tones, as one types.

Every name is weighed by the words it shares with what was typed: how much of the wish it holds,
how much of it the wish holds, and whether the words stand in the same order. A guide is worth its
best name, and a little for the words that its other names and its pages hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice, pairwise

from kiosk.catalogue.index import Index, Name
from kiosk.catalogue.query import Wanted, understand
from kiosk.catalogue.speech import Speech
from kiosk.domain.guide import Audience, Guide
from kiosk.domain.hit import Hit, Why
from kiosk.domain.procedure import Procedure
from kiosk.domain.text import Text

LONGEST = 120
CODE = re.compile(r"\d\.\d{1,6}")
CLEAR, MARKED = 0.7, 0.55
"""From here on a meaning is likely enough to be looked for in what pages say; to be marked."""

BASE, FULLNESS, ORDER = 0.4, 0.4, 0.2
"""The shares of a name's worth: that it holds the wish, that it holds little else, in order."""

STREWN, MENTIONED = 0.35, 0.5
"""The worth of words held by several names together, and of those that only the pages hold."""

UNGUIDED = 0.78
"""A procedure without a guide stands behind the guides that are called nearly as well."""

FAINT, BESIDE, BEHIND = 0.12, 0.4, 0.25
"""What holds less of the wish than this, or is worth so much less than the best, is not shown: a
guide beside it, a procedure behind it."""

LITTLE = 0.06
"""A word that weighs less of the wish than this finds nothing by itself."""

HALF, NEARLY = 0.5, 0.75
"""A guide's name that holds less than half as much as the best one is passed over; a procedure's,
which comes behind, already when it holds notably less."""

CLOSER = 40
"""So many names are compared word by word."""


class Search:
    """The index and its ranking. It keeps nothing of what is looked for."""

    def __init__(
        self,
        guides: Sequence[Guide],
        procedures: Iterable[Procedure] = (),
        speech: Speech | None = None,
    ) -> None:
        guided = {code for guide in guides for code in (*guide.codes, *guide.former_codes)}
        unguided = [row for row in procedures if row.code not in guided]
        self._rows: tuple[Guide | Procedure, ...] = (*guides, *unguided)
        self._guides = len(guides)
        self._index = Index(guides, unguided, speech or Speech())

    def find(self, text: str, limit: int = 20, audience: Audience | None = None) -> tuple[Hit, ...]:
        """What `text` may mean, best first; nothing for empty text. A higher score is better."""
        typed = text[:LONGEST]
        if CODE.fullmatch(typed.strip()):
            return tuple(islice(self._by_code(typed.strip(), audience), limit))
        wanted = understand(typed, self._index)
        whole = sum(word.weight for word in wanted)
        if not whole:
            return ()
        named = self._named(wanted, whole)
        strewn = self._strewn(wanted, whole)
        scores = {
            entry: named.get(entry, (0.0, None))[0] + STREWN * strewn.get(entry, 0.0)
            for entry in (*named, *strewn)
            if _fits(self._rows[entry], audience)
        }
        best = max(scores.values(), default=0.0)
        least = (max(FAINT, BESIDE * best), max(FAINT, BEHIND * best))
        seen = (pair for pair in scores.items() if pair[1] >= least[pair[0] >= self._guides])
        shown = self._ranked(nlargest(limit, seen, _score), wanted)
        return tuple(
            self._hit(
                entry,
                score,
                named.get(entry, (0.0, None))[1],
                _meant(wanted, self._index.title_words[entry]),
            )
            for entry, score in shown
        )

    def _ranked(
        self, scored: list[tuple[int, float]], wanted: Sequence[Wanted]
    ) -> list[tuple[int, float]]:
        """Best first; of equal ones that whose title holds more of the wish, then the plainer."""

        def rank(pair: tuple[int, float]) -> tuple[float, float, int, int]:
            entry, score = pair
            title = self._index.title_words[entry]
            return round(score, 3), round(_held(wanted, title), 3), -len(title), -entry

        return sorted(scored, key=rank, reverse=True)

    def _by_code(self, code: str, audience: Audience | None) -> Iterator[Hit]:
        for row in self._rows:
            if not _fits(row, audience):
                continue
            if isinstance(row, Procedure):
                if row.code.startswith(code):
                    yield _of_procedure(row, 100.0, Why.CODE)
                continue
            known = {**dict.fromkeys(row.former_codes, Why.FORMER_CODE),
                     **dict.fromkeys(row.codes, Why.CODE)}  # fmt: skip
            bears = next((own for own in known if own.startswith(code)), None)
            if bears is not None:
                yield _of_guide(row, 100.0, known[bears], bears)

    def _named(self, wanted: Sequence[Wanted], whole: float) -> dict[int, tuple[float, Name]]:
        """For each entry the worth of its best name, and that name.

        The most telling words come first; a procedure's name is looked at only if it holds them.
        """
        index = self._index
        guides: dict[int, float] = {}
        others: dict[int, float] = {}
        for word in sorted(wanted, key=lambda word: -word.weight):
            telling = word.weight >= LITTLE * whole or not guides
            _add(guides, word, index.guides_names, grow=telling)
            _add(others, word, index.other_names, grow=not others)
        best: dict[int, tuple[float, Name]] = {}
        for kind, gate, worth in ((guides, HALF, 1.0), (others, NEARLY, UNGUIDED)):
            for fit, at in self._nearest(kind, gate):
                name = index.names[at]
                in_order = ORDER * _order(name, wanted) * kind[at]
                score = (fit + in_order) * worth / whole
                if score > best.get(name.entry, (0.0, name))[0]:
                    best[name.entry] = (score, name)
        return best

    def _nearest(self, totals: dict[int, float], gate: float) -> list[tuple[float, int]]:
        """The names that hold the most of the wish and little else, the order not looked at."""
        least, names = max(totals.values(), default=0.0) * gate, self._index.names
        fits = (
            (total * (BASE + FULLNESS * min(1.0, total / names[at].weight)), at)
            for at, total in totals.items()
            if total >= least
        )
        return nlargest(CLOSER, fits)

    def _strewn(self, wanted: Sequence[Wanted], whole: float) -> dict[int, float]:
        """How much of the wish each guide holds in all its names and pages: 0 to 1."""
        index = self._index
        total: dict[int, float] = {}
        for word in wanted:
            held: dict[int, float] = {}
            for written, likely in word.means.items():
                if likely >= CLEAR:
                    mentioned = index.mentioned_in.get(index.folded(written), ())
                    held.update(dict.fromkeys(mentioned, likely * MENTIONED))
            for written, likely in word.means.items():
                held.update(dict.fromkeys(index.guides_with.get(written, ()), likely))
            for entry, likely in held.items():
                total[entry] = total.get(entry, 0.0) + likely * word.weight
        return {entry: held / whole for entry, held in total.items()}

    def _hit(self, entry: int, score: float, name: Name | None, words: frozenset[str]) -> Hit:
        row = self._rows[entry]
        if isinstance(row, Procedure):
            return _of_procedure(row, score, Why.TITLE, words)
        if name is None:
            return _of_guide(row, score, Why.TEXT, "", words)
        if name.is_title or self._index.says_no_more(name, row):
            return _of_guide(row, score, Why.TITLE, "", words)
        return _of_guide(row, score, Why.NAME, name.said, words)


def _add(
    totals: dict[int, float], word: Wanted, places: Mapping[str, tuple[int, ...]], *, grow: bool
) -> None:
    """Adds what of `word` each name holds; without `grow` only to names that hold another one."""
    held: dict[int, float] = {}
    for written, likely in word.means.items():
        held.update(dict.fromkeys(places.get(written, ()), likely))
    if grow and totals:
        for at, likely in held.items():
            totals[at] = totals.get(at, 0.0) + likely * word.weight
    elif grow:
        totals.update({at: likely * word.weight for at, likely in held.items()})
    else:
        for at in totals.keys() & held.keys():
            totals[at] += held[at] * word.weight


def _score(pair: tuple[int, float]) -> tuple[float, int]:
    entry, score = pair
    return score, -entry


def _held(wanted: Sequence[Wanted], title: frozenset[str]) -> float:
    """How much of the wish a title holds."""
    best = (
        word.weight * max((word.means[written] for written in title & word.means.keys()), default=0)
        for word in wanted
    )
    return sum(best)


def _fits(row: Guide | Procedure, audience: Audience | None) -> bool:
    """A procedure known by name only says nothing of whom it is for, so it fits everyone."""
    return audience is None or isinstance(row, Procedure) or audience in row.audiences


def _meant(wanted: Sequence[Wanted], title: frozenset[str]) -> frozenset[str]:
    """Of a title's words, for each typed one the likeliest, if it is likely at all."""
    found: set[str] = set()
    for word in wanted:
        here = {written: word.means[written] for written in title & word.means.keys()}
        best = max(here.values(), default=0.0)
        if best >= MARKED:
            found |= {written for written, likely in here.items() if likely == best}
    return frozenset(found)


def _order(name: Name, wanted: Sequence[Wanted]) -> float:
    """How many of the pairs of words typed in a row stand in a row in the name: 0 to 1."""
    if len(wanted) == 1:
        return 1.0
    rows = list(pairwise(name.words))
    held = whole = 0.0
    for one, two in pairwise(wanted):
        both = one.weight + two.weight
        whole += both
        for first, second in rows:
            if first in one.means and second in two.means:
                held += both * one.means[first] * two.means[second]
                break
    return held / whole


def _of_guide(
    row: Guide, score: float, why: Why, said: str, words: frozenset[str] = frozenset()
) -> Hit:
    code = row.codes[0] if row.codes else ""
    return Hit(code, row.id, row.title, round(score, 3), why, said, words)


def _of_procedure(
    row: Procedure, score: float, why: Why, words: frozenset[str] = frozenset()
) -> Hit:
    title = Text(row.name, row.name)
    return Hit(row.code, "", title, round(score, 3), why, words=words, procedure=row)
