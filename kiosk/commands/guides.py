"""``kiosk guides check|preview|show|import``: the guides as those who keep them see them."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from kiosk import app
from kiosk.catalogue.as_text import as_text
from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.load import load_catalogue
from kiosk.catalogue.problem import Weight
from kiosk.catalogue.procedures import read_procedures, save_procedures, saved_procedures
from kiosk.catalogue.words import load_words
from kiosk.commands import guides_preview
from kiosk.domain.guide import Guide
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir, state_dir


def imported_file() -> Path:
    """Where `guides import` keeps the procedures it read."""
    return state_dir() / "procedures.db"


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="every problem of the guides, one a line")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the kiosk's")
    check.add_argument("--on", type=date.fromisoformat, metavar="DATE",
                       help="as it will be on that day, such as 2027-01-31")  # fmt: skip
    show = actions.add_parser("show", help="one guide as text")
    show.add_argument("id", metavar="ID", help="the guide's id or procedure code")
    show.add_argument("--lang", type=Language, choices=list(Language), default=Language.VI)
    preview = actions.add_parser("preview", help="pictures of a guide's pages and slips")
    guides_preview.configure(preview)
    bring = actions.add_parser("import", help="procedures from the portal's JSON, for the search")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    match arguments.action:
        case "check":
            return _check(load(arguments.config), arguments.folder, arguments.on)
        case "preview":
            return guides_preview.run(arguments)
        case "show":
            return _show(load(arguments.config), arguments.id, arguments.lang)
        case _:
            return _import(arguments.files)


def _check(settings: Settings, folder: Path | None, day: date | None) -> int:
    folder, ward = folder or app.guides_folder(settings), app.build_ward(settings)
    words = load_words(assets_dir() / "i18n")
    problems = check_folder(
        folder,
        ward,
        today=day,
        ages=app.build_ages(settings),
        imported={procedure.code for procedure in saved_procedures(imported_file())},
        room=lambda guide: _without_room(guide, ward, words),
    )
    for problem in problems:
        print(problem)
    if any(problem.weight is not Weight.WARNING for problem in problems):
        return 2
    shown = len(load_catalogue(folder, ward).guides)
    warnings = f"{len(problems)} warnings" if problems else "no problem found"
    print(f"{shown} guides, {warnings}")
    return 0


def _without_room(guide: Guide, ward: Ward, words: Mapping[Language, Words]) -> Iterator[str]:
    """Sentences about what does not fit on the guide's slip or into its code."""
    from kiosk.slips.room import too_much

    for much in too_much(guide, ward, words, app.now()):
        said = ", ".join(f"{asked} = {choice}" for asked, choice in much.answers.items())
        whom = f"for {said or 'anyone'} ({much.language.value})"
        if much.mm:
            yield f"{whom} the slip is {much.mm} mm long, at most 190; shorten names of papers"
        else:
            yield f"{whom} the code cannot hold the list; shorten names of papers and steps"


def _show(settings: Settings, wanted: str, language: Language) -> int:
    catalogue = load_catalogue(app.guides_folder(settings), app.build_ward(settings))
    guide = catalogue.guide(wanted)
    if guide is None:
        known = ", ".join(sorted(guide.id for guide in catalogue.guides))
        print(f'There is no guide "{wanted}". There are: {known}', file=sys.stderr)
        return 2
    print(as_text(guide, language))
    return 0


def _import(files: list[Path]) -> int:
    procedures, problems = read_procedures(files)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not procedures:
        print("Nothing was imported.", file=sys.stderr)
        return 2
    try:
        save_procedures(imported_file(), procedures)
    except (sqlite3.Error, OSError) as cause:
        print(f"{imported_file()} cannot be written: {cause}", file=sys.stderr)
        return 1
    print(f"{len(procedures)} procedures can now be found by name")
    return 2 if problems else 0
