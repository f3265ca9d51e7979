"""The table as pictures and lists, so that docs/visit.md cannot say anything else than the code.

`python -m kiosk.visit.diagram` shows the document, `--write docs/visit.md` brings it up to date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kiosk.visit.looking_up import OPEN_TO_SCANS
from kiosk.visit.pages import Page
from kiosk.visit.table import EVERYWHERE, TABLE, Rule

WIDE = 6
"""A rule that may lead to more pages than this returns to where the person was."""

BEFORE, ANY, SCANNING = "PageBefore", "AnyPage", "OpenToScans"
NAMED = {
    ANY: "any page of a visit",
    BEFORE: "the page before",
    SCANNING: ", ".join(page.value for page in Page if page in OPEN_TO_SCANS),
}
"""States of the pictures that stand for several pages, and what is written on them."""

PICTURES: Mapping[str, tuple[Page, ...]] = {
    "From the first touch to a guide": (
        Page.ATTRACT,
        Page.HOME,
        Page.OPENING,
        Page.SERVICES,
        Page.SEARCH,
        Page.PROCEDURE,
        Page.QUESTION,
        Page.SERVICE,
        Page.STEPS,
        Page.CHECKLIST,
        Page.PHONE,
    ),
    "Looking a dossier up": (
        Page.CODE,
        Page.SECRET,
        Page.ASKING,
        Page.RESULT,
        Page.TROUBLE,
        Page.HANDOVER,
    ),
    "Paper": (Page.PRINTING, Page.PRINTED, Page.UNCERTAIN, Page.QR_INSTEAD),
    "Help, time and the end": (Page.HELP, Page.IDLE, Page.RATE, Page.SORRY),
}
"""Which picture shows what leaves a page. Every page is in exactly one."""

HEAD = """\
# The visit

<!-- Generated from kiosk/visit/table.py. Do not edit; run:
     python -m kiosk.visit.diagram --write docs/visit.md -->

One person's visit is a table: a page and an event give the next page and what is asked for.
`kiosk/visit/table.py` is that table, `machine.step(visit, event)` is the only reader of it, and
nothing else decides where a person goes. Moves are pure functions; what they ask for
(`kiosk/visit/asks.py`) runs elsewhere and comes back as one more event.

An event that has no rule on a page changes nothing, and a button that would send it is drawn as
not usable. A move may stay where it is: a refused code stays on Code, an answer with an old ticket
is dropped. Back is left out of the pictures: it leads to the page before, in questions and steps
to the one before, and from the first page after Home it wipes like Home does.
"""


def document() -> str:
    """The whole of docs/visit.md."""
    parts = [HEAD, "\n## Pictures\n"]
    for title, pages in PICTURES.items():
        parts.append(f"\n### {title}\n\n```mermaid\n{_picture(_arrows(pages))}```\n")
    parts.append(f"\n### On many pages\n\n```mermaid\n{_picture(_arrows_everywhere())}```\n")
    parts.append("\n## Rules of one page\n\n")
    parts.append("A page's own rule comes before one that holds on many pages.\n\n")
    parts.extend(_rows(("Page", "Event", "Leads to", "Move"), _own_rules()))
    parts.append("\n## Rules that hold on many pages\n\n")
    parts.extend(_rows(("Event", "On", "Leads to", "Move"), _shared_rules()))
    return "".join(parts)


def _picture(arrows: Iterable[tuple[str, str, str]]) -> str:
    """Arrows between the same two states become one, with every event on it."""
    events: dict[tuple[str, str], list[str]] = {}
    for start, end, event in arrows:
        events.setdefault((start, end), []).append(event)
    states = {state for ends in events for state in ends}
    lines = ["stateDiagram-v2"]
    lines += [
        f'    state "{words}" as {state}' for state, words in NAMED.items() if state in states
    ]
    lines += [f"    {a} --> {b}: {', '.join(named)}" for (a, b), named in events.items()]
    return "\n".join(lines) + "\n"


def _arrows(pages: tuple[Page, ...]) -> Iterator[tuple[str, str, str]]:
    if Page.ATTRACT in pages:
        yield "[*]", Page.ATTRACT.value, "switched on"
    for page in pages:
        for (start, event), rule in TABLE.items():
            if start is page and event.__name__ != "BackWanted":
                yield from ((page.value, end, event.__name__) for end in _ends(rule))


def _arrows_everywhere() -> Iterator[tuple[str, str, str]]:
    for event, (pages, rule) in EVERYWHERE.items():
        start = SCANNING if frozenset(pages) == OPEN_TO_SCANS else ANY
        yield from ((start, end, event.__name__) for end in _ends(rule))


def _ends(rule: Rule) -> tuple[str, ...]:
    return (BEFORE,) if len(rule.to) > WIDE else tuple(page.value for page in rule.to)


def _own_rules() -> Iterator[tuple[str, ...]]:
    for page in Page:
        for (start, event), rule in TABLE.items():
            if start is page:
                yield page.value, event.__name__, _words(rule), _move(rule)


def _shared_rules() -> Iterator[tuple[str, ...]]:
    for event, (pages, rule) in EVERYWHERE.items():
        others = [page.value for page in Page if page not in pages]
        named = ", ".join(page.value for page in pages)
        where = f"all but {', '.join(others)}" if len(others) < len(pages) else named
        yield event.__name__, where, _words(rule), _move(rule)


def _words(rule: Rule) -> str:
    if len(rule.to) > WIDE:
        return "the page before"
    return ", ".join(page.value for page in rule.to) or "(stays)"


def _move(rule: Rule) -> str:
    return f"`{rule.do.__module__.rpartition('.')[2]}.{rule.do.__name__}`"


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cells)} |\n"


def main(words: list[str] | None = None) -> int:
    """Shows the document, or writes it. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.visit.diagram", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write it here instead")
    file: Path | None = parser.parse_args(words).write
    if file is None:
        sys.stdout.write(document())
        return 0
    try:
        file.write_text(document(), encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"{file}: {(error.strerror or 'cannot be written').lower()}.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
