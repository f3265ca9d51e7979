"""``kiosk screenshots DIR``: a picture of every screen, as it would stand there."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from kiosk import app
from kiosk.commands.run import read_size
from kiosk.domain.dossier_code import parse
from kiosk.domain.outcome import LookupOutcome
from kiosk.domain.text import Language
from kiosk.settings import load
from kiosk.settings.places import assets_dir, config_dir

THEMES = ("light", "contrast")
TEXTS = ("normal", "large", "largest")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    parser.add_argument("--size", default="1080x1920", metavar="WxH", help="default: 1080x1920")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--text", choices=TEXTS, default="normal", metavar="S",
                        help="normal, large or largest")  # fmt: skip
    parser.add_argument("--lang", choices=[language.value for language in Language], default="vi")
    parser.add_argument("--only", default="", metavar="NAME", help="screens that begin so")


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    size = read_size(arguments.size)
    from kiosk.catalogue.highlight import highlight
    from kiosk.ui.application import application
    from kiosk.ui.gallery import gallery
    from kiosk.ui.hand import Hand
    from kiosk.ui.kiosk_view import KioskView
    from kiosk.ui.look import Panel, read_tokens
    from kiosk.ui.scene import Scene
    from kiosk.ui.window import Screen

    _running = application(offscreen=True)
    place = app.build_place(settings)
    view = KioskView(place, lambda _event: None, highlight)
    tokens = read_tokens(config_dir() / "screens" / "look.toml")
    screen = Screen(view, dict(tokens), Panel(*size), dict(place.words), assets_dir())
    reader = {
        "language": Language(arguments.lang),
        "text_size": TEXTS.index(arguments.text),
        "contrast": arguments.theme == "contrast",
    }
    arguments.folder.mkdir(parents=True, exist_ok=True)
    drawn = 0
    hand = None
    for name, visit in gallery(place, sample_answers()):
        if not name.startswith(arguments.only):
            continue
        screen.show(Scene(replace(visit, **reader), place, app.now(), idle_left=14, idle_total=20))
        hand = hand or Hand(screen.load())
        drawn += 1
        hand.save(arguments.folder / f"{drawn:03}-{name}.png")
    screen.close()
    print(f"{drawn} pictures in {arguments.folder}")
    return 0


def sample_answers() -> dict[str, LookupOutcome]:
    """What the portal simulator says of each of its dossiers, asked over HTTP."""
    from kiosk.domain.route import Route
    from kiosk.portal.backends import Backend, Backends
    from kiosk.portal.opencps import OpenCps
    from kiosk.portal.simulator import PortalSimulator

    answers: dict[str, LookupOutcome] = {}
    with PortalSimulator(now=app.now()) as simulator:
        dialect = OpenCps(simulator.url, simulator.group_id, now=app.now)
        client = Backends([Backend(Route("portal"), dialect)], now=app.now)
        for dossier in simulator.dossiers:
            code = parse(dossier.code)
            if code is not None:
                answers[dossier.what] = client.look_up(code, dossier.secret)
    return answers
