"""A keyboard-wedge scanner types; this tells its burst from a person's fingers.

Pure: time is handed in. A burst is at least `MIN_LENGTH` characters, none more than `burst_ms`
after the one before. Characters wait here until it is clear which they are, so that not one
character of a scan ever reaches a field.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MIN_LENGTH = 6
SUFFIXES = ("\r", "\n", "\t")
LONGEST = 1000
"""Characters kept of one burst; a card's QR has about 150."""


@dataclass(frozen=True, slots=True, repr=False)
class Scan:
    """One whole code, without the scanner's suffix. No repr: it may hold anything."""

    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """One character that a person typed on a plugged-in keyboard."""

    char: str


@dataclass(slots=True)
class Scanner:
    """Feed it every character with the millisecond it came; it answers with what came of them."""

    burst_ms: int = 35
    suffixes: tuple[str, ...] = SUFFIXES
    _waiting: list[str] = field(default_factory=list, repr=False)
    _last_ms: float = 0.0

    def feed(self, char: str, at_ms: float) -> list[Scan | Typed]:
        came: list[Scan | Typed] = []
        if self._waiting and at_ms - self._last_ms > self.burst_ms:
            came += self._release()
        self._last_ms = at_ms
        if char in self.suffixes:
            if not self._waiting:
                return [*came, Typed(char)]
            came += self._release()
            return came
        if len(self._waiting) < LONGEST:
            self._waiting.append(char)
        return came

    def flush(self, now_ms: float) -> list[Scan | Typed]:
        """Once the keys are quiet: a scanner without a suffix, or a finger, is done."""
        if not self._waiting or now_ms - self._last_ms <= self.burst_ms:
            return []
        return self._release()

    def _release(self) -> list[Scan | Typed]:
        text, self._waiting = "".join(self._waiting), []
        if len(text) >= MIN_LENGTH:
            return [Scan(text)]
        return [Typed(char) for char in text]
