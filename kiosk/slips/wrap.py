"""Breaks a text into lines: by meaning where it says so, greedily elsewhere."""

from __future__ import annotations

from collections.abc import Callable

NO_BREAK = "\u00a0"


def wrap(text: str, room: float, length: Callable[[str], float]) -> list[str]:
    """Lines of at most `room`, measured by `length`.

    A newline breaks; a no-break space does not. The last line never holds a single word if the
    line above can spare one. A word wider than the paper is broken between letters.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _fill(paragraph, room, length)
    return [line.replace(NO_BREAK, " ") for line in lines]


def _fill(paragraph: str, room: float, length: Callable[[str], float]) -> list[str]:
    lines: list[list[str]] = [[]]
    for word in _words(paragraph, room, length):
        if lines[-1] and length(" ".join([*lines[-1], word])) > room:
            lines.append([])
        lines[-1].append(word)
    _spare_a_word(lines, room, length)
    return [" ".join(line) for line in lines]


def _words(paragraph: str, room: float, length: Callable[[str], float]) -> list[str]:
    words: list[str] = []
    for whole in paragraph.split(" "):
        rest = whole
        while length(rest) > room and len(rest) > 1:
            fits = _fitting(rest, room, length)
            cut = rest.rfind(NO_BREAK, 0, fits + 1)
            words.append(rest[: cut if cut > 0 else fits])
            rest = rest[cut + 1 if cut > 0 else fits :]
        words.append(rest)
    return words


def _fitting(word: str, room: float, length: Callable[[str], float]) -> int:
    """How many of its letters fit; one at least."""
    return next(n for n in range(len(word) - 1, 0, -1) if n == 1 or length(word[:n]) <= room)


def _spare_a_word(lines: list[list[str]], room: float, length: Callable[[str], float]) -> None:
    if len(lines) < 2 or len(lines[-1]) != 1 or len(lines[-2]) < 3:
        return
    moved = [lines[-2][-1], *lines[-1]]
    if length(" ".join(moved)) <= room:
        lines[-2:] = [lines[-2][:-1], moved]
