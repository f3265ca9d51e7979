"""``kiosk guides check|old``: what is wrong with the guides, and what has grown old."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from kiosk import app, app_content
from kiosk.catalogue.ages import Old, old_facts
from kiosk.catalogue.breaks import plain
from kiosk.catalogue.check_folder import WHAT_IS_OLD, check_folder
from kiosk.catalogue.load import load_catalogue
from kiosk.catalogue.problem import Problem, Weight
from kiosk.catalogue.words import load_words
from kiosk.domain.guide import Guide
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the kiosk's")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE",
                        help="as it will be on that day, such as 2027-01-31")  # fmt: skip


def configure_old(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE",
                        help="as it will be on that day, such as 2027-01-31")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="a JSON list, oldest first")


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    folder = arguments.folder or app_content.guides_folder(settings)
    problems = check(settings, folder, arguments.on)
    for problem in problems:
        print(problem)
    if any(problem.weight is not Weight.WARNING for problem in problems):
        return 2
    shown = len(load_catalogue(folder, app_content.build_ward(settings)).guides)
    warnings = f"{len(problems)} warnings" if problems else "no problem found"
    print(f"{shown} guides, {warnings}")
    return 0


def check(settings: Settings, folder: Path, day: date | None = None) -> tuple[Problem, ...]:
    """Every problem of `folder`, by this kiosk's settings and what was compared here."""
    ward, words = app_content.build_ward(settings), load_words(assets_dir() / "i18n")
    return check_folder(
        folder,
        ward,
        today=day,
        ages=app_content.build_ages(settings),
        imported={procedure.code for procedure in app_content.known_procedures(settings)},
        checks=app_content.checks(),
        assets=assets_dir(),
        room=lambda guide: _without_room(guide, ward, words),
    )


def faults(settings: Settings, folder: Path) -> list[str]:
    """What keeps `folder` from being a kiosk's content, a sentence each."""
    problems = check(settings, folder)
    return [str(problem) for problem in problems if problem.weight is not Weight.WARNING]


def old(arguments: argparse.Namespace) -> int:
    """What somebody should compare with its source again, the longest unseen first."""
    settings = load(arguments.config)
    day, ages = arguments.on or app.now().date(), app_content.build_ages(settings)
    guides, _ = app_content.read_guides(settings)
    found = [(guide, each) for guide in guides for each in old_facts(guide, day, ages)]
    found.sort(key=lambda pair: (pair[1].allowed - pair[1].days, pair[0].id, pair[1].kind))
    if arguments.json:
        rows = [_row(guide, each) for guide, each in found]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for guide, each in found:
        print(
            f"{guide.id}.toml: the {WHAT_IS_OLD[each.kind]} were last checked on"
            f" {each.checked:%d/%m/%Y}, {each.days} days ago (at most {each.allowed})"
        )
    print(f"{len({guide.id for guide, _ in found})} of {len(guides)} guides hold old facts")
    return 0


def _row(guide: Guide, old_: Old) -> dict[str, str | int]:
    source = guide.source_of(old_.source)
    return {
        "id": guide.id,
        "code": guide.codes[0] if guide.codes else "",
        "title": plain(guide.title.vi),
        "kind": old_.kind,
        "checked": old_.checked.isoformat(),
        "days": old_.days,
        "allowed": old_.allowed,
        "checker": plain(source.checker.vi),
        "decision": source.decision,
        "url": source.url,
    }


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
