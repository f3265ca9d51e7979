"""Where the officer stands in the staff area, and what may happen there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum

from kiosk.domain.readiness import Readiness
from kiosk.staff.pin import PinAnswer

TOUCHES, WITHIN_S = 5, 4.0
"""So many touches on the ward's mark within so many seconds open the door."""


class Room(StrEnum):
    """The rooms; each but CLOSED is one QML file of the same name."""

    CLOSED = ""
    PIN = "StaffPin"
    MENU = "StaffMenu"
    READINESS = "StaffReadiness"
    PRINTER = "StaffPrinter"
    POWER = "StaffPower"


INSIDE = (Room.MENU, Room.READINESS, Room.PRINTER, Room.POWER)


class Power(Enum):
    RESTART = "restart"
    SHUT_DOWN = "shut_down"


@dataclass(frozen=True, slots=True, repr=False)
class Area:
    """A snapshot; every change is a new one. No repr: it holds the digits of a PIN.

    `touches` are seconds. `printed` is what became of the last print: printed, uncertain, failed
    or nothing yet. Answers with another `ticket` are stale.
    """

    room: Room = Room.CLOSED
    touches: tuple[float, ...] = ()
    digits: str = field(default="", repr=False)
    answer: PinAnswer | None = None
    readiness: Readiness | None = None
    printed: str = ""
    busy: bool = False
    power: Power | None = None
    out_of_service: bool = False
    ticket: int = 0

    def closed(self) -> Area:
        """Nothing is kept but whether the kiosk serves; what is on its way becomes stale."""
        return Area(out_of_service=self.out_of_service, ticket=self.ticket + 1)

    def to(self, room: Room) -> Area:
        """Another room; what is on its way to this one becomes stale."""
        return replace(
            self, room=room, digits="", answer=None, printed="", busy=False, power=None,
            ticket=self.ticket + 1,
        )  # fmt: skip

    def waiting(self) -> Area:
        return replace(self, busy=True, ticket=self.ticket + 1)


@dataclass(frozen=True, slots=True)
class MarkTouched:
    at: float


@dataclass(frozen=True, slots=True, repr=False)
class DigitTyped:
    digit: str


@dataclass(frozen=True, slots=True)
class DigitErased:
    pass


@dataclass(frozen=True, slots=True)
class PinGiven:
    pass


@dataclass(frozen=True, slots=True)
class PinCame:
    ticket: int
    answer: PinAnswer


@dataclass(frozen=True, slots=True)
class RoomWanted:
    room: Room


@dataclass(frozen=True, slots=True)
class BackWanted:
    pass


@dataclass(frozen=True, slots=True)
class LeaveWanted:
    pass


@dataclass(frozen=True, slots=True)
class QuietTooLong:
    pass


@dataclass(frozen=True, slots=True)
class ExamineWanted:
    pass


@dataclass(frozen=True, slots=True)
class ReadinessCame:
    ticket: int
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class PrintWanted:
    """The test page in the printer's room, the readiness slip in its own."""


@dataclass(frozen=True, slots=True)
class PrintCame:
    ticket: int
    outcome: str


@dataclass(frozen=True, slots=True)
class ServiceSwitched:
    pass


@dataclass(frozen=True, slots=True)
class PowerWanted:
    power: Power


@dataclass(frozen=True, slots=True)
class PowerConfirmed:
    pass


AreaEvent = (
    MarkTouched | DigitTyped | DigitErased | PinGiven | PinCame | RoomWanted | BackWanted
    | LeaveWanted | QuietTooLong | ExamineWanted | ReadinessCame | PrintWanted | PrintCame
    | ServiceSwitched | PowerWanted | PowerConfirmed
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class CheckPin:
    ticket: int
    pin: str


@dataclass(frozen=True, slots=True)
class EndVisit:
    """The door opened: whatever a citizen had on the screen is wiped."""


@dataclass(frozen=True, slots=True)
class Examine:
    ticket: int


@dataclass(frozen=True, slots=True)
class PrintTrial:
    ticket: int


@dataclass(frozen=True, slots=True)
class PrintReadiness:
    ticket: int
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class KeepService:
    """Remember across restarts whether the kiosk serves."""

    out_of_service: bool


@dataclass(frozen=True, slots=True)
class TurnOff:
    power: Power


AreaAsk = CheckPin | EndVisit | Examine | PrintTrial | PrintReadiness | KeepService | TurnOff
