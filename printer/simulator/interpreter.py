"""Reads ESC/POS as a printer does, byte by byte, and says which bytes it did not understand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from printer.simulator import text
from printer.simulator.drawing import Drawing, from_columns
from printer.simulator.graphics import Graphics, Reading
from printer.simulator.paper import Paper
from printer.simulator.symbols import QrSymbol

_Table = dict[int, Callable[[], Reading]]


class Machine(Protocol):
    """What the interpreter asks of the device around it."""

    def answer(self, data: bytes) -> None:
        """Send an ordered answer back."""

    def cut(self) -> None:
        """The knife comes down on the paper."""

    def watch(self, mask: int) -> None:
        """GS a: report changes without being asked."""

    def paper_byte(self) -> int:
        """The paper sensors as GS r 1 tells them."""

    def counter(self, number: int) -> int:
        """A maintenance counter."""

    @property
    def moving(self) -> bool:
        """Whether the paper still has to follow what was understood."""

    @property
    def far_behind(self) -> bool:
        """Whether nothing more is understood until the paper has followed."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Bytes that mean nothing to this printer, and where in the stream they began."""

    offset: int
    data: bytes


class Interpreter:
    """One stream of bytes onto one paper. State survives between calls of `feed`.

    `inside_command` tells whether a command has begun whose bytes have not all come.
    """

    def __init__(self, paper: Paper, machine: Machine, dots_per_inch: int = 203) -> None:
        self.unknown: list[Unknown] = []
        self._machine = machine
        self._dpi = dots_per_inch
        self._drawing = Drawing(paper)
        self._graphics = Graphics(self._drawing, self._note)
        self._symbol = QrSymbol()
        self._held = bytearray()
        self._offset = 0
        self.inside_command = False
        self._for_stillness = False
        self._reading = self._read()
        self._wants = next(self._reading)

    def feed(self, data: bytes) -> bytes:
        """Understand what can be understood now; gives back what must wait for the paper."""
        self._held += data
        position = 0
        while len(self._held) - position >= self._wants:
            if not self._wants and self._waits():
                rest = bytes(self._held[position:])
                self._held.clear()
                return rest
            piece = bytes(self._held[position : position + self._wants])
            position += self._wants
            self._offset += self._wants
            self._wants = self._reading.send(piece)
        del self._held[:position]
        return b""

    def _waits(self) -> bool:
        return self._machine.moving if self._for_stillness else self._machine.far_behind

    def _still(self) -> Reading:
        """The paper has come to rest: what is understood next is true of the paper too."""
        self._for_stillness = True
        yield 0
        self._for_stillness = False

    def _read(self) -> Reading:
        tables = {0x1B: self._escape_commands(), 0x1D: self._group_commands()}
        while True:
            self.inside_command = False
            yield 0
            byte = (yield 1)[0]
            self.inside_command = True
            if byte >= 0x20:
                self._drawing.write(byte)
            elif byte in tables:
                name = (yield 1)[0]
                command = tables[byte].get(name)
                if command is None:
                    self._note(bytes([byte, name]))
                else:
                    yield from command()
            elif byte == 0x10:
                yield from self._real_time()
            elif byte == 0x0A:
                self._drawing.end_line()
            elif byte not in (0x00, 0x0D, 0x18):
                self._note(bytes([byte]))

    def _note(self, data: bytes) -> None:
        self.unknown.append(Unknown(self._offset - len(data), data))

    def _real_time(self) -> Reading:
        kind = (yield 1)[0]
        if kind in (0x04, 0x05):
            yield 1
        elif kind == 0x14:
            yield 2
        else:
            self._note(bytes([0x10, kind]))

    def _initialise(self) -> Reading:
        yield from ()
        self._drawing.reset()

    def _align(self) -> Reading:
        self._drawing.style.align = (yield 1)[0] % 48 % 3

    def _looks(self) -> Reading:
        bits = (yield 1)[0]
        self._drawing.style.font = bits & 1
        self._drawing.style.bold = bool(bits & 8)
        self._drawing.style.tall = 2 if bits & 16 else 1
        self._drawing.style.wide = 2 if bits & 32 else 1

    def _bold(self) -> Reading:
        self._drawing.style.bold = bool((yield 1)[0] & 1)

    def _page(self) -> Reading:
        page = (yield 1)[0]
        if page not in text.CODE_PAGES:
            self._note(bytes([0x1B, ord("t"), page]))
        self._drawing.style.page = page

    def _feed_lines(self) -> Reading:
        lines = (yield 1)[0]
        self._drawing.flush()
        self._drawing.feed(lines * self._drawing.style.line)

    def _feed_units(self) -> Reading:
        units = (yield 1)[0]
        self._drawing.feed(round(units * self._drawing.style.unit))

    def _line_units(self) -> Reading:
        self._drawing.style.line = round((yield 1)[0] * self._drawing.style.unit)

    def _line_default(self) -> Reading:
        yield from ()
        self._drawing.style.line = text.LINE

    def _columns(self) -> Reading:
        mode, low, high = yield 3
        across = low + high * 256
        deep = 3 if mode in (32, 33) else 1
        data = (yield across * deep) if across else b""
        if mode not in (0, 1, 32, 33):
            return self._note(bytes([0x1B, ord("*"), mode]))
        wide = 2 if mode in (0, 32) else 1
        stripe = from_columns(data, across, deep)
        self._drawing.add(stripe.resize((max(1, across * wide), 24)))
        return None

    def _define_glyphs(self) -> Reading:
        deep, first, last = yield 3
        for code in range(first, last + 1):
            across = (yield 1)[0]
            data = (yield across * deep) if across * deep else b""
            self._drawing.load_glyph(code, data, across, deep)

    def _use_glyphs(self) -> Reading:
        self._drawing.style.own_glyphs = bool((yield 1)[0] & 1)

    def _size(self) -> Reading:
        bits = (yield 1)[0]
        self._drawing.style.wide = (bits >> 4 & 7) + 1
        self._drawing.style.tall = (bits & 7) + 1

    def _left_margin(self) -> Reading:
        low, high = yield 2
        self._drawing.style.left = low + high * 256

    def _motion_units(self) -> Reading:
        _, vertical = yield 2
        self._drawing.style.unit = self._dpi / vertical if vertical else 1.0

    def _cut(self) -> Reading:
        mode = (yield 1)[0]
        margin = (yield 1)[0] if mode in (65, 66) else 0
        if mode not in (0, 1, 48, 49, 65, 66):
            self._note(bytes([0x1D, ord("V"), mode]))
            return
        self._drawing.end_strip(margin)
        yield from self._still()
        self._machine.cut()

    def _bracket(self) -> Reading:
        name = (yield 1)[0]
        if name == ord("L"):
            yield from self._graphics.short()
            return
        low, high = yield 2
        length = low + high * 256
        data = (yield length) if length else b""
        if name == ord("H") and data[:2] == b"\x30\x30" and len(data) == 6:
            yield from self._still()
            self._machine.answer(b"\x37\x22" + data[2:6] + b"\x00")
        elif name == ord("k") and self._symbol.take(data):
            picture = self._symbol.picture(data)
            if picture is not None:
                self._drawing.place(picture)
        else:
            self._note(bytes([0x1D, ord("("), name]) + data[:2])

    def _processed(self) -> Reading:
        what = (yield 1)[0]
        self._machine.answer(bytes([self._machine.paper_byte() if what in (1, 49) else 0]))

    def _counter(self) -> Reading:
        what, _, low, high = yield 4
        if what != ord("2"):
            self._note(bytes([0x1D, ord("g"), what]))
            return
        number = self._machine.counter(low + high * 256)
        self._machine.answer(b"\x5f" + str(number).encode() + b"\x00")

    def _watch(self) -> Reading:
        self._machine.watch((yield 1)[0])

    def _identify(self) -> Reading:
        what = (yield 1)[0]
        self._machine.answer(b"\x5fSIMULATED\x00" if what >= 65 else b"\x02")

    def _escape_commands(self) -> _Table:
        return {
            ord("@"): self._initialise,
            ord("a"): self._align,
            ord("!"): self._looks,
            ord("E"): self._bold,
            ord("t"): self._page,
            ord("d"): self._feed_lines,
            ord("J"): self._feed_units,
            ord("3"): self._line_units,
            ord("2"): self._line_default,
            ord("*"): self._columns,
            ord("&"): self._define_glyphs,
            ord("%"): self._use_glyphs,
        }

    def _group_commands(self) -> _Table:
        return {
            ord("!"): self._size,
            ord("L"): self._left_margin,
            ord("P"): self._motion_units,
            ord("V"): self._cut,
            ord("v"): self._graphics.raster,
            ord("("): self._bracket,
            ord("8"): self._graphics.long,
            ord("r"): self._processed,
            ord("g"): self._counter,
            ord("a"): self._watch,
            ord("I"): self._identify,
        }
