"""From dots to raster bands that any thermal printer takes, with white paper fed, not sent."""

from __future__ import annotations

from collections.abc import Iterator

from printer.escpos import commands
from printer.escpos.picture import Dots

MAX_BAND = 128
"""Rows per band: small bands keep the paper moving and the damage of a broken link short."""

_UNLUCKY = 48
"""Some cheap printers print rubbish after a band whose height is a multiple of this."""

_WORTH_FEEDING = 4
"""White rows from which a feed is cheaper than sending them."""

_DLE = 0x10
_REAL_TIME = {0x04: range(1, 9), 0x05: range(3), 0x14: range(1, 9)}
"""Second byte of DLE EOT, DLE ENQ and DLE DC4, and the third bytes that make them act."""


def to_bands(dots: Dots, most_bytes: int = 65_536) -> tuple[bytes, ...]:
    """The picture as GS v 0 bands and ESC J feeds, each a whole command; white is not sent.

    Every row of the picture moves the paper by one row, the white ones at its end as well. A band
    is about `most_bytes` long at most, but never lower than eight rows.
    """
    most_rows = max(8, min(MAX_BAND, most_bytes // dots.width_bytes))
    out: list[bytes] = []
    for first, last, white in _runs(dots):
        if white:
            out.append(commands.feed(last - first))
        else:
            out += [_band(dots, *rows) for rows in _split(first, last, most_rows)]
    return tuple(out)


def _runs(dots: Dots) -> Iterator[tuple[int, int, bool]]:
    """Stretches (first row, row after the last, whether white) that cover the picture in order."""
    blank = bytes(dots.width_bytes)
    start = row = 0
    while row < dots.rows:
        if dots.row(row) != blank:
            row += 1
            continue
        end = row
        while end < dots.rows and dots.row(end) == blank:
            end += 1
        if end - row >= _WORTH_FEEDING or end == dots.rows or row == start:
            if row > start:
                yield start, row, False
            yield row, end, True
            start = end
        row = end
    if start < dots.rows:
        yield start, dots.rows, False


def _split(first: int, last: int, most: int) -> Iterator[tuple[int, int]]:
    while first < last:
        height = min(most, last - first)
        if height % _UNLUCKY == 0:
            height -= 8
        yield first, first + height
        first += height


def _band(dots: Dots, start: int, stop: int) -> bytes:
    rows = [dots.row(number) for number in range(start, stop)]
    width = max(len(row.rstrip(b"\x00")) for row in rows)
    data = bytearray().join(row[:width] for row in rows)
    _defuse(data)
    return commands.raster_header(width, stop - start) + bytes(data)


def _defuse(data: bytearray) -> None:
    """Blacken one dot wherever the dots happen to spell a command that printers obey at once.

    DLE EOT, ENQ and DC4 act even inside picture data; DC4 can switch a printer off.
    """
    at = data.find(_DLE)
    while at != -1 and at + 2 < len(data):
        if data[at + 2] in _REAL_TIME.get(data[at + 1], ()):
            data[at + 1] |= 0x02
        at = data.find(_DLE, at + 1)
