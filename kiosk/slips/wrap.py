"""Breaks a text into lines: by meaning where it says so, greedily elsewhere."""

from __future__ import annotations

from collections.abc import Callable

NO_BREAK = "\u00a0"
CUT_SHORT = "…"

Length = Callable[[str], float]


def wrap(
    text: str, room: float, length: Length, *, most: int = 0, balanced: bool = False
) -> list[str]:
    """Lines of at most `room`, measured by `length`.

    A newline breaks; a no-break space does not. The last line never holds a single word if the
    line above can spare one. A word wider than the paper is broken between letters. `balanced`
    makes the lines of a paragraph about equally long, for centred text. Beyond `most` lines
    (0: as many as it takes) the text ends with an ellipsis.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = _words(paragraph, room, length)
        lines += _balanced(words, room, length) if balanced else _fill(words, room, length)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut_short(lines[most - 1], room, length)]
    return [line.replace(NO_BREAK, " ") for line in lines]


def _fill(words: list[str], room: float, length: Length) -> list[str]:
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and length(" ".join([*lines[-1], word])) > room:
            lines.append([])
        lines[-1].append(word)
    _spare_a_word(lines, room, length)
    return [" ".join(line) for line in lines]


def _balanced(words: list[str], room: float, length: Length) -> list[str]:
    """The narrowest filling that needs no more lines than the widest one."""
    best = _fill(words, room, length)
    if len(best) == 1:
        return best
    narrow = max(length(word) for word in words)
    while narrow + 1 < room:
        middle = (narrow + room) / 2
        tried = _fill(words, middle, length)
        if len(tried) > len(best):
            narrow = middle
        else:
            best, room = tried, middle
    return best


def _words(paragraph: str, room: float, length: Length) -> list[str]:
    words: list[str] = []
    for word in paragraph.split(" "):
        rest = word
        while length(rest) > room and len(rest) > 1:
            fits = next(
                n for n in range(len(rest) - 1, 0, -1) if n == 1 or length(rest[:n]) <= room
            )
            cut = rest.rfind(NO_BREAK, 1, fits + 1)
            words.append(rest[: cut if cut > 0 else fits])
            rest = rest[cut + 1 if cut > 0 else fits :]
        words.append(rest)
    return words


def _spare_a_word(lines: list[list[str]], room: float, length: Length) -> None:
    if len(lines) < 2 or len(lines[-1]) != 1 or len(lines[-2]) < 2:
        return
    if NO_BREAK in lines[-1][0]:
        return
    moved = [lines[-2][-1], *lines[-1]]
    if length(" ".join(moved)) <= room:
        lines[-2:] = [lines[-2][:-1], moved]


def _cut_short(line: str, room: float, length: Length) -> str:
    words = line.split(" ")
    while len(words) > 1 and length(" ".join(words) + CUT_SHORT) > room:
        words.pop()
    return " ".join(words).rstrip(" ,.;:") + CUT_SHORT
