"""``kiosk screenshots DIR``: a picture of every screen, as it would stand there."""

from __future__ import annotations

import argparse
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
    from kiosk.ui.gallery import gallery
    from kiosk.ui.look import Panel
    from kiosk.ui.photographs import Photographer, Reader
    from kiosk.ui.staff_gallery import staff_gallery

    place = app.build_place(settings)
    photographer = Photographer(place, Panel(*size), look_file(), assets_dir())
    reader = Reader(
        Language(arguments.lang), TEXTS.index(arguments.text), arguments.theme == "contrast"
    )
    arguments.folder.mkdir(parents=True, exist_ok=True)
    wanted = (
        (name, visit)
        for name, visit in gallery(place, sample_answers())
        if name.startswith(arguments.only)
    )
    numbered = (
        (arguments.folder / f"{number:03}-{name}.png", visit)
        for number, (name, visit) in enumerate(wanted, start=1)
    )
    drawn = photographer.take(numbered, reader, app.now())
    staff = (
        (arguments.folder / f"{name}.png", area)
        for name, area in staff_gallery(app.now())
        if name.startswith(arguments.only)
    )
    drawn += photographer.take_staff(staff, reader, app.now())
    photographer.close()
    print(f"{len(drawn)} pictures in {arguments.folder}")
    return 0


def look_file() -> Path:
    return config_dir() / "screens" / "look.toml"


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
