"""The bytes of a slip in the order they go to the paper: body, knife, and the strip that voids."""

from __future__ import annotations

from dataclasses import dataclass

from printer.escpos import commands
from printer.paper import Paper
from printer.void import STRIP_ROWS, reprint_strip, void_strip


@dataclass(frozen=True, slots=True)
class Body:
    """What puts a slip onto the paper, in whole commands, and how many rows of paper it takes."""

    pieces: tuple[bytes, ...]
    rows: int

    @property
    def data(self) -> bytes:
        return b"".join(self.pieces)


def whole_body(body: Body, paper: Paper, *, again: bool) -> Body:
    """All that comes before the cut; `again` marks it as a second copy."""
    strip = (reprint_strip(paper.width),) if again else ()
    start = _start(paper) + commands.report_changes(wanted=True)
    pieces = (start, *strip, *body.pieces, _feed_to_knife(paper))
    return Body(pieces, body.rows + (STRIP_ROWS if again else 0))


def void(paper: Paper) -> Body:
    """Makes what hangs in the printer worthless and cuts it off."""
    strip = _start(paper) + void_strip(paper.width) + _feed_to_knife(paper) + knife(paper)
    return Body((strip,), STRIP_ROWS + paper.to_knife)


def knife(paper: Paper) -> bytes:
    return commands.cut(full=paper.full_cut)


def _start(paper: Paper) -> bytes:
    return commands.INITIALISE + commands.motion_units(paper.dots_per_inch)


def _feed_to_knife(paper: Paper) -> bytes:
    return commands.feed(paper.to_knife + paper.margin)
