"""How long a look-up slip takes to its cut, by how it is sent and over which link.

A model with stated speeds: the link carries so many bytes a second into a buffer of 4 KB, a
command is obeyed once its last byte is there, and the paper moves 150 mm a second. One row runs
the real thing, over TCP with a mechanism of that speed, to hold the model against.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from kiosk.domain.slip import Box, Field, Headline, Item, Paragraph, QrCode, Section, Slip
from printer.body import Body, knife, whole_body
from printer.conversation import Acknowledge
from printer.escpos import commands
from printer.escpos.bands import to_bands
from printer.escpos.picture import Dots, read_dots
from printer.letters import Code, Line, Mode, TextPage
from printer.paper import Paper
from printer.printer import Printer
from printer.simulator import Build, SimulatedPrinter

LINKS = {
    "USB 1 MB/s": 1_000_000,
    "Ethernet 5 MB/s": 5_000_000,
    "115200 baud": 11_520,
    "38400 baud": 3_840,
    "9600 baud": 960,
}
MM_PER_SECOND = 150.0
KNIFE_SECONDS = 0.2
BUFFER = 4096
PAPER = Paper()


def slip_times(slip: Slip, picture: bytes) -> list[tuple[str, str]]:
    """Rows of the bench: bytes and seconds to the cut, each mode on each link."""
    dots = read_dots(picture, PAPER.width)
    modes = {
        "whole picture": Body((_whole(dots),), dots.rows),
        "sparse bands (what is sent)": Body(to_bands(dots), dots.rows),
        "own glyphs": _text(slip, Mode.GLYPHS),
        "TCVN-3": _text(slip, Mode.TCVN3),
    }
    rows = []
    for name, body in modes.items():
        sent = whole_body(body, PAPER, again=False)
        times = (f"{link} {_seconds(sent, rate):.1f} s" for link, rate in LINKS.items())
        paper = sum(map(_rows, sent.pieces)) / PAPER.dots_per_inch * 25.4
        limit = paper / MM_PER_SECOND + KNIFE_SECONDS
        told = f"{len(sent.data):>6} bytes  {paper:.0f} mm (paper alone {limit:.1f} s)"
        rows.append((f"slip as {name}", f"{told}  " + " · ".join(times)))
    return [*rows, ("the same really, sparse over TCP", _really(picture))]


def _seconds(body: Body, bytes_per_second: int) -> float:
    """When the knife has come down."""
    there = done = 0.0
    rows_per_second = MM_PER_SECOND / 25.4 * PAPER.dots_per_inch
    for piece in (*body.pieces, knife(PAPER)):
        for command in _commands(piece):
            there = max(there, done - BUFFER / bytes_per_second) + len(command) / bytes_per_second
            done = max(done, there) + _rows(command) / rows_per_second
    return done + KNIFE_SECONDS


def _commands(piece: bytes) -> Iterator[bytes]:
    """A long picture is printed row by row as it comes."""
    if piece.startswith(commands.GS + b"v0"):
        width = int.from_bytes(piece[4:6], "little")
        for at in range(8, len(piece), width):
            yield b"\x1dv0\x00" + width.to_bytes(2, "little") + b"\x01\x00" + piece[at : at + width]
    else:
        yield piece


def _rows(piece: bytes) -> int:
    if piece.startswith(commands.GS + b"v0"):
        return int.from_bytes(piece[6:8], "little")
    if piece.startswith(b"\x1bJ"):
        return sum(piece[2::3])
    large = b"\x1d!\x11" in piece
    return 246 if b"1Q0" in piece else 30 * (2 if large else 1) if piece.endswith(b"\n") else 0


def _whole(dots: Dots) -> bytes:
    return commands.raster_header(dots.width_bytes, dots.rows) + dots.data


def _text(slip: Slip, mode: Mode) -> Body:
    return TextPage(mode, tuple(_parts(slip))).body(PAPER)


def _parts(slip: Slip) -> Iterator[Line | Code]:
    """The slip's words as plain lines: about what a text mode would print."""
    for block in slip.blocks:
        match block:
            case Headline():
                yield Line(block.office, centred=True)
                yield Line(block.title, large=True, centred=True)
                yield Line(block.note, centred=True)
            case Field() | Box():
                yield from (Line(block.label), Line(block.value, large=isinstance(block, Box)))
            case Section():
                yield Line(block.title)
            case Item() | Paragraph():
                yield Line(block.text)
            case QrCode():
                yield from (Code(block.content), Line(block.caption, centred=True))
            case _:
                yield Line("-" * 48)


def _really(picture: bytes) -> str:
    wanted: Acknowledge = "pid"
    with SimulatedPrinter(build=Build(mm_per_second=MM_PER_SECOND)) as device:
        printer = Printer(device.url, acknowledge=wanted)
        began = perf_counter()
        outcome = printer.print_picture(picture, "bench")
        took = perf_counter() - began
        printer.close()
    return f"{took + KNIFE_SECONDS:.1f} s with both acknowledgements ({outcome.result.value})"
