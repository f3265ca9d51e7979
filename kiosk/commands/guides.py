"""``kiosk guides check|show|import``: the guides as those who keep them see them."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from pathlib import Path

from kiosk.catalogue.as_text import as_text
from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.load import load_catalogue
from kiosk.catalogue.procedures import read_procedures, save_procedures
from kiosk.domain.text import Language
from kiosk.settings.places import assets_dir, state_dir


def guides_folder() -> Path:
    """The guides that ship with the kiosk."""
    return assets_dir() / "guides"


def imported_file() -> Path:
    """Where `guides import` keeps the procedures it read."""
    return state_dir() / "procedures.db"


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="every problem of the guides, one a line")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the shipped")
    show = actions.add_parser("show", help="one guide as text")
    show.add_argument("id", metavar="ID", help="the guide's id or procedure code")
    show.add_argument("--lang", type=Language, choices=list(Language), default=Language.VI)
    bring = actions.add_parser("import", help="procedures from the portal's JSON, for the search")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    match arguments.action:
        case "check":
            return _check(arguments.folder or guides_folder())
        case "show":
            return _show(arguments.id, arguments.lang)
        case _:
            return _import(arguments.files)


def _check(folder: Path) -> int:
    problems = check_folder(folder)
    for problem in problems:
        print(problem)
    if problems:
        return 2
    shown = len(load_catalogue(folder).guides)
    print(f"{shown} guides, no problem found")
    return 0


def _show(wanted: str, language: Language) -> int:
    catalogue = load_catalogue(guides_folder())
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
