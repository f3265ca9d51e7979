"""``kiosk search TEXT``: what a person at the screen would find."""

from __future__ import annotations

import argparse
import json

from kiosk import app
from kiosk.catalogue.breaks import plain
from kiosk.catalogue.load import load_guides
from kiosk.catalogue.procedures import saved_procedures
from kiosk.catalogue.search import Search
from kiosk.commands.guides import imported_file
from kiosk.domain.guide import Hit
from kiosk.settings import load


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to look for")
    parser.add_argument("--json", action="store_true", help="a JSON list, best first")
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="at most N finds")


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    guides = load_guides(app.guides_folder(settings), app.build_ward(settings))
    search = Search(guides, saved_procedures(imported_file()))
    hits = search.find(" ".join(arguments.text), limit=arguments.limit)
    search.close()
    if arguments.json:
        print(json.dumps([_row(hit) for hit in hits], ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            print(f"{hit.code:<10} {plain(hit.title.vi)}")
    return 0


def _row(hit: Hit) -> dict[str, str | float]:
    return {
        "code": hit.code,
        "id": hit.guide_id,
        "title": plain(hit.title.vi),
        "score": hit.score,
    }


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
