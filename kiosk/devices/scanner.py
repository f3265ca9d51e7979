"""A keyboard-wedge scanner types; this tells its burst from a person's fingers.

Pure: time is handed in. Characters wait here until it is clear which they are, so that not one
character of a scan ever reaches a field.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MIN_LENGTH = 6
"""Characters that make a burst: no finger types so many without a pause."""

SUFFIXES = ("\r", "\n", "\t")
LONGEST = 1000
"""Characters kept of one burst; a card's QR has about 150."""

HICCUP = 4
"""Times `burst_ms` that a running burst may pause: a busy USB bus, never a person."""

_VIETNAMESE_ROW = str.maketrans(
    "ăâêôđĂÂÊÔĐ\u0300\u0309\u0303\u0301\u0323", "123401234056789", ""
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Scan:
    """One whole code, without the scanner's suffix. No repr: it may hold anything."""

    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """One character that a person typed on a plugged-in keyboard. No repr for the same reason."""

    char: str


@dataclass(slots=True)
class Scanner:
    """Feed it every character with the millisecond it came; it answers with what came of them.

    A burst is at least `MIN_LENGTH` characters, none more than `burst_ms` after the one before,
    and not one key held down. A burst that stalls and goes on is one scan as long as nobody
    flushed it; the rest of a flushed one is dropped rather than typed.
    """

    burst_ms: float = 35
    suffixes: tuple[str, ...] = SUFFIXES
    _waiting: list[str] = field(default_factory=list, repr=False)
    _last_ms: float = 0.0
    _after_scan: bool = False

    def feed(self, char: str, at_ms: float) -> list[Scan | Typed]:
        """What is certain now that `char` came at `at_ms`; nothing while it may be a scan."""
        gap, self._last_ms = at_ms - self._last_ms, at_ms
        if self._after_scan and gap <= HICCUP * self.burst_ms:
            return []
        self._after_scan = False
        patience = HICCUP if self._is_scan() else 1
        came = self._release() if gap > patience * self.burst_ms else []
        if char not in self.suffixes:
            self._waiting += char[: LONGEST - len(self._waiting)]
        elif self._is_scan():
            came += self._release()
        else:
            came += [*self._release(), Typed(char)]
        return came

    def flush(self, now_ms: float) -> list[Scan | Typed]:
        """Once the keys are quiet: a scanner without a suffix, or a finger, is done."""
        if not self._waiting or now_ms - self._last_ms <= self.burst_ms:
            return []
        return self._release()

    @property
    def amid_scan(self) -> bool:
        """Whether what waits can only be a scanner's: its Tab must not move the focus."""
        return self._is_scan()

    def _is_scan(self) -> bool:
        return len(self._waiting) >= MIN_LENGTH and len(set(self._waiting)) > 1

    def _release(self) -> list[Scan | Typed]:
        self._after_scan = self._is_scan()
        text, self._waiting = "".join(self._waiting), []
        if self._after_scan:
            return [Scan(plain(text))]
        return [Typed(char) for char in text]


def plain(text: str) -> str:
    """`text` as the scanner meant it, where the keyboard layout was Vietnamese.

    There the row of digits writes ă â ê ô, five tones and đ; every code and card holds digits,
    so only a text with none of them is put right. Other text comes back as it is.
    """
    if any(char in "0123456789" for char in text):
        return text
    return text.translate(_VIETNAMESE_ROW)
