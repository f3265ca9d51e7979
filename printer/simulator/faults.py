"""What can be wrong with the simulated printer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class FaultKind(Enum):
    """One way in which the printer misbehaves; `FAULTS` says how."""

    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    CUTTER = "cutter"
    NEAR_END = "near-end"
    OFFLINE = "offline"
    OFF = "off"
    SILENT = "silent"
    DROP = "drop"
    NO_ACKS = "no-acks"
    SLOW = "slow"


FAULTS: Mapping[str, str] = MappingProxyType(
    {
        FaultKind.PAPER_OUT.value: "the roll is empty; bytes are held until there is paper",
        FaultKind.COVER_OPEN.value: "the cover is open",
        FaultKind.CUTTER.value: "the knife is stuck",
        FaultKind.NEAR_END.value: "the roll is nearly empty; everything still prints",
        FaultKind.OFFLINE.value: "says that it is offline, without a reason",
        FaultKind.OFF.value: "switched off: refuses the connection",
        FaultKind.SILENT.value: "takes bytes, prints nothing and never answers",
        FaultKind.DROP.value: "breaks the connection once",
        FaultKind.NO_ACKS.value: "prints and tells its state, but confirms nothing",
        FaultKind.SLOW.value: "prints slowly",
    }
)
"""Every fault by name, and what the printer does then."""


class Moment(Enum):
    """When a fault sets in, told by what the printer is doing instead of by bytes."""

    BEFORE_CUT = "cut"
    AFTER_CUT = "after-cut"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that sets in once `after` more bytes have arrived, or at the next `moment`.

    At `Moment.BEFORE_CUT` the knife does not come down.
    """

    kind: FaultKind
    after: int = 0
    moment: Moment | None = None

    @classmethod
    def parse(cls, text: str) -> Fault:
        """NAME, NAME@BYTES, NAME@cut or NAME@after-cut: "paper-out", "drop@5000", "off@cut".

        Raises ValueError.
        """
        name, _, after = text.partition("@")
        if name not in FAULTS:
            raise ValueError(f"{name!r} is no fault; there are {' '.join(FAULTS)}")
        for moment in Moment:
            if after == moment.value:
                return cls(FaultKind(name), moment=moment)
        if after and not (after.isascii() and after.isdigit()):
            raise ValueError(
                f"{after!r} is no number of bytes; write it like drop@5000, off@cut, off@after-cut"
            )
        return cls(FaultKind(name), int(after or 0))

    def __str__(self) -> str:
        when = self.moment.value if self.moment else str(self.after or "")
        return f"{self.kind.value}@{when}" if when else self.kind.value
