"""An officer at the real window: the mark, the PIN, the rooms, and out again."""

from __future__ import annotations

import pytest

from kiosk import app_staff
from kiosk.domain.count import Count
from kiosk.print_service import KioskPrintService
from kiosk.staff.area.state import Room
from kiosk.store.counters import vietnam_today
from kiosk.store.reading import month_of
from kiosk.visit.pages import Page
from printer.service.address import socket_in
from tests.helpers.rooms import Rooms

PIN = "280914"


@pytest.fixture
def rooms(rooms: Rooms) -> Rooms:
    app_staff.build_pins(rooms.settings).choose(PIN)
    return rooms


def enter(rooms: Rooms, room: Room) -> None:
    desk = rooms.shell.desk
    assert desk is not None
    rooms.hand.wait(lambda: desk.area.room is room and not desk.area.busy, f"the room {room.name}")


def knock(rooms: Rooms) -> None:
    desk = rooms.shell.desk
    assert desk is not None
    desk._clock = lambda: 0.0
    for _ in range(5):
        rooms.hand.touch("staff.mark")
    enter(rooms, Room.PIN)


def type_pin(rooms: Rooms, pin: str) -> None:
    for digit in pin:
        rooms.hand.touch(f"keyboard.key.{digit}")
    rooms.hand.touch("staff.open")


def come_in(rooms: Rooms) -> None:
    knock(rooms)
    type_pin(rooms, PIN)
    enter(rooms, Room.MENU)


def test_an_officer_reads_the_readiness_and_prints_it(rooms: Rooms) -> None:
    come_in(rooms)
    rooms.hand.touch("staff.readiness")
    enter(rooms, Room.READINESS)
    desk = rooms.shell.desk
    assert desk is not None
    assert desk.area.readiness is not None
    lights = {each.check: each.light.value for each in desk.area.readiness.findings}
    assert (lights["printer"], lights["paper"], lights["portal"]) == ("green", "green", "green")
    rooms.hand.touch("staff.print")
    rooms.hand.wait(lambda: desk.area.printed != "", "the print's end")
    assert desk.area.printed == "printed"
    assert rooms.printer.slips
    rooms.hand.touch("staff.back")
    enter(rooms, Room.MENU)
    rooms.hand.touch("staff.leave")
    enter(rooms, Room.CLOSED)


def test_coming_in_wipes_what_a_citizen_left_on_the_screen(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("home.lookup")
    rooms.arrive(Page.CODE)
    come_in(rooms)
    assert (rooms.page, rooms.visit.code) == (Page.ATTRACT, "")


@pytest.mark.events("staff.pin_wrong")
def test_a_wrong_pin_opens_nothing_and_locks(rooms: Rooms) -> None:
    knock(rooms)
    desk = rooms.shell.desk
    assert desk is not None
    for _ in range(3):
        type_pin(rooms, "111222")
        rooms.hand.wait(lambda: desk.area.answer is not None, "an answer")
    type_pin(rooms, PIN)
    rooms.hand.wait(lambda: not desk.area.busy, "an answer")
    assert desk.area.room is Room.PIN


def test_the_pad_goes_away_by_itself(rooms: Rooms) -> None:
    knock(rooms)
    desk = rooms.shell.desk
    assert desk is not None
    for _ in range(30):
        desk.tick()
    assert desk.area.room is Room.CLOSED


def test_out_of_service_nobody_can_start_until_staff_open_again(rooms: Rooms) -> None:
    come_in(rooms)
    rooms.hand.touch("staff.service")
    rooms.hand.touch("staff.leave")
    enter(rooms, Room.CLOSED)
    assert rooms.hand.find("attract.start") is None
    sign = rooms.file.parent / "staff" / "out-of-service"
    rooms.hand.wait(sign.exists, "the sign to be kept")
    assert app_staff.build_staff(rooms.settings, rooms.shell.flow._place, "1").out_of_service
    come_in(rooms)
    rooms.hand.touch("staff.service")
    rooms.hand.touch("staff.leave")
    rooms.start()


def test_a_child_who_taps_the_mark_twice_sees_nothing(rooms: Rooms) -> None:
    rooms.start()
    rooms.hand.touch("staff.mark")
    rooms.hand.touch("staff.mark")
    rooms.hand.settle()
    assert rooms.hand.find("staff.pin") is None
    assert rooms.page is Page.HOME


@pytest.mark.events("printer")
@pytest.mark.parametrize(("fault", "without"), [(None, 0), ("paper-out", 1)])
def test_each_minute_in_service_counts_and_one_without_paper_too(
    rooms: Rooms, fault: str | None, without: int
) -> None:
    rooms.printer.set_fault(fault)
    service = KioskPrintService(socket_in(rooms.file.parent / "spool"))
    rooms.hand.wait(lambda: service.status() == (fault or "ready"), "the print service")
    rooms.shell._errands.minute()

    def counted() -> dict[tuple[Count, str], int]:
        return month_of(rooms.file, f"{vietnam_today():%Y-%m}") if rooms.file.exists() else {}

    rooms.hand.wait(lambda: bool(counted()), "the count")
    rooms.hand.wait(
        lambda: counted().get((Count.MINUTE_WITHOUT_PAPER, ""), 0) == without, "minutes"
    )
    assert counted()[Count.MINUTE_IN_SERVICE, ""] == 1
