"""``kiosk simulate``: the stand-ins for a portal and a printer, as programs of their own."""

from __future__ import annotations

import argparse
import importlib
import importlib.util

STAND_INS = {
    "portal": "a portal on a port of this machine",
    "printer": "a receipt printer on a port or a pseudo-terminal",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare one sub-command for each stand-in that is there."""
    kinds = parser.add_subparsers(dest="stand_in", metavar="WHAT", required=True)
    for name, sentence in STAND_INS.items():
        module = f"kiosk.commands.simulate_{name}"
        if importlib.util.find_spec(module) is not None:
            importlib.import_module(module).configure(kinds.add_parser(name, help=sentence))


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen stand-in until it is stopped."""
    module = importlib.import_module(f"kiosk.commands.simulate_{arguments.stand_in}")
    code: int = module.run(arguments)
    return code
