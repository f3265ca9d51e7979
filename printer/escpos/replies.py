"""Tells a printer's answers apart by their bits, because they arrive mixed and in any pieces."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

_LONGEST_BLOCK = 96


@dataclass(frozen=True, slots=True)
class StatusByte:
    """The answer to one DLE EOT."""

    value: int


@dataclass(frozen=True, slots=True)
class AutoStatus:
    """Four bytes a printer sends by itself when something changes (ASB)."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Confirmed:
    """GS ( H: everything sent before this mark has been printed."""

    mark: bytes


@dataclass(frozen=True, slots=True)
class Processed:
    """GS r: everything sent before has been processed; `value` holds the paper sensors."""

    value: int


@dataclass(frozen=True, slots=True)
class Block:
    """The text of an information or counter answer (GS I, GS g)."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Stray:
    """A byte that is none of the answers above."""

    value: int


Reply = StatusByte | AutoStatus | Confirmed | Processed | Block | Stray


class Demultiplexer:
    """Feed it whatever arrives; it answers with the replies that are complete.

    By bit pattern (Epson, "Transmission status identification"): 0xx1xx10 real-time status,
    0xx1xx00 the first of four automatic bytes, 0xx0xxxx ordered status, 37h a mark, 5Fh a text.
    """

    def __init__(self) -> None:
        self._held = bytearray()

    @property
    def waiting(self) -> bool:
        """Whether a reply has begun that is not complete yet."""
        return bool(self._held)

    def feed(self, data: bytes) -> list[Reply]:
        replies: list[Reply] = []
        coming = deque(data)
        while coming:
            self._held.append(coming.popleft())
            reply = self._complete()
            if reply is None:
                continue
            if isinstance(reply, Stray):
                coming.extendleft(reversed(self._held[1:]))
            replies.append(reply)
            self._held.clear()
        return replies

    def _complete(self) -> Reply | None:
        held = self._held
        first = held[0]
        if first == 0x37:
            return self._mark()
        if first == 0x5F:
            return self._text()
        if first & 0x93 == 0x10:
            return self._automatic()
        if first & 0x93 == 0x12:
            return StatusByte(first)
        if first & 0x90 == 0x00:
            return Processed(first)
        return Stray(first)

    def _automatic(self) -> Reply | None:
        held = self._held
        if len(held) > 1 and held[-1] & 0x90:
            return Stray(held[0])
        return AutoStatus(bytes(held)) if len(held) == 4 else None

    def _mark(self) -> Reply | None:
        held = self._held
        if len(held) >= 2 and held[1] != 0x22:
            return Stray(held[0])
        if len(held) < 7:
            return None
        return Confirmed(bytes(held[2:6])) if held[6] == 0 else Stray(held[0])

    def _text(self) -> Reply | None:
        held = self._held
        if held[-1] == 0:
            return Block(bytes(held[1:-1]))
        return Stray(held[0]) if len(held) > _LONGEST_BLOCK else None
