"""What the staff area shows: the pad, the rooms, the readiness, the sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.readiness import Finding, Light, tell
from kiosk.domain.text import Words
from kiosk.staff.area import state as of
from kiosk.staff.area.state import Area, AreaEvent, Power, Room
from kiosk.staff.pin import SHORTEST, Locked, NotSet, PinAnswer, Right, Wrong
from kiosk.ui.views.view import Rows, View, made_by_kiosk, shown

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

SIGN = "OutOfService"
ICONS = {Light.GREEN: "check", Light.AMBER: "info", Light.RED: "warning"}
PRINTER_CHECKS = ("printer", "paper")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One part: `tone` is the light's name as a Notice knows it."""

    name: str
    says: str
    todo: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class StaffProps:
    page: str = ""
    dots: str = ""
    ready: bool = False
    busy: bool = False
    told: str = ""
    headline: str = ""
    tone: str = "plain"
    printed: str = ""
    printed_well: bool = False
    out_of_service: bool = False
    power: str = ""
    version: str = ""
    rows: tuple[CheckRow, ...] = ()


def derive_staff(area: Area, words: Words, version: str) -> StaffProps:
    readiness = area.readiness
    findings = readiness.findings if readiness else ()
    if area.room is Room.PRINTER:
        findings = tuple(each for each in findings if each.check in PRINTER_CHECKS)
    sign = SIGN if area.out_of_service else ""
    return StaffProps(
        page=area.room.value or sign,
        dots="●" * len(area.digits),
        ready=len(area.digits) >= SHORTEST and not area.busy,
        busy=area.busy,
        told=_told(area.answer, words),
        headline=words.say(f"staff.light.{readiness.light}_all") if readiness else "",
        tone=readiness.light.value if readiness else "plain",
        printed=words.say(f"staff.printed.{area.printed}") if area.printed else "",
        printed_well=area.printed == "printed",
        out_of_service=area.out_of_service,
        power=area.power.value if area.power else "",
        version=version,
        rows=tuple(_row(each, words) for each in sorted(findings, key=_worst_first)),
    )


def _told(answer: PinAnswer | None, words: Words) -> str:
    match answer:
        case None | Right():
            return ""
        case Wrong(left=left):
            return words.say("staff.pin.wrong", left=left)
        case Locked(seconds=seconds):
            return words.say("staff.pin.locked", time=_span(seconds, words))
        case NotSet():
            return words.say("staff.pin.not_set")
        case _:
            assert_never(answer)


def _span(seconds: int, words: Words) -> str:
    if seconds < 90:
        return words.say("staff.span.seconds", number=seconds)
    return words.say("staff.span.minutes", number=-(-seconds // 60))


def _worst_first(finding: Finding) -> int:
    return (Light.RED, Light.AMBER, Light.GREEN).index(finding.light)


def _row(finding: Finding, words: Words) -> CheckRow:
    told = tell(finding, words)
    return CheckRow(told.name, told.says, told.do, finding.light.value, ICONS[finding.light])


@QmlElement
@made_by_kiosk
class StaffView(View[StaffProps]):
    changed = Signal()

    page = shown(str, "page", changed)
    dots = shown(str, "dots", changed)
    ready = shown(bool, "ready", changed)
    busy = shown(bool, "busy", changed)
    told = shown(str, "told", changed)
    headline = shown(str, "headline", changed)
    tone = shown(str, "tone", changed)
    printed = shown(str, "printed", changed)
    printedWell = shown(bool, "printed_well", changed)
    outOfService = shown(bool, "out_of_service", changed)
    power = shown(str, "power", changed)
    version = shown(str, "version", changed)

    def __init__(self) -> None:
        super().__init__(StaffProps(), lambda _event: None)
        self._rows = Rows(CheckRow)
        self._tell: Callable[[AreaEvent], None] = lambda _event: None
        self._touch: Callable[[], None] = lambda: None

    rows = Property(QObject, lambda view: view._rows, constant=True)

    def connect_desk(
        self, tell_desk: Callable[[AreaEvent], None], touch: Callable[[], None]
    ) -> None:
        """The desk is made after the view, and handed in here."""
        self._tell, self._touch = tell_desk, touch

    def _fold(self) -> None:
        self._rows.replace(self._props.rows)

    @Slot()
    def touchMark(self) -> None:
        self._touch()

    @Slot(str)
    def press(self, digit: str) -> None:
        self._tell(of.DigitTyped(digit))

    @Slot()
    def erase(self) -> None:
        self._tell(of.DigitErased())

    @Slot()
    def give(self) -> None:
        self._tell(of.PinGiven())

    @Slot(str)
    def enter(self, room: str) -> None:
        self._tell(of.RoomWanted(Room(room)))

    @Slot()
    def back(self) -> None:
        self._tell(of.BackWanted())

    @Slot()
    def leave(self) -> None:
        self._tell(of.LeaveWanted())

    @Slot()
    def examine(self) -> None:
        self._tell(of.ExamineWanted())

    @Slot()
    def printPage(self) -> None:
        self._tell(of.PrintWanted())

    @Slot()
    def switchService(self) -> None:
        self._tell(of.ServiceSwitched())

    @Slot(str)
    def choosePower(self, power: str) -> None:
        self._tell(of.PowerWanted(Power(power)))

    @Slot()
    def confirmPower(self) -> None:
        self._tell(of.PowerConfirmed())
