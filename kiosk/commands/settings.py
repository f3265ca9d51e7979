"""``kiosk settings``: check a file, show what is in force and from where, document every option."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.settings import declared, load
from kiosk.settings.document import markdown


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare ``check [FILE]``, ``show`` and ``docs``."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    check = deeds.add_parser("check", help="name every problem at once; exit 2 if there is one")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE", help="only this file")
    deeds.add_parser("show", help="what is in force, secrets masked, and which layer says so")
    deeds.add_parser("docs", help="every option, as Markdown")


def run(arguments: argparse.Namespace) -> int:
    """Do it; problems in the settings are raised and told by the command line."""
    match arguments.deed:
        case "check":
            load(arguments.file or arguments.config)
            print("The settings are good.")
        case "show":
            _show(arguments.config)
        case _:
            print(markdown(declared()), end="")
    return 0


def _show(config: Path | None) -> None:
    settings = load(config)
    width = max(map(len, settings.values))
    for key in settings.values:
        print(f"{key:<{width}} = {settings.shown(key)}  # {settings.origin(key)}")
