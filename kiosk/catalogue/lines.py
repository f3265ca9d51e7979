"""On which line a field of a TOML file stands, so that a problem can be found in an editor.

The standard library's reader does not tell. This follows headings and the names before "=", which
is enough for the files people write here; a place it does not know is line 0.
"""

from __future__ import annotations

import re
from collections import Counter

HEADING = re.compile(r"\s*(\[\[?)\s*([\w.\-\"]+)\s*\]")
ASSIGNMENT = re.compile(r"\s*([\w\-]+|\"[^\"]+\")\s*=")
ITEM = re.compile(r"\s*\{")
LAST_PART = re.compile(r"\.?[^.]+$")


def lines_of(text: str) -> dict[str, int]:
    """The line (from 1) of each place as a `Problem` names it: ``step[2].actions[1]``."""
    found: dict[str, int] = {}
    rows: Counter[str] = Counter()
    table = field = ""
    items = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := HEADING.match(line):
            table, field = _place(heading[2].replace('"', ""), heading[1] == "[[", rows), ""
            found.setdefault(table, number)
            found.setdefault(re.sub(r"\[\d+\]$", "", table), number)
        elif assignment := ASSIGNMENT.match(line):
            name = assignment[1].strip('"')
            field, items = f"{table}.{name}" if table else name, 0
            found.setdefault(field, number)
        elif field and ITEM.match(line):
            items += 1
            found.setdefault(f"{field}[{items}]", number)
    return found


def line_of(place: str, lines: dict[str, int]) -> int:
    """The line of `place`, or of the nearest thing around it; 0 when nothing is known."""
    while place:
        if place in lines:
            return lines[place]
        shorter = LAST_PART.sub("", place)
        bare = re.sub(r"\[\d+\]$", "", place)
        place = bare if bare != place else shorter
    return 0


def _place(name: str, listed: bool, rows: Counter[str]) -> str:
    """``question.choice`` under the second question becomes ``question[2].choice[1]``."""
    parts, place = name.split("."), ""
    for at, part in enumerate(parts):
        place = f"{place}.{part}" if place else part
        last = at == len(parts) - 1
        if last and listed:
            rows[place] += 1
        if rows[place]:
            place = f"{place}[{rows[place]}]"
    return place
