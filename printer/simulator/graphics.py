"""Pictures as the printer takes them: GS v 0, GS ( L and GS 8 L."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PIL import Image

from printer.simulator.drawing import Drawing
from printer.simulator.paper import black_on_white

Reading = Generator[int, bytes, None]
"""A command that is being read: yields how many bytes it wants next, 0 to wait for the paper."""


class Graphics:
    """Places pictures; `note` is told of what no printer would understand."""

    def __init__(self, drawing: Drawing, note: Callable[[bytes], None]) -> None:
        self._drawing = drawing
        self._note = note
        self._stored: Image.Image | None = None

    def raster(self) -> Reading:
        kind, mode, x_low, x_high, y_low, y_high = yield 6
        across, rows = x_low + x_high * 256, y_low + y_high * 256
        data = (yield across * rows) if across * rows else b""
        if kind != ord("0") or not data:
            return self._note(bytes([0x1D, ord("v"), kind]))
        picture = black_on_white(data, across, rows)
        if mode & 3:
            wide, tall = 1 + (mode & 1), 1 + (mode >> 1 & 1)
            picture = picture.resize((picture.width * wide, picture.height * tall))
        return self._drawing.place(picture)

    def short(self) -> Reading:
        low, high = yield 2
        yield from self._obey(low + high * 256)

    def long(self) -> Reading:
        name = (yield 1)[0]
        length = int.from_bytes((yield 4), "little")
        if name == ord("L"):
            yield from self._obey(length)
        else:
            self._note(bytes([0x1D, ord("8"), name]))

    def _obey(self, length: int) -> Reading:
        data = (yield length) if length else b""
        function = data[1] if len(data) > 1 else 0
        if function == 112 and len(data) > 10:
            across = (int.from_bytes(data[6:8], "little") + 7) // 8
            rows = int.from_bytes(data[8:10], "little")
            if len(data) - 10 >= across * rows > 0:
                self._stored = black_on_white(data[10:], across, rows)
                return
        if function in (2, 50) and self._stored is not None:
            self._drawing.place(self._stored)
            self._stored = None
            return
        self._note(b"\x1d(L" + data[:2])
