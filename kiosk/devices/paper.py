"""Paper as the kiosk sees it: a slip goes in, an outcome comes out."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.outcome import NotPrinted, Printed, PrinterState, PrintOutcome, Uncertain
from kiosk.domain.slip import Slip


@dataclass(slots=True, repr=False)
class Stay:
    """One person at the kiosk, as the print service knows them: by a number that says nothing.

    Ended on the GUI thread, looked at in the printer's lane; an end is never taken back.
    """

    name: str = field(default_factory=lambda: secrets.token_hex(8))
    over: bool = False

    def key(self, wish: int) -> str:
        """The same wish has the same key, so that it prints once however often it is tried."""
        return f"{self.name}-{wish}"


class PrintService(Protocol):
    """The print service of this machine; nothing here raises for trouble with paper or wire."""

    def submit(
        self, picture: bytes, key: str, visit: str, left: Callable[[], bool]
    ) -> tuple[str, str]:
        """The outcome and the printer's state; given up soon after `left` answers True."""

    def settle(self, key: str, *, came_out: bool) -> None:
        """Hand on what a person said of a slip in doubt."""

    def status(self) -> str:
        """What the printer says now."""

    def close(self) -> None:
        """End the service if it is this program's own."""


class SlipPrinter:
    """Draws slips and has them printed; what a stay wanted is given up when it is over."""

    def __init__(self, draw: Callable[[Slip], bytes], service: PrintService) -> None:
        self._draw = draw
        self._service = service

    def print_slip(self, slip: Slip, wish: int, stay: Stay) -> PrintOutcome:
        if stay.over:
            return NotPrinted(PrinterState.UNKNOWN)
        picture = self._draw(slip)
        outcome, state = self._service.submit(picture, stay.key(wish), stay.name, lambda: stay.over)
        match outcome:
            case "printed":
                return Printed()
            case "uncertain":
                return Uncertain()
            case _:
                return NotPrinted(PrinterState(state))

    def settle(self, wish: int, stay: Stay, *, came_out: bool) -> None:
        self._service.settle(stay.key(wish), came_out=came_out)

    def status(self) -> str:
        return self._service.status()

    def close(self) -> None:
        self._service.close()


class NoPrinter:
    """Stands in where no printer is set: the slip stays on the screen."""

    def print_slip(self, _slip: Slip, _wish: int, _stay: Stay) -> PrintOutcome:
        return NotPrinted(PrinterState.OFFLINE)

    def settle(self, _wish: int, _stay: Stay, *, came_out: bool) -> None:
        pass

    def status(self) -> str:
        return ""

    def close(self) -> None:
        pass
