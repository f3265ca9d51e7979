"""Paper as the kiosk sees it: a slip goes in, an outcome comes out."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from kiosk.domain.outcome import NotPrinted, Printed, PrinterState, PrintOutcome, Uncertain
from kiosk.domain.slip import Slip


class SlipPrinter:
    """Draws a slip and prints it.

    `print_picture` is the print library's; it never raises for trouble with paper or wire, and
    prints one key once.

    The key is random: it names the wish, and says nothing about the person.
    """

    def __init__(
        self,
        draw: Callable[[Slip], bytes],
        print_picture: Callable[[bytes, str], tuple[str, str]],
    ) -> None:
        self._draw = draw
        self._print = print_picture

    def print_slip(self, slip: Slip) -> PrintOutcome:
        outcome, state = self._print(self._draw(slip), secrets.token_hex(8))
        match outcome:
            case "printed":
                return Printed()
            case "uncertain":
                return Uncertain()
            case _:
                return NotPrinted(PrinterState(state))


class NoPrinter:
    """Stands in where no printer is set: the slip stays on the screen."""

    def print_slip(self, _slip: Slip) -> PrintOutcome:
        return NotPrinted(PrinterState.OFFLINE)
