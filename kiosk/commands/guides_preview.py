"""``kiosk guides preview ID``: pictures of a guide's pages and slips, for whoever edits it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import app
from kiosk.commands.run import read_size
from kiosk.commands.screenshots import TEXTS, look_file
from kiosk.domain.guide import Answers, Guide
from kiosk.domain.text import Language
from kiosk.settings import load
from kiosk.settings.places import assets_dir
from kiosk.visit.state import Visit

if TYPE_CHECKING:
    from kiosk.ui.scene import Place

OUT = Path("build/preview")
PAPER_DOTS = {"80mm": 576, "58mm": 384}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the guide's id or procedure code")
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"default: {OUT}/ID")
    parser.add_argument("--size", default="1080x1920", metavar="WxH", help="default: 1080x1920")
    parser.add_argument("--text", choices=TEXTS, default="normal", metavar="S",
                        help="normal, large or largest")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    settings, size = load(arguments.config), read_size(arguments.size)
    place = app.build_place(settings)
    guide = place.guide(arguments.id) or next(
        (guide for guide in place.guides if arguments.id in guide.codes), None
    )
    if guide is None:
        known = ", ".join(sorted(guide.id for guide in place.guides))
        print(
            f'No guide "{arguments.id}" can be shown. If its file is there, run: kiosk guides'
            f" check. There are: {known}",
            file=sys.stderr,
        )
        return 2
    from kiosk.ui.guide_pages import telling_ways
    from kiosk.ui.look import Panel
    from kiosk.ui.photographs import Photographer, Reader

    folder = arguments.out or OUT / guide.id
    clear(folder)
    ways = telling_ways(guide, app.now().date())
    photographer = Photographer(place, Panel(*size), look_file(), assets_dir())
    drawn = 0
    for language in Language:
        reader = Reader(language, TEXTS.index(arguments.text))
        pages = _pages(guide, ways, folder, language)
        drawn += len(photographer.take(pages, reader, app.now()))
    photographer.close()
    slips = [file for language in Language for file in _slips(place, guide, ways, folder, language)]
    print(f"{drawn} pages and {len(slips)} slips of {len(ways)} ways through in {folder}")
    return 0


def clear(folder: Path) -> None:
    """Takes away what an earlier preview left in `folder`, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in Language:
        for pattern in (f"{language.value}-[0-9][0-9]-*.png", f"{language.value}-slip-*.png"):
            for file in folder.glob(pattern):
                file.unlink()


def _pages(
    guide: Guide, ways: Sequence[Answers], folder: Path, language: Language
) -> Iterator[tuple[Path, Visit]]:
    from kiosk.ui.guide_pages import guide_pages

    for number, (page, of_which, visit) in enumerate(guide_pages(guide, ways), start=1):
        yield folder / f"{language.value}-{number:02}-{page}{of_which}.png", visit


def _slips(
    place: Place, guide: Guide, ways: Sequence[Answers], folder: Path, language: Language
) -> Iterator[Path]:
    """Draws each way's slip on both widths of paper."""
    from kiosk.slips.checklist import guide_slip
    from kiosk.slips.draw import draw, png

    for number, answers in enumerate(ways, start=1):
        slip = guide_slip(guide, answers, place.ward, place.words[language], app.now())
        for paper, dots in PAPER_DOTS.items():
            file = folder / f"{language.value}-slip-way{number}-{paper}.png"
            file.write_bytes(png(draw(slip, dots)))
            yield file
