"""A dashed outline. Painted, because QtQuick.Shapes leaves traces with the software renderer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

DASHES = (4.0, 4.0)


def _painted(kind: type, name: str, changed: Signal) -> Property:
    """A property whose change paints the item anew."""

    def read(item: DashedBox) -> object:
        return item.drawn[name]

    def write(item: DashedBox, value: object) -> None:
        if item.drawn[name] != value:
            item.drawn[name] = value
            item.changed.emit()
            item.update()

    return Property(kind, read, write, notify=changed)


@QmlElement
class DashedBox(QQuickPaintedItem):
    """`line` and `radius` are pixels; a radius of half the side makes a circle."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.drawn: dict[str, Any] = {"colour": QColor("black"), "line": 2.0, "radius": 0.0}
        self.setAntialiasing(True)

    colour = _painted(QColor, "colour", changed)
    line = _painted(float, "line", changed)
    radius = _painted(float, "radius", changed)

    def paint(self, painter: QPainter) -> None:
        width = self.drawn["line"]
        pen = QPen(self.drawn["colour"], width)
        pen.setDashPattern(list(DASHES))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        inside = QRectF(0, 0, self.width(), self.height()).adjusted(
            width / 2, width / 2, -width / 2, -width / 2
        )
        painter.drawRoundedRect(inside, self.drawn["radius"], self.drawn["radius"])
