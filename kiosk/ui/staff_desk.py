"""The one staff area there is: an event in, the next area out, its asks run, the view told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import assert_never

from PySide6.QtCore import QObject, QTimer

from kiosk.domain.readiness import Readiness
from kiosk.domain.text import Language, Words
from kiosk.staff.area import state as of
from kiosk.staff.area.state import Area, AreaAsk, AreaEvent, Room
from kiosk.staff.area.table import step
from kiosk.staff.pin import PinAnswer
from kiosk.ui.lanes import Lanes
from kiosk.ui.views.staff import StaffView, derive_staff

QUIET_AT_PIN_S, QUIET_INSIDE_S = 30, 180


@dataclass(frozen=True, slots=True)
class StaffServices:
    """What the staff area is run with; each is called in a lane, off the GUI thread.

    The prints answer printed, uncertain or failed. `out_of_service` is how the kiosk starts.
    """

    check_pin: Callable[[str], PinAnswer]
    examine: Callable[[], Readiness]
    print_trial: Callable[[Language], str]
    print_readiness: Callable[[Readiness, Language], str]
    keep_service: Callable[[bool], None]
    turn_off: Callable[[str], object]
    version: str
    out_of_service: bool = False


class StaffDesk(QObject):
    """`tick` is called by a timer once a second, or by a test."""

    def __init__(
        self,
        view: StaffView,
        lanes: Lanes,
        services: StaffServices,
        words: Mapping[Language, Words],
        language: Callable[[], Language],
        end_visit: Callable[[], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._view = view
        self._lanes = lanes
        self._services = services
        self._words = words
        self._language = language
        self._end_visit = end_visit
        self._clock = clock
        self._area = Area(out_of_service=services.out_of_service)
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        view.connect_desk(self.send, lambda: self.send(of.MarkTouched(self._clock())))
        self.show()

    @property
    def area(self) -> Area:
        return self._area

    @property
    def covers(self) -> bool:
        """Whether the staff area, or the sign, stands where citizens' pages would."""
        return self._area.room is not Room.CLOSED or self._area.out_of_service

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def tick(self) -> None:
        if self._area.room is Room.CLOSED:
            return
        self._quiet += 1
        patience = QUIET_AT_PIN_S if self._area.room is Room.PIN else QUIET_INSIDE_S
        if self._quiet >= patience:
            self.send(of.QuietTooLong())

    def send(self, event: AreaEvent) -> None:
        """The one way in: for touches, answers and time."""
        self._quiet = 0
        self._area, asks = step(self._area, event)
        self.show()
        for ask in asks:
            self._run(ask)

    def show(self) -> None:
        words = self._words[self._language()]
        self._view.show(derive_staff(self._area, words, self._services.version))

    def _run(self, ask: AreaAsk) -> None:
        serve, run = self._services, self._lanes.run
        match ask:
            case of.CheckPin(ticket=ticket, pin=pin):
                run("store", lambda: serve.check_pin(pin),
                    lambda answer: self.send(of.PinCame(ticket, answer)))  # fmt: skip
            case of.EndVisit():
                self._end_visit()
                self.show()
            case of.Examine(ticket=ticket):
                run("catalogue", serve.examine,
                    lambda found: self.send(of.ReadinessCame(ticket, found)))  # fmt: skip
            case of.PrintTrial(ticket=ticket):
                self._print(ticket, lambda: serve.print_trial(self._language()))
            case of.PrintReadiness(ticket=ticket, readiness=readiness):
                self._print(ticket, lambda: serve.print_readiness(readiness, self._language()))
            case of.KeepService(out_of_service=out):
                run("store", lambda: serve.keep_service(out), _nothing)
            case of.TurnOff(power=power):
                run("store", lambda: serve.turn_off(power.value), _nothing)
            case _:
                assert_never(ask)

    def _print(self, ticket: int, work: Callable[[], str]) -> None:
        self._lanes.run("printer", work, lambda end: self.send(of.PrintCame(ticket, end)))


def _nothing(_answer: object) -> None:
    pass
