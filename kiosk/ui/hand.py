"""A hand that uses the kiosk as a person does: it sees items, touches them, waits, looks.

The demo, the self-test, the pictures and the journey tests all go through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE_S = 15.0


class HandError(Exception):
    """The screen did not do what a person would expect; the message says what was missing."""


class Hand:
    """Touches go in as touch events of a touch screen, never as calls."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._finger = QTest.createTouchDevice()

    def items(self) -> Iterator[QQuickItem]:
        """Every visible item, parents before children; delegates included."""
        waiting = [self._window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                yield item
                waiting.extend(reversed(item.childItems()))

    def find(self, name: str) -> QQuickItem | None:
        return next((item for item in self.items() if item.objectName() == name), None)

    def see(self, name: str) -> QQuickItem:
        """Waits until an item of that objectName is on the screen and at rest."""
        self.wait(lambda: self._at_rest(name), f"“{name}” on the screen")
        item = self.find(name)
        if item is None:
            raise HandError(f"“{name}” was there and is gone")
        return item

    def touch(self, name: str) -> None:
        """Puts the finger on an item's centre and lifts it there."""
        centre = self._steady_centre(name)
        if not self._window.contentItem().boundingRect().contains(QPointF(centre)):
            raise HandError(f"“{name}” lies outside the screen")
        self.press(centre)
        self.release(centre)

    def _steady_centre(self, name: str) -> QPoint:
        """Where the item lies once two looks agree: a list may be filling up under the finger."""
        before = QPoint(-1, -1)
        while True:
            item = self.see(name)
            centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
            if centre == before:
                return centre
            before = centre
            self.settle()

    def press(self, at: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).press(0, at, self._window).commit()

    def release(self, at: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).release(0, at, self._window).commit()
        self.settle()

    def type(self, keys: str) -> None:
        """Touches the keys of the on-screen keyboard, one after the other."""
        for key in keys:
            self.touch("keyboard.key." + ("space" if key == " " else key))

    def typed_code(self) -> str:
        """What stands in the code boxes, as the machine filled it in."""
        return str(self.see("lookup.code").property("typed"))

    def scan(self, text: str, suffix: Qt.Key = Qt.Key.Key_Return) -> None:
        """What a keyboard-wedge scanner does: the whole text at once, then Enter or Tab."""
        for char in text:
            self._key(0, char)
        self._key(suffix.value, "\t" if suffix is Qt.Key.Key_Tab else "\r")
        self.settle()

    def wait(self, ready: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
        """Lets the kiosk work until `ready`. Raises HandError after `patience_s` seconds."""
        end = monotonic() + patience_s
        while not ready():
            if monotonic() > end:
                raise HandError(f"waited {patience_s:.0f} s for {what}")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self) -> None:
        for _ in range(4):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def picture(self) -> QImage:
        self.wait(self.at_rest, "the page to stop moving")
        self.settle()
        return self._window.grabWindow()

    def grab(self) -> QImage:
        """What is on the screen now, without waiting for anything to come to rest."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        return self._window.grabWindow()

    def save(self, file: Path) -> Path:
        """Saves what is on the screen. Raises HandError when it cannot be written."""
        if not self.picture().save(str(file)):
            raise HandError(f"cannot write the picture {file.name}")
        return file

    def _at_rest(self, name: str) -> bool:
        item = self.find(name)
        return item is not None and item.isEnabled() and self.at_rest()

    def at_rest(self) -> bool:
        """Whether the page stands still and takes touches."""
        host = self.find("page.host")
        return host is None or host.isEnabled()

    def _key(self, key: int, text: str) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QGuiApplication.sendEvent(self._window, event)
