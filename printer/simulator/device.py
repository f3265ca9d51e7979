"""The simulated machine: sensors, buffer, knife and answers around the interpreter."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable

from PIL import Image

from printer.simulator.build import Build
from printer.simulator.faults import Fault, FaultKind, Moment
from printer.simulator.interpreter import Interpreter, Unknown
from printer.simulator.mechanics import Motor
from printer.simulator.paper import Paper

SLOW_RATE = 20_000
"""Bytes a second the printer prints under the SLOW fault."""

_QUESTION = re.compile(rb"\x10\x04[\x01-\x08]")
_BLOCKING = (FaultKind.PAPER_OUT, FaultKind.COVER_OPEN, FaultKind.CUTTER, FaultKind.OFFLINE)


class Device:
    """Safe to use from several threads. `on_cut` is told of each slip as it is cut."""

    def __init__(
        self,
        build: Build | None = None,
        fault: Fault | None = None,
        on_cut: Callable[[Image.Image], None] | None = None,
    ) -> None:
        self.build = Build() if build is None else build
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._motor = Motor(self.build.mm_per_second, self.build.dots_per_inch)
        self._paper = Paper(self.build.width, self._motor)
        self._unknown: list[Unknown] = []
        self._slips: list[Image.Image] = []
        self._on_cut = on_cut
        self.cuts = 0
        self.received = 0
        self.epoch = 0
        self._counted = self.build.cuts_before
        self._last_cut = float("-inf")
        self._dark_until = 0.0
        self._turns = 0
        self._mask = 0
        self._fault: Fault | None = None
        self._moment: Moment | None = None
        self._left = 0
        self._cut_short = False
        self._worked = self._line_busy = time.monotonic()
        self._begin(fault)
        self._boot()

    @property
    def off(self) -> bool:
        return self._has(FaultKind.OFF) or time.monotonic() < self._dark_until

    @property
    def slips(self) -> list[Image.Image]:
        """Every slip cut so far, mode "1", as long as the paper that came out."""
        with self._lock:
            return list(self._slips)

    @property
    def unknown(self) -> list[Unknown]:
        """Every byte sequence the printer did not understand."""
        with self._lock:
            return [*self._unknown, *self._interpreter.unknown]

    @property
    def hanging(self) -> int:
        """Rows of paper printed and not cut."""
        with self._lock:
            return max(0, self._paper.y - self._motor.rows_left)

    @property
    def idle(self) -> bool:
        """Whether nothing is left to print and the paper stands still."""
        with self._lock:
            self.work(keep=True)
            return not self._buffer and not self._motor.moving

    @property
    def moving(self) -> bool:
        return self._motor.moving

    @property
    def far_behind(self) -> bool:
        return self._motor.far_behind

    def set_fault(self, fault: Fault | None) -> None:
        with self._lock:
            self._begin(fault)
            self._worked = time.monotonic()
            self._report()

    def power_cycle(self, seconds: float = 0.0) -> None:
        """Off, and on again after `seconds`: links break, buffers and unprinted rows are lost."""
        with self._lock:
            self.epoch += 1
            self._dark_until = time.monotonic() + seconds
            self._unknown = self.unknown
            self._paper.lose(self._motor.stop())
            if self.build.forgetful and time.monotonic() - self._last_cut < 1.0:
                self._counted -= 1
            self._boot()

    def wait_for_slips(self, count: int, timeout: float) -> bool:
        """Whether `count` slips have been cut within `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self._slips) >= count, timeout)

    def turn(self) -> None:
        """The link has looked at the machine's state once more."""
        with self._changed:
            self._turns += 1
            self._changed.notify_all()

    def wait_for_turn(self, timeout: float) -> bool:
        """Whether the link has seen everything that was changed before this call."""
        with self._changed:
            seen = self._turns + 2
            return self._changed.wait_for(lambda: self._turns >= seen, timeout)

    def receive(self, data: bytes) -> tuple[int, bytes, bool]:
        """Take what fits: how many bytes were taken, what to answer, whether the link breaks."""
        with self._lock:
            if self._has(FaultKind.SILENT):
                self.received += len(data)
                return len(data), b"", False
            room = min(self._line(), max(0, self.build.buffer - len(self._buffer)))
            if self._left:
                room = min(room, self._left)
            taken = data[:room]
            self.received += len(taken)
            if self.build.bytes_per_second:
                self._line_busy += len(taken) / self.build.bytes_per_second
            self._real_time(taken)
            self._buffer += self._without_questions(taken)
            answers = self.work()
            if self._left:
                self._left -= len(taken)
                if not self._left:
                    self._report()
                    answers += self.work()
            if self._has(FaultKind.DROP) and (taken or not self._left):
                self._begin(None)
                return len(taken), b"", True
            return len(taken), answers, False

    def receive_quietly(self, data: bytes) -> tuple[int, bytes, bool]:
        """As `receive`, where answers wait until they are fetched by `say`."""
        with self._lock:
            taken, answers, dropped = self.receive(data)
            self._answers[:0] = answers
            return taken, b"", dropped

    def say(self, size: int) -> bytes:
        """At most `size` bytes of what it has to answer; the rest is kept."""
        with self._lock:
            said = self.work()
            self._answers[:0] = said[size:]
            return said[:size]

    def work(self, *, keep: bool = False) -> bytes:
        """Print what the machine can print now; answers gathered meanwhile, unless kept."""
        with self._lock:
            now = time.monotonic()
            allowed = len(self._buffer)
            if self._has(FaultKind.SLOW):
                allowed = min(allowed, int((now - self._worked) * SLOW_RATE))
            dark = now < self._dark_until
            if self._has(*_BLOCKING, FaultKind.SILENT) or dark:
                allowed = 0
            if allowed or not self._buffer:
                self._worked = now
            piece = bytes(self._buffer[:allowed])
            del self._buffer[:allowed]
            self._buffer[:0] = self._interpreter.feed(piece)
            if dark:
                self._buffer.clear()
            if keep:
                return b""
            answers = bytes(self._answers)
            self._answers.clear()
            return b"" if self._has(FaultKind.SILENT) else answers

    def answer(self, data: bytes) -> None:
        if not self._cut_short and not self._has(FaultKind.NO_ACKS) and self.build.answers(data):
            self._answers += data

    def cut(self) -> None:
        if self._moment is Moment.BEFORE_CUT:
            self._strike()
            return
        self.cuts += 1
        self._counted += 1
        self._last_cut = time.monotonic()
        slip = self._paper.cut()
        self._slips.append(slip)
        if self._moment is Moment.AFTER_CUT:
            self._strike()
        if self._on_cut is not None:
            self._on_cut(slip)
        self._changed.notify_all()

    def watch(self, mask: int) -> None:
        self._mask = mask
        self._report()

    def paper_byte(self) -> int:
        if self._has(FaultKind.PAPER_OUT):
            return 0x0F
        return 0x03 if self._has(FaultKind.NEAR_END) else 0x00

    def counter(self, number: int) -> int:
        return self._counted if number in (50, 178) else 0

    def _line(self) -> int:
        """Bytes that the link has carried by now and nobody took yet."""
        if not self.build.bytes_per_second:
            return self.build.buffer
        now = time.monotonic()
        self._line_busy = max(self._line_busy, now - 0.05)
        return max(0, int((now - self._line_busy) * self.build.bytes_per_second))

    def _strike(self) -> None:
        """The fault's moment has come; a link that breaks now carries nothing any more."""
        self._moment = None
        self._cut_short = self._has(FaultKind.OFF, FaultKind.DROP)
        self._report()

    def _begin(self, fault: Fault | None) -> None:
        self._cut_short = False
        self._fault = fault
        self._left = fault.after if fault else 0
        self._moment = fault.moment if fault else None

    def _boot(self) -> None:
        self._interpreter = Interpreter(self._paper, self, self.build.dots_per_inch)
        self._buffer = bytearray()
        self._answers = bytearray()
        self._mask = 0
        self._tail = b""

    def _has(self, *kinds: FaultKind) -> bool:
        waiting = self._left or self._moment is not None
        return self._fault is not None and self._fault.kind in kinds and not waiting

    def _real_time(self, data: bytes) -> None:
        """Answer DLE EOT wherever it appears, as soon as it arrives."""
        stream = self._tail + data
        at = stream.find(b"\x10\x04")
        while at != -1 and at + 2 < len(stream):
            status = self._status(stream[at + 2])
            if status is not None:
                self._answers.append(status)
            at = stream.find(b"\x10\x04", at + 1)
        self._tail = stream[-2:]

    def _without_questions(self, data: bytes) -> bytes:
        """A stopped printer answers questions between commands without keeping them."""
        if self._buffer or self._interpreter.inside_command:
            return data
        return _QUESTION.sub(b"", data) if self._has(*_BLOCKING) else data

    def _status(self, what: int) -> int | None:
        offline, cover = self._has(*_BLOCKING), self._has(FaultKind.COVER_OPEN)
        paper, cutter = self._has(FaultKind.PAPER_OUT), self._has(FaultKind.CUTTER)
        near = paper or self._has(FaultKind.NEAR_END)
        bits = {
            1: 0x08 * offline,
            2: 0x04 * cover | 0x20 * paper | 0x40 * cutter,
            3: 0x08 * cutter,
            4: 0x0C * near | 0x60 * paper,
        }
        return 0x12 | bits[what] if what in bits else None

    def _report(self) -> None:
        if not self._mask or self._has(FaultKind.SILENT):
            return
        first = 0x10 | 0x08 * self._has(*_BLOCKING) | 0x20 * self._has(FaultKind.COVER_OPEN)
        self._answers += bytes([first, 0x08 * self._has(FaultKind.CUTTER), self.paper_byte(), 0])
