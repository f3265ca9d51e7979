"""The running kiosk: flow, lanes, screen and keys put together, started and stopped in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.catalogue.highlight import highlight
from kiosk.devices.scanner import Scan, Scanner
from kiosk.devices.serial_scanner import SerialScanner
from kiosk.staff.area.state import DigitTyped
from kiosk.ui.errands import Errands, Services
from kiosk.ui.flow import Flow
from kiosk.ui.idle import Idle, IdleTimes
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.lanes import Lane, Lanes, threads
from kiosk.ui.look import Panel, read_tokens
from kiosk.ui.scene import Place
from kiosk.ui.staff_desk import StaffDesk, StaffServices
from kiosk.ui.window import Keys, Screen
from kiosk.visit import events as on


class Shell:
    """Start: screen, first frame, then services warm up. Stop: keys, lanes, screen.

    `ticking` off leaves the seconds to whoever calls `idle.tick`.
    """

    def __init__(  # noqa: PLR0913 (every part of the running kiosk is named here once)
        self,
        place: Place,
        services: Services,
        *,
        panel: Panel,
        idle: IdleTimes,
        wedge: Scanner,
        serial: SerialScanner | None = None,
        tokens: Path,
        assets: Path,
        now: Callable[[], datetime],
        executors: Mapping[str, Lane] | None = None,
        staff: StaffServices | None = None,
        ticking: bool = True,
    ) -> None:
        self._ticking = ticking
        self.idle = Idle(idle)
        self.flow = Flow(place, self.idle, now)
        self.view = KioskView(place, self.flow.send, highlight)
        self._screen = Screen(
            self.view, dict(read_tokens(tokens)), panel, dict(place.words), assets
        )
        self._lanes = Lanes(executors or threads(), self.flow.fail)
        self._errands = Errands(self._lanes, services, self.flow.send)
        self._minutes = QTimer()
        self._minutes.setInterval(60_000)
        self._minutes.timeout.connect(self._errands.minute)
        self._keys = Keys(wedge)
        self._serial = serial
        self.flow.connect_errands(self._errands.run)
        self.flow.shown.connect(self._screen.show)
        self.desk = None if staff is None else self._open_desk(place, staff)
        self._keys.scanned.connect(self._scan)
        self._keys.typed.connect(self._type)

    def start(self) -> QQuickWindow:
        """Loads the first page. The clock and the services start once it is drawn."""
        self.flow.show()
        window = self._screen.load()
        window.frameSwapped.connect(self._first_frame)
        window.installEventFilter(self._keys)
        self._window = window
        return window

    def stop(self) -> None:
        self._minutes.stop()
        if self.desk is not None:
            self.desk.stop()
        if self._serial is not None:
            self._serial.stop()
        self._window.removeEventFilter(self._keys)
        self._errands.close()
        self._screen.close()
        QGuiApplication.processEvents()

    def _first_frame(self) -> None:
        self._window.frameSwapped.disconnect(self._first_frame)
        if self._ticking:
            self.idle.start()
        self._minutes.start()
        if self.desk is not None:
            self.desk.start()
        if not self.flow.place.ready:
            self._errands.open_guides(self.flow.furnish)
        self._errands.warm()
        self._listen()

    def _listen(self) -> None:
        """Waits for the next code on the serial line, in a lane of its own."""
        if self._serial is not None:
            self._lanes.run("scanner", self._serial.read, self._take)

    def _take(self, scan: Scan | None) -> None:
        if scan is not None:
            self._scan(scan.text)
            self._listen()

    def _scan(self, text: str) -> None:
        if self.desk is None or not self.desk.covers:
            self.flow.send(on.Scanned(text))

    def _type(self, char: str) -> None:
        if self.desk is None or not self.desk.covers:
            self.view.type_char(self.flow.visit.page, char)
        else:
            self.desk.send(DigitTyped(char))

    def _open_desk(self, place: Place, staff: StaffServices) -> StaffDesk:
        flow, view = self.flow, self.view.staff_view()
        return StaffDesk(
            view, self._lanes, staff, place.words, lambda: flow.visit.language, flow.leave
        )
