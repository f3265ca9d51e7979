"""The staff area's table: total, and with one way in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.readiness import Readiness
from kiosk.staff.area import state as of
from kiosk.staff.area.state import INSIDE, Area, AreaAsk, AreaEvent, Power, Room
from kiosk.staff.area.table import EVERYWHERE_INSIDE, TABLE, step
from kiosk.staff.pin import Locked, NotSet, Right, Wrong

READY = Readiness(datetime(2026, 11, 25, 7, 0, tzinfo=VIETNAM), ())
PIN = "280914"
EVENTS: tuple[AreaEvent, ...] = (
    of.MarkTouched(1.0), of.DigitTyped("7"), of.DigitTyped("x"), of.DigitErased(), of.PinGiven(),
    of.PinCame(0, Right()), of.PinCame(0, Wrong(1)), of.PinCame(0, Locked(30)),
    of.PinCame(0, NotSet()), *(of.RoomWanted(room) for room in Room), of.BackWanted(),
    of.LeaveWanted(), of.QuietTooLong(), of.ExamineWanted(), of.ReadinessCame(0, READY),
    of.PrintWanted(), of.PrintCame(0, "printed"), of.ServiceSwitched(),
    of.PowerWanted(Power.RESTART), of.PowerConfirmed(),
)  # fmt: skip


def after(area: Area, *events: AreaEvent) -> tuple[Area, list[AreaAsk]]:
    asks: list[AreaAsk] = []
    for event in events:
        area, more = step(area, event)
        asks += more
    return area, asks


def typed(area: Area, pin: str = PIN) -> Area:
    return after(area, *(of.DigitTyped(digit) for digit in pin))[0]


def test_every_kind_of_event_is_tried() -> None:
    tried = {type(event) for event in EVENTS}
    assert {event for _, event in TABLE} | EVERYWHERE_INSIDE.keys() <= tried


@pytest.mark.parametrize("room", Room)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_every_event_in_every_room_is_answered(room: Room, event: AreaEvent) -> None:
    for busy in (False, True):
        moved, asks = step(Area(room=room, busy=busy, readiness=READY, digits=PIN), event)
        assert isinstance(moved, Area)
        assert all(not isinstance(ask, of.TurnOff) for ask in asks)


@given(some.lists(some.sampled_from(EVENTS), max_size=40))
def test_without_the_right_pin_nobody_comes_in(events: list[AreaEvent]) -> None:
    area = Area()
    for event in events:
        before = area
        area, _ = step(area, event)
        if area.room in INSIDE and before.room not in INSIDE:
            assert isinstance(event, of.PinCame)
            assert event == of.PinCame(before.ticket, Right())


def test_five_touches_within_four_seconds_open_the_door() -> None:
    quick = [of.MarkTouched(at) for at in (10.0, 10.9, 11.8, 12.7)]
    assert after(Area(), *quick)[0].room is Room.CLOSED
    assert after(Area(), *quick, of.MarkTouched(13.9))[0].room is Room.PIN
    assert after(Area(), *quick, of.MarkTouched(14.1))[0].room is Room.CLOSED


def test_the_right_pin_opens_and_wipes_the_visit() -> None:
    asked, asks = after(typed(Area(room=Room.PIN)), of.PinGiven())
    [check] = asks
    assert isinstance(check, of.CheckPin)
    assert (check.pin, asked.digits) == (PIN, "")
    opened, asks = after(asked, of.PinCame(check.ticket, Right()))
    assert (opened.room, asks) == (Room.MENU, [of.EndVisit()])


@pytest.mark.parametrize("answer", [Wrong(2), Locked(30), NotSet()])
def test_any_other_answer_is_told_on_the_pad(answer: Wrong | Locked | NotSet) -> None:
    asked, [check] = after(typed(Area(room=Room.PIN)), of.PinGiven())
    assert isinstance(check, of.CheckPin)
    told, asks = after(asked, of.PinCame(check.ticket, answer))
    assert (told.room, told.answer, told.busy, asks) == (Room.PIN, answer, False, [])


def test_a_pin_is_not_asked_for_twice_nor_too_short() -> None:
    asked, _ = after(typed(Area(room=Room.PIN)), of.PinGiven())
    assert after(asked, of.DigitTyped("1"), of.PinGiven()) == (asked, [])
    assert after(typed(Area(room=Room.PIN), "12345"), of.PinGiven())[1] == []


def test_an_answer_for_somebody_who_left_changes_nothing() -> None:
    asked, [check] = after(typed(Area(room=Room.PIN)), of.PinGiven())
    assert isinstance(check, of.CheckPin)
    left = after(asked, of.QuietTooLong(), *(of.MarkTouched(at / 2) for at in range(5)))[0]
    assert left.room is Room.PIN
    assert after(left, of.PinCame(check.ticket, Right()))[0].room not in INSIDE


@pytest.mark.parametrize("room", [Room.PIN, *INSIDE])
def test_it_leaves_by_itself_and_keeps_nothing(room: Room) -> None:
    busy = Area(room=room, digits=PIN, readiness=READY, busy=True, out_of_service=True, ticket=7)
    left, asks = after(busy, of.QuietTooLong())
    assert (left, asks) == (Area(out_of_service=True, ticket=8), [])


def test_readiness_is_looked_at_on_entering_and_can_be_printed() -> None:
    there, [asked] = after(Area(room=Room.MENU), of.RoomWanted(Room.READINESS))
    assert isinstance(asked, of.Examine)
    assert after(there, of.PrintWanted())[1] == []
    told, _ = after(there, of.ReadinessCame(asked.ticket, READY))
    printing, [wish] = after(told, of.PrintWanted())
    assert wish == of.PrintReadiness(printing.ticket, READY)
    done, _ = after(printing, of.PrintCame(printing.ticket, "uncertain"))
    assert (done.printed, done.busy) == ("uncertain", False)


def test_the_printers_room_prints_the_test_page() -> None:
    there = Area(room=Room.PRINTER)
    printing, [wish] = after(there, of.PrintWanted())
    assert wish == of.PrintTrial(printing.ticket)


def test_power_goes_off_only_after_a_second_yes() -> None:
    there = Area(room=Room.POWER)
    assert after(there, of.PowerConfirmed())[1] == []
    chosen, asks = after(there, of.PowerWanted(Power.SHUT_DOWN))
    assert asks == []
    assert after(chosen, of.PowerConfirmed())[1] == [of.TurnOff(Power.SHUT_DOWN)]
    assert after(chosen, of.BackWanted(), of.RoomWanted(Room.POWER), of.PowerConfirmed())[1] == []


def test_out_of_service_is_kept_when_the_area_closes() -> None:
    out, asks = after(Area(room=Room.MENU), of.ServiceSwitched())
    assert (out.out_of_service, asks) == (True, [of.KeepService(out_of_service=True)])
    assert after(out, of.LeaveWanted())[0].out_of_service
    back = replace(out, room=Room.MENU)
    assert after(back, of.ServiceSwitched())[1] == [of.KeepService(out_of_service=False)]


def test_an_area_says_nothing_of_its_digits() -> None:
    assert PIN not in repr(Area(digits=PIN)) + repr(of.CheckPin(1, PIN)) + repr(of.DigitTyped("2"))
