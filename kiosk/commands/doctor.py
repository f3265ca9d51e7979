"""``kiosk doctor``: is everything the kiosk needs ready, and if not, the one thing to do."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping

from kiosk import app, app_staff
from kiosk.catalogue.words import load_words
from kiosk.cli import version
from kiosk.domain.readiness import Light, Readiness, tell
from kiosk.domain.text import Language, Words
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir, config_dir
from kiosk.staff.readiness.examine import examine
from kiosk.staff.readiness.kept import as_json

READY, NOT_READY = 0, 1
PANEL = (1080, 1920)


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object, both languages")
    parser.add_argument("--lang", choices=[language.value for language in Language], default="vi")
    parser.add_argument(
        "--draw", action="store_true", help="only draw the first page, as the display check does"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0 when nothing is red, else 1."""
    settings = load(arguments.config)
    if arguments.draw:
        print(json.dumps(_draw(settings)))
        return READY
    kept = app_staff.build_kept(settings)
    checks = app_staff.build_checks(settings, kept, version(), arguments.config)
    readiness = examine(checks, app.now)
    words = load_words(assets_dir() / "i18n")
    kept.keep(readiness, words)
    if arguments.json:
        print(json.dumps(as_json(readiness, words), ensure_ascii=False, indent=1))
    else:
        _say(readiness, words[Language(arguments.lang)])
    return NOT_READY if readiness.light is Light.RED else READY


def _say(readiness: Readiness, words: Words) -> None:
    print(f"{words.say(f'staff.light.{readiness.light}_all')}  {readiness.at:%H:%M %d/%m/%Y}")
    for finding in readiness.findings:
        told = tell(finding, words)
        light = words.say(f"staff.light.{finding.light}")
        print(f"  [{light}] {told.name}: {told.says}")
        if told.do:
            print(f"      → {told.do}")


def _draw(settings: Settings) -> Mapping[str, int]:
    from kiosk.ui.first_frame import draw
    from kiosk.ui.look import Panel

    place = app.build_place(settings)
    tokens = config_dir() / "screens" / "look.toml"
    return draw(place, Panel(*PANEL), tokens, assets_dir(), app.now())
