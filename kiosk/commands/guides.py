"""``kiosk guides ACTION``: the guides as those who keep them see them."""

from __future__ import annotations

import argparse
import sys

from kiosk import app_content
from kiosk.catalogue.as_text import as_text
from kiosk.catalogue.load import load_catalogue
from kiosk.commands import guides_check, guides_import, guides_pack, guides_preview
from kiosk.domain.text import Language
from kiosk.settings import load


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    guides_check.configure(actions.add_parser("check", help="every problem of the guides"))
    guides_check.configure_old(actions.add_parser("old", help="what nobody has checked for long"))
    show = actions.add_parser("show", help="one guide as text")
    show.add_argument("id", metavar="ID", help="the guide's id or procedure code")
    show.add_argument("--lang", type=Language, choices=list(Language), default=Language.VI)
    preview = actions.add_parser("preview", help="pictures of a guide's pages and slips")
    guides_preview.configure(preview)
    bring = actions.add_parser("import", help="the portal's procedures, and what differs")
    guides_import.configure(bring)
    pack = actions.add_parser("pack", help="a folder of guides and the procedures as one file")
    guides_pack.configure_pack(pack)
    install = actions.add_parser("install", help="put a content pack into use, whole")
    guides_pack.configure_install(install)
    actions.add_parser("back", help="the content that was in use before")


def run(arguments: argparse.Namespace) -> int:
    run_action = {
        "check": guides_check.run,
        "old": guides_check.old,
        "show": _show,
        "preview": guides_preview.run,
        "import": guides_import.run,
        "pack": guides_pack.pack,
        "install": guides_pack.install,
        "back": guides_pack.back,
    }[arguments.action]
    return run_action(arguments)


def _show(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    catalogue = load_catalogue(
        app_content.guides_folder(settings), app_content.build_ward(settings)
    )
    guide = catalogue.guide(arguments.id)
    if guide is None:
        known = ", ".join(sorted(guide.id for guide in catalogue.guides))
        print(f'There is no guide "{arguments.id}". There are: {known}', file=sys.stderr)
        return 2
    print(as_text(guide, arguments.lang))
    return 0
