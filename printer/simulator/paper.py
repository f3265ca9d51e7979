"""The strip of paper under the head, growing until it is cut."""

from __future__ import annotations

from PIL import Image, ImageChops

from printer.simulator.mechanics import Motor

_GROWTH = 1024
_LONGEST = 40_000


class Paper:
    """Black on white, `width` dots across. `y` is the row under the head; `motor` is told."""

    def __init__(self, width: int, motor: Motor) -> None:
        self.width = width
        self._motor = motor
        self.y = 0
        self._strip = Image.new("1", (width, _GROWTH), 1)

    def stamp(self, picture: Image.Image, x: int, y: int) -> None:
        """Add the black dots of a mode "1" picture; what is beyond the paper's edge is lost."""
        self._grow(y + picture.height)
        box = (x, y, x + picture.width, y + picture.height)
        self._strip.paste(ImageChops.logical_and(self._strip.crop(box), picture), box)

    def feed(self, rows: int) -> None:
        self._grow(self.y + rows)
        self.y = min(self.y + rows, _LONGEST)
        self._motor.move(rows)

    def lose(self, rows: int) -> None:
        """The last rows were only understood: the power went before they were printed."""
        self.y = max(0, self.y - rows)
        self._strip.paste(1, (0, self.y, self.width, self._strip.height))

    def cut(self) -> Image.Image:
        """What hangs out, as a mode "1" picture at least one row high; begins a new strip."""
        slip = self._strip.crop((0, 0, self.width, max(1, self.y)))
        self.y = 0
        self._strip = Image.new("1", (self.width, _GROWTH), 1)
        return slip

    def _grow(self, rows: int) -> None:
        if self._strip.height < rows <= _LONGEST:
            longer = Image.new("1", (self.width, rows + _GROWTH), 1)
            longer.paste(self._strip, (0, 0))
            self._strip = longer


def black_on_white(data: bytes, width_bytes: int, rows: int) -> Image.Image:
    """A picture from printer data, where 1 is black."""
    size = width_bytes * rows
    bits = int.from_bytes(data[:size], "big") ^ int.from_bytes(b"\xff" * size, "big")
    return Image.frombytes("1", (width_bytes * 8, rows), bits.to_bytes(size, "big"))
