"""Which part of a title a query found, on the toned text that people read."""

from __future__ import annotations

from kiosk.catalogue.fold import fold, folded_words
from kiosk.catalogue.likeness import alike


def highlight(title: str, query: str) -> tuple[tuple[int, int], ...]:
    """The spans (start, end) of `title` that `query` matches, in order and never overlapping.

    Neighbouring words make one span, unless a line break parts them. The last word of the query
    may be unfinished: "khai si" marks "khai sinh". A word with one typing slip still marks.
    """
    wanted = fold(query).split()
    spans: list[tuple[int, int]] = []
    for word, start, end in folded_words(title):
        if not any(_marks(part, word, part is wanted[-1]) for part in wanted):
            continue
        between = title[spans[-1][1] : start] if spans else "\n"
        if "\n" not in between and not between.strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def _marks(part: str, word: str, unfinished: bool) -> bool:
    return part == word or (unfinished and word.startswith(part)) or alike(part, word)
