"""``kiosk guides pack|install|back``: guides and procedures as one file, swapped whole."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk import app, app_content
from kiosk.catalogue.pack import PackError, make_pack, read_pack, write_pack
from kiosk.catalogue.packs import InUse
from kiosk.commands.guides_check import faults
from kiosk.settings import Settings, load

TOLD = 20
SHIPPED = "the guides that came with the program"


def configure_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder of guides")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: content-VERSION.tar.gz")


def configure_install(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="what `guides pack` made")
    parser.add_argument("--sha256", default="", metavar="HEX",
                        help="refuse any other file than the one with this sum")  # fmt: skip


def pack(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    found = faults(settings, arguments.folder)
    if found:
        return _refuse(f"{arguments.folder} does not pass the check:", found)
    try:
        made = make_pack(arguments.folder, app_content.known_procedures(settings), app.now().date())
        file = arguments.out or Path(f"content-{made.version}.tar.gz")
        write_pack(made, file)
    except PackError as error:
        return _refuse(str(error))
    except OSError as cause:
        return _fail(cause)
    print(f"{file}: version {made.version}, {len(made.parts)} parts")
    print(f"sha256 {_sum(file)}")
    return 0


def install(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    try:
        if arguments.sha256 and _sum(arguments.file) != arguments.sha256.lower():
            return _refuse(f"{arguments.file} is not the file with that sum; copy it again")
        after = app_content.packs().install(
            read_pack(arguments.file), lambda folder: faults(settings, folder)
        )
    except PackError as error:
        return _refuse(f"Nothing was changed: {error}")
    except OSError as cause:
        return _fail(cause)
    return _say(settings, after)


def back(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    packs = app_content.packs()
    if packs.in_use == InUse():
        return _refuse("There is nothing to go back to: no content pack was ever installed.")
    try:
        return _say(settings, packs.back())
    except OSError as cause:
        return _fail(cause)


def _say(settings: Settings, now: InUse) -> int:
    print(f"In use from the kiosk's next start: {now.current or SHIPPED}")
    print(f"`kiosk guides back` leads to: {now.previous or SHIPPED}")
    if settings.text("content.guides_dir"):
        print("The setting content.guides_dir names other guides; those are shown instead.")
    return 0


def _refuse(sentence: str, found: Sequence[str] = ()) -> int:
    more = [f"and {len(found) - TOLD} more"] if len(found) > TOLD else []
    print("\n".join([sentence, *found[:TOLD], *more]), file=sys.stderr)
    return 2


def _fail(cause: OSError) -> int:
    where = f"{cause.filename}: " if cause.filename else ""
    print(f"{where}{cause.strerror}. What was in use still is.", file=sys.stderr)
    return 1


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
