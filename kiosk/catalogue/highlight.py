"""Which part of a title a search found, on the toned text that people read."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.catalogue.fold import words_of


def highlight(title: str, words: Collection[str]) -> tuple[tuple[int, int], ...]:
    """The spans (start, end) of `title` that hold one of `words`, in order, never overlapping.

    Neighbouring words make one span, unless a line break parts them. `words` are small and NFC, as
    a hit has them: the search knows what was meant, so that "danh" is not taken for "đăng".
    """
    spans: list[tuple[int, int]] = []
    for word in words_of(title):
        if word.written not in words:
            continue
        between = title[spans[-1][1] : word.start] if spans else "\n"
        if "\n" not in between and not between.strip():
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(spans)
