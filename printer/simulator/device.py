"""The simulated machine: sensors, buffer, knife and answers around the interpreter."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable

from PIL import Image

from printer.simulator.faults import Fault, FaultKind
from printer.simulator.interpreter import Interpreter, Unknown
from printer.simulator.paper import Paper

BUFFER = 4096
SLOW_RATE = 20_000
"""Bytes a second the printer prints under the SLOW fault."""

_QUESTION = re.compile(rb"\x10\x04[\x01-\x08]")
_BLOCKING = (FaultKind.PAPER_OUT, FaultKind.COVER_OPEN, FaultKind.CUTTER, FaultKind.OFFLINE)


class Device:
    """Safe to use from several threads. `on_cut` is told of each slip as it is cut."""

    def __init__(
        self,
        width: int = 576,
        fault: Fault | None = None,
        on_cut: Callable[[Image.Image], None] | None = None,
    ) -> None:
        self._width = width
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._paper = Paper(width)
        self._interpreter = Interpreter(self._paper, self, _dpi(width))
        self._buffer = bytearray()
        self._answers = bytearray()
        self._slips: list[Image.Image] = []
        self._on_cut = on_cut
        self._unknown: list[Unknown] = []
        self._fault = fault
        self._left = fault.after if fault else 0
        self._mask = 0
        self._tail = b""
        self._worked = time.monotonic()
        self.cuts = 0
        self.received = 0
        self.epoch = 0
        self._turns = 0

    @property
    def off(self) -> bool:
        return self._has(FaultKind.OFF)

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
            return self._paper.y

    def set_fault(self, fault: Fault | None) -> None:
        with self._lock:
            self._fault = fault
            self._left = fault.after if fault else 0
            self._worked = time.monotonic()
            self._report()

    def power_cycle(self) -> None:
        """Off and on again: links break, buffers are lost, paper and counters stay."""
        with self._lock:
            self.epoch += 1
            self._unknown = self.unknown
            self._interpreter = Interpreter(self._paper, self, _dpi(self._width))
            self._buffer.clear()
            self._answers.clear()
            self._mask = 0
            self._tail = b""

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
            room = BUFFER - len(self._buffer)
            if self._left:
                room = min(room, self._left)
            taken = data[:room]
            self.received += len(taken)
            self._left = max(0, self._left - len(taken))
            self._real_time(taken)
            self._buffer += self._without_questions(taken)
            answers = self.work()
            if self._has(FaultKind.DROP) and (taken or not self._left):
                self._fault = None
                return len(taken), b"", True
            return len(taken), answers, False

    def work(self) -> bytes:
        """Print what the machine can print now; answers gathered meanwhile."""
        with self._lock:
            now = time.monotonic()
            allowed = len(self._buffer)
            if self._has(FaultKind.SLOW):
                allowed = min(allowed, int((now - self._worked) * SLOW_RATE))
            if self._has(*_BLOCKING, FaultKind.SILENT):
                allowed = 0
            if allowed or not self._buffer:
                self._worked = now
            piece = bytes(self._buffer[:allowed])
            del self._buffer[:allowed]
            self._interpreter.feed(piece)
            answers = bytes(self._answers)
            self._answers.clear()
            return b"" if self._has(FaultKind.SILENT) else answers

    def answer(self, data: bytes) -> None:
        if not self._has(FaultKind.NO_ACKS):
            self._answers += data

    def cut(self, slip: Image.Image) -> None:
        self.cuts += 1
        self._slips.append(slip)
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
        return self.cuts if number in (50, 178) else 0

    def _has(self, *kinds: FaultKind) -> bool:
        return self._fault is not None and self._fault.kind in kinds and not self._left

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


def _dpi(width: int) -> int:
    return 180 if width == 512 else 203
