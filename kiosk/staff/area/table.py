"""Room × event → move. Nothing else decides where an officer goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.staff.area import state as of
from kiosk.staff.area.state import INSIDE, TOUCHES, WITHIN_S, Area, AreaAsk, AreaEvent, Room
from kiosk.staff.pin import LONGEST, SHORTEST, Right

Move = tuple[Area, tuple[AreaAsk, ...]]


def step(area: Area, event: AreaEvent) -> Move:
    """The next area and what is asked for; an event that means nothing here changes nothing."""
    move = TABLE.get((area.room, type(event))) or (
        EVERYWHERE_INSIDE.get(type(event)) if area.room in INSIDE else None
    )
    return move(area, event) if move else (area, ())


def _touch(area: Area, event: of.MarkTouched) -> Move:
    recent = tuple(at for at in area.touches if 0 <= event.at - at < WITHIN_S)
    touches = (*recent, event.at)
    if len(touches) < TOUCHES:
        return replace(area, touches=touches), ()
    return replace(area, touches=()).to(Room.PIN), ()


def _type(area: Area, event: of.DigitTyped) -> Move:
    if area.busy or len(area.digits) >= LONGEST or event.digit not in "0123456789":
        return area, ()
    return replace(area, digits=area.digits + event.digit, answer=None), ()


def _erase(area: Area, _event: of.DigitErased) -> Move:
    return (area if area.busy else replace(area, digits=area.digits[:-1])), ()


def _give(area: Area, _event: of.PinGiven) -> Move:
    if area.busy or len(area.digits) < SHORTEST:
        return area, ()
    asked = replace(area.waiting(), digits="")
    return asked, (of.CheckPin(asked.ticket, area.digits),)


def _answer(area: Area, event: of.PinCame) -> Move:
    if event.ticket != area.ticket:
        return area, ()
    if isinstance(event.answer, Right):
        return area.to(Room.MENU), (of.EndVisit(),)
    return replace(area, busy=False, answer=event.answer), ()


def _go(area: Area, event: of.RoomWanted) -> Move:
    """Into a room from the menu; the readiness is looked at afresh."""
    if event.room not in INSIDE or event.room is Room.MENU:
        return area, ()
    there = area.to(event.room)
    if event.room in (Room.READINESS, Room.PRINTER):
        return _examine(there, of.ExamineWanted())
    return there, ()


def _back(area: Area, _event: of.BackWanted) -> Move:
    return area.to(Room.MENU), ()


def _leave(area: Area, _event: AreaEvent) -> Move:
    return area.closed(), ()


def _examine(area: Area, _event: of.ExamineWanted) -> Move:
    if area.busy:
        return area, ()
    asked = replace(area.waiting(), printed="")
    return asked, (of.Examine(asked.ticket),)


def _examined(area: Area, event: of.ReadinessCame) -> Move:
    if event.ticket != area.ticket:
        return area, ()
    return replace(area, busy=False, readiness=event.readiness), ()


def _print(area: Area, _event: of.PrintWanted) -> Move:
    if area.busy:
        return area, ()
    asked = replace(area.waiting(), printed="")
    if area.room is Room.PRINTER:
        return asked, (of.PrintTrial(asked.ticket),)
    if area.readiness is None:
        return area, ()
    return asked, (of.PrintReadiness(asked.ticket, area.readiness),)


def _printed(area: Area, event: of.PrintCame) -> Move:
    if event.ticket != area.ticket:
        return area, ()
    return replace(area, busy=False, printed=event.outcome), ()


def _switch(area: Area, _event: of.ServiceSwitched) -> Move:
    switched = replace(area, out_of_service=not area.out_of_service)
    return switched, (of.KeepService(switched.out_of_service),)


def _choose_power(area: Area, event: of.PowerWanted) -> Move:
    return replace(area, power=event.power), ()


def _confirm_power(area: Area, _event: of.PowerConfirmed) -> Move:
    return (area.closed(), (of.TurnOff(area.power),)) if area.power else (area, ())


AnyMove = Callable[[Area, Any], Move]

TABLE: dict[tuple[Room, type], AnyMove] = {
    (Room.CLOSED, of.MarkTouched): _touch,
    (Room.PIN, of.DigitTyped): _type,
    (Room.PIN, of.DigitErased): _erase,
    (Room.PIN, of.PinGiven): _give,
    (Room.PIN, of.PinCame): _answer,
    (Room.PIN, of.BackWanted): _leave,
    (Room.PIN, of.LeaveWanted): _leave,
    (Room.PIN, of.QuietTooLong): _leave,
    (Room.MENU, of.RoomWanted): _go,
    (Room.MENU, of.BackWanted): _leave,
    (Room.MENU, of.ServiceSwitched): _switch,
    (Room.READINESS, of.ExamineWanted): _examine,
    (Room.READINESS, of.ReadinessCame): _examined,
    (Room.READINESS, of.PrintWanted): _print,
    (Room.READINESS, of.PrintCame): _printed,
    (Room.PRINTER, of.ExamineWanted): _examine,
    (Room.PRINTER, of.ReadinessCame): _examined,
    (Room.PRINTER, of.PrintWanted): _print,
    (Room.PRINTER, of.PrintCame): _printed,
    (Room.POWER, of.PowerWanted): _choose_power,
    (Room.POWER, of.PowerConfirmed): _confirm_power,
}

EVERYWHERE_INSIDE: dict[type, AnyMove] = {
    of.BackWanted: _back,
    of.LeaveWanted: _leave,
    of.QuietTooLong: _leave,
}
"""What holds in every room behind the door; a room's own rule comes first."""
