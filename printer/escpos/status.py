"""From the four DLE EOT answers to one printer state."""

from __future__ import annotations

from printer.state import PrinterState

_OFFLINE = 0x08
_COVER_OPEN = 0x04
_PAPER_END_STOP = 0x20
_CUTTER = 0x08
_ERRORS = 0x2C
_NEAR_END = 0x0C
_PAPER_END = 0x60


def from_report(data: bytes) -> PrinterState:
    """The four bytes that a printer sends by itself (Epson, GS a), worst first as above."""
    if data[0] & 0x20:
        return PrinterState.COVER_OPEN
    if data[2] & 0x0C:
        return PrinterState.PAPER_OUT
    if data[1] & 0x08:
        return PrinterState.CUTTER
    if data[0] & 0x08 or data[1] & 0x60:
        return PrinterState.OFFLINE
    return PrinterState.NEAR_END if data[2] & 0x03 else PrinterState.READY


def to_state(printer: int, cause: int, error: int, paper: int) -> PrinterState:
    """The answers to DLE EOT 1, 2, 3 and 4, worst first (Epson, DLE EOT).

    An open cover comes before paper out: its paper sensor sees nothing either.
    """
    if cause & _COVER_OPEN:
        return PrinterState.COVER_OPEN
    if paper & _PAPER_END or cause & _PAPER_END_STOP:
        return PrinterState.PAPER_OUT
    if error & _CUTTER:
        return PrinterState.CUTTER
    if error & _ERRORS or printer & _OFFLINE:
        return PrinterState.OFFLINE
    if paper & _NEAR_END:
        return PrinterState.NEAR_END
    return PrinterState.READY
