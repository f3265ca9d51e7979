"""The few commands a slip needs (Epson ESC/POS command reference)."""

from __future__ import annotations

from enum import IntEnum

from escpos import constants

DLE: bytes = constants.DLE
EOT: bytes = constants.EOT
ESC: bytes = constants.ESC
GS: bytes = constants.GS
NUL: bytes = constants.NUL

INITIALISE: bytes = constants.HW_INIT
WAKE: bytes = b"\x18" + NUL * 16
"""Ends any command whose parameters a broken link cut short, and never by cutting.

The first byte is no cutting mode, so that half a `GS V` is refused instead of obeyed; the zeros
fill up the others.
"""

LAST_CUT = 178
"""The maintenance counter of cuts that nobody can set back (GS g 2)."""


class Ask(IntEnum):
    """The four real-time status questions of DLE EOT."""

    PRINTER = 1
    OFFLINE_CAUSE = 2
    ERROR_CAUSE = 3
    PAPER = 4


def flush(length: int) -> bytes:
    """Fills up picture data that a broken link cut short; outside a picture it means nothing."""
    return NUL * length


def ask(what: Ask) -> bytes:
    """A real-time question, answered at once by one byte even while the printer is offline.

    Only between commands: inside picture data some printers take it for data.
    """
    return DLE + EOT + bytes([what])


def confirm(mark: bytes) -> bytes:
    """GS ( H function 48: answers with `mark` (4 bytes) once all before it has been printed."""
    return GS + b"(H\x06\x00\x30\x30" + mark


def confirm_processed() -> bytes:
    """GS r 1: answers with one paper byte once all before it has been processed, not printed."""
    return GS + b"r\x01"


def ask_counter(number: int) -> bytes:
    """GS g 2: answers with a maintenance counter as digits, in order with what came before."""
    return GS + b"g2\x00" + number.to_bytes(2, "little")


def report_changes(*, wanted: bool) -> bytes:
    """GS a: the printer says by itself, in four bytes, when it stops being ready and why."""
    return GS + b"a" + (b"\x0e" if wanted else b"\x00")


def motion_units(dots_per_inch: int) -> bytes:
    """GS P: makes one unit of paper feed one dot."""
    return GS + b"P" + bytes([dots_per_inch, dots_per_inch])


def feed(dots: int) -> bytes:
    """ESC J, as often as it takes: moves the paper on by `dots` rows."""
    whole, rest = divmod(dots, 255)
    return (ESC + b"J\xff") * whole + (ESC + b"J" + bytes([rest]) if rest else b"")


def cut(*, full: bool = False) -> bytes:
    """GS V function A: cuts where the paper stands.

    Function B would also feed, but once its third byte has arrived, any byte that follows cuts.
    """
    return GS + b"V" + bytes([0 if full else 1])


def raster_header(width_bytes: int, rows: int) -> bytes:
    """GS v 0 in normal size; `rows` rows of `width_bytes` bytes follow, 1 is black."""
    return GS + b"v0\x00" + width_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")
