"""``kiosk pin``: choose the PIN of the staff area, also when the old one is forgotten."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass

from kiosk import app_staff
from kiosk.settings import load

CHOSEN, NOT_TAKEN = 0, 2
REASONS = {
    "length": "a PIN has 6 to 12 digits and nothing else",
    "guessable": "this PIN is too easy to guess: use at least three different digits, not in a row",
}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--status", action="store_true", help="only say whether one is chosen")


def run(arguments: argparse.Namespace) -> int:
    """Asks twice on a terminal; otherwise reads one line."""
    pins = app_staff.build_pins(load(arguments.config))
    if arguments.status:
        print("A PIN is chosen." if pins.is_set() else "No PIN is chosen: the staff area is shut.")
        return CHOSEN
    pin = _asked() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        pins.choose(pin)
    except ValueError as reason:
        print(f"kiosk pin: {REASONS[str(reason)]}.", file=sys.stderr)
        return NOT_TAKEN
    print("The PIN is chosen. Five quick touches on the ward's mark open the staff area.")
    return CHOSEN


def _asked() -> str:
    first = getpass("New PIN: ")
    return first if getpass("The same again: ") == first else ""
