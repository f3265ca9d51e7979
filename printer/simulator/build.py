"""How a simulated printer is built, as opposed to what is wrong with it at the moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Acks = Literal["pid", "gsr", "none"]


@dataclass(frozen=True, slots=True)
class Build:
    """`width` in dots, `buffer` in bytes.

    `mm_per_second`: 0 prints at once. `bytes_per_second` is what its link carries, 0 for no limit.
    `acks`: "pid" confirms marks and counts cuts, "gsr" answers GS r alone, "none" only tells its
    state. `forgetful`: a loss of power within a second after a cut costs it that count.
    """

    width: int = 576
    buffer: int = 4096
    mm_per_second: float = 0.0
    bytes_per_second: int = 0
    acks: Acks = "pid"
    forgetful: bool = False
    cuts_before: int = 0

    @property
    def dots_per_inch(self) -> int:
        return 180 if self.width == 512 else 203

    def answers(self, data: bytes) -> bool:
        """Whether a printer of this build would send that ordered answer."""
        if self.acks == "pid":
            return True
        return self.acks == "gsr" and data[:1] not in (b"\x37", b"\x5f")
