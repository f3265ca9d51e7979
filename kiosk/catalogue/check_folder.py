"""Everything `kiosk guides check` looks at: the guides, their words, the pictures they name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.catalogue.load import EVENTS_FILE, load_catalogue, read_binder
from kiosk.catalogue.problem import Problem
from kiosk.catalogue.wording import check_wording
from kiosk.domain.guide import Guide


def check_folder(folder: Path, today: date | None = None) -> tuple[Problem, ...]:
    """Every problem of a folder of guides, sorted by file.

    Icons and pictures are looked for in the folders beside it, where those exist.
    """
    catalogue = load_catalogue(folder, today)
    icons, pictures = _drawn(folder.parent / "icons"), _drawn(folder.parent / "pictures")
    named = [(EVENTS_FILE, event.id, event.icon, icons) for event in catalogue.events]
    for guide in catalogue.guides:
        file = f"{guide.id}.toml"
        named += [(file, place, icon, icons) for place, icon in _icons(guide)]
        named += [(file, place, picture, pictures) for place, picture in _pictures(guide)]
    missing = [
        Problem(file, place, f'nothing is drawn under the name "{name}"', fatal=False)
        for file, place, name, drawn in named
        if drawn and name not in drawn
    ]
    binder = read_binder(folder, [])
    worded = [
        problem
        for guide in catalogue.guides
        for problem in check_wording(guide, f"{guide.id}.toml", binder)
    ]
    return tuple(sorted((*catalogue.problems, *missing, *worded)))


def _drawn(folder: Path) -> frozenset[str]:
    return frozenset(file.stem for file in folder.glob("*.svg"))


def _icons(guide: Guide) -> list[tuple[str, str]]:
    choices = [
        (f"question[{at}].choice[{row}].icon", choice.icon)
        for at, question in enumerate(guide.questions, start=1)
        for row, choice in enumerate(question.choices, start=1)
    ]
    return [("icon", guide.icon), *choices]


def _pictures(guide: Guide) -> list[tuple[str, str]]:
    asked = [
        (f"question[{at}].picture", question.picture)
        for at, question in enumerate(guide.questions, start=1)
    ]
    shown = [(f"step[{at}].picture", step.picture) for at, step in enumerate(guide.steps, start=1)]
    return [(place, picture) for place, picture in (*asked, *shown) if picture]
