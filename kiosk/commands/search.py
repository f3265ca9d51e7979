"""``kiosk search TEXT``: what a person at the screen would find."""

from __future__ import annotations

import argparse
import json

from kiosk import app_content
from kiosk.catalogue.breaks import plain
from kiosk.domain.hit import Hit
from kiosk.settings import load


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to look for")
    parser.add_argument("--json", action="store_true", help="a JSON list, best first")
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="at most N finds")


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    guides, _ = app_content.read_guides(settings)
    search = app_content.build_finder(settings, guides)
    hits = search.find(" ".join(arguments.text), arguments.limit)
    if arguments.json:
        print(json.dumps([_row(hit) for hit in hits], ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            why = f"  ({hit.said})" if hit.said else ""
            print(f"{hit.code:<10} {plain(hit.title.vi)}{why}")
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
