"""Search of guides and procedures by everyday words, with or without tones, as one types.

Words are looked up in folded columns (FTS5, bm25). Fewer than three finds, and trigrams bring
what is spelled alike, judged word by word (difflib), so that one slip still finds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.catalogue.breaks import plain
from kiosk.catalogue.fold import fold
from kiosk.catalogue.likeness import ALIKE, likeness
from kiosk.catalogue.procedures import Procedure
from kiosk.domain.guide import Audience, Guide, Hit
from kiosk.domain.text import Text

FEW = 3
"""Fewer certain finds than this, and what is only alike is shown after them."""

LONGEST = 120

IDLE_WORDS = frozenset(
    fold(
        "tôi mình muốn cần xin làm đi cho để ở đâu như thế nào gì hỏi về thủ tục một cái"
        " i want need to how do a an my get for of at where"
    ).split()
)
"""Words around the wish that say nothing of it; dropped when nothing holds them all."""

CODE = re.compile(r"\d\.\d{1,6}")
GUIDE_BONUS = 3.0
NAME_BONUS = 12.0
LIKELY = 0.6
VERY_LIKELY = 0.8
UNGUIDED = 0.9
STRANGE_WORD = 0.5
"""The weight of a word that no title and no name holds: it is a slip, or says nothing here."""

FIND_WORDS = (
    "SELECT rowid, -bm25(words, 10.0, 7.0, 1.5) FROM words WHERE words MATCH ?"
    " ORDER BY 2 DESC LIMIT 80"
)
FIND_PIECES = "SELECT rowid FROM pieces WHERE pieces MATCH ? ORDER BY rank LIMIT 80"


class _Entry:
    """One thing that can be found, with its folded texts."""

    __slots__ = (
        "audiences",
        "code",
        "codes",
        "guide_id",
        "names",
        "summary",
        "title",
        "titles",
        "worded",
        "words",
    )

    def __init__(self, row: Guide | Procedure) -> None:
        if isinstance(row, Guide):
            self.guide_id, self.title = row.id, row.title
            self.codes = (*row.codes, *row.former_codes)
            self.audiences = frozenset(row.audiences)
            titles = {plain(row.title.vi), plain(row.title.en)}
            self.names = tuple(fold(name) for name in row.keywords)
            unspaced = " ".join("".join(name.split()) for name in self.names)
            self.summary = f"{fold(row.summary.vi)} {fold(row.summary.en)} {unspaced}"
        else:
            self.guide_id, self.codes, self.title = "", (row.code,), Text(row.name, row.name)
            self.audiences = frozenset()
            titles, self.names, self.summary = {row.name}, (), fold(row.field)
        self.code = self.codes[0] if self.codes else ""
        self.titles = tuple(fold(title) for title in sorted(titles))
        self.worded = tuple(frozenset(name.split()) for name in (*self.titles, *self.names))
        self.words = frozenset().union(*self.worded)

    def fits(self, audience: Audience | None) -> bool:
        """A procedure known by name only says nothing of whom it is for, so it fits everyone."""
        return audience is None or not self.audiences or audience in self.audiences


class Search:
    """The index. It belongs to the thread that builds it; another one gets an error from SQLite.

    `file` keeps the index on disk instead of in memory; whatever it held before is replaced.
    """

    def __init__(
        self,
        guides: Sequence[Guide],
        procedures: Iterable[Procedure] = (),
        file: Path | None = None,
    ) -> None:
        from sqlite_utils import Database

        guided = {code for guide in guides for code in (*guide.codes, *guide.former_codes)}
        unguided = [row for row in procedures if row.code not in guided]
        rows: tuple[Guide | Procedure, ...] = (*guides, *unguided)
        self._entries = tuple(_Entry(row) for row in rows)
        if file is not None:
            file.unlink(missing_ok=True)
        self._guided = frozenset(range(len(guides)))
        self._known = frozenset(word for entry in self._entries for word in entry.words)
        self._database = Database(file) if file else Database(memory=True)
        self._build()

    def find(self, text: str, limit: int = 20, audience: Audience | None = None) -> tuple[Hit, ...]:
        """What `text` may mean, best first; nothing for empty text. A higher score is better."""
        typed = text[:LONGEST]
        if CODE.fullmatch(typed.strip()):
            return self._by_code(typed.strip(), limit, audience)
        words = fold(typed).split()
        if not words:
            return ()
        unfinished = not typed[-1:].isspace()
        certain = self._certain(words, unfinished)
        if not certain:
            words = _telling(words)
            certain = self._certain(words, unfinished)
        scores = dict(certain)
        if sum(self._entries[at].fits(audience) for at in certain) < FEW:
            floor = min(certain.values(), default=NAME_BONUS)
            for at, score in self._alike(words, VERY_LIKELY if certain else LIKELY).items():
                scores.setdefault(at, floor * score / 2)
        ranked = sorted(scores, key=lambda at: (-scores[at], at))
        fitting = [at for at in ranked if self._entries[at].fits(audience)]
        return tuple(_hit(self._entries[at], scores[at]) for at in fitting[:limit])

    def close(self) -> None:
        self._database.close()

    def _build(self) -> None:
        execute = self._database.execute
        execute(
            "CREATE VIRTUAL TABLE words USING fts5(title, names, summary,"
            " tokenize = 'unicode61', prefix = '2 3')"
        )
        execute("CREATE VIRTUAL TABLE pieces USING fts5(said, tokenize = 'trigram')")
        said = [
            (at, " . ".join(entry.titles), " . ".join(entry.names), entry.summary)
            for at, entry in enumerate(self._entries)
        ]
        with self._database.conn as connection:
            connection.executemany(
                "INSERT INTO words(rowid, title, names, summary) VALUES (?, ?, ?, ?)", said
            )
            connection.executemany(
                "INSERT INTO pieces(rowid, said) VALUES (?, ?)",
                ((at, f"{titles} . {names}") for at, titles, names, _ in said),
            )

    def _by_code(self, code: str, limit: int, audience: Audience | None) -> tuple[Hit, ...]:
        found = (
            entry
            for entry in self._entries
            if entry.fits(audience) and any(known.startswith(code) for known in entry.codes)
        )
        return tuple(_hit(entry, 100.0) for entry, _ in zip(found, range(limit), strict=False))

    def _certain(self, words: list[str], unfinished: bool) -> dict[int, float]:
        """Everything that holds all the words, the last one perhaps only begun."""
        terms = [f'"{word}"' for word in words]
        if unfinished:
            terms[-1] += "*"
        found = self._database.execute(FIND_WORDS, [" AND ".join(terms)])
        phrase = " ".join(words)
        return {at: rank + _closeness(self._entries[at], phrase) for at, rank in found}

    def _alike(self, words: list[str], least: float) -> dict[int, float]:
        """Entries that share pieces with the words, as far as their own words are alike: 0 to 1."""
        pieces = sorted({piece for word in words for piece in _pieces(word)})
        if not pieces:
            return {}
        sought = " OR ".join(f'"{piece}"' for piece in pieces)
        found = {at for (at,) in self._database.execute(FIND_PIECES, [sought])}
        entries = {at: self._entries[at] for at in found | self._guided}
        present = {word for entry in entries.values() for word in entry.words}
        wanted = [_Wanted(word, word in self._known, present) for word in dict.fromkeys(words)]
        judged = {at: _judge(entry, wanted, least) for at, entry in entries.items()}
        return {at: score for at, score in judged.items() if score >= least}


class _Wanted:
    """One word looked for, and how alike each word present is to it where it is alike at all."""

    __slots__ = ("near", "weight")

    def __init__(self, word: str, known: bool, present: set[str]) -> None:
        self.weight = 1.0 if known else STRANGE_WORD
        likenesses = ((other, likeness(word, other)) for other in present)
        self.near = {other: alike for other, alike in likenesses if alike >= ALIKE}


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in IDLE_WORDS] or words


def _pieces(word: str) -> Iterator[str]:
    return (word[at : at + 3] for at in range(len(word) - 2))


def _closeness(entry: _Entry, phrase: str) -> float:
    """What tells the wished-for from the merely related: its very name, or the words in a row."""
    bonus = GUIDE_BONUS if entry.guide_id else 0.0
    fuller = [name for name in (*entry.titles, *entry.names) if f" {phrase}" in f" {name}"]
    return bonus + NAME_BONUS * max((len(phrase) / len(name) for name in fuller), default=0.0)


def _judge(entry: _Entry, wanted: Sequence[_Wanted], least: float) -> float:
    """How much of what is looked for the entry holds, each word at least nearly: 0 to 1.

    Words that stand together in one name count in full, words strewn over several a little less,
    and a procedure without a guide a little less than a guide.
    """
    worth = 1.0 if entry.guide_id else UNGUIDED
    strewn = _covered(entry.words, wanted) * worth
    if strewn < least:
        return 0.0
    best = strewn * 0.9
    for own in entry.worded:
        fullness = min(1.0, len(wanted) / max(1, len(own)))
        best = max(best, _covered(own, wanted) * (0.9 + 0.1 * fullness) * worth)
    return best


def _covered(own: Collection[str], wanted: Sequence[_Wanted]) -> float:
    held = sum(
        word.weight * max((alike for other, alike in word.near.items() if other in own), default=0)
        for word in wanted
    )
    return held / sum(word.weight for word in wanted)


def _hit(entry: _Entry, score: float) -> Hit:
    return Hit(code=entry.code, guide_id=entry.guide_id, title=entry.title, score=round(score, 3))
