"""A QR code on the screen: ink on white, whole pixels, four modules of quiet."""

from __future__ import annotations

from PySide6.QtCore import Property, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.slips.qr import modules

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

QUIET = 4
INK = QColor("#12231E")


@QmlElement
class QrCode(QQuickPaintedItem):
    """Paints `content`; nothing of it leaves the item, so no URL or cache ever holds it."""

    contentChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._content = ""
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.setAntialiasing(False)
        self.setFillColor(Qt.GlobalColor.white)

    def _get_content(self) -> str:
        return self._content

    def _set_content(self, content: str) -> None:
        if content == self._content:
            return
        self._content = content
        self._modules = modules(content) if content else ()
        self.contentChanged.emit()
        self.update()

    content = Property(str, _get_content, _set_content, notify=contentChanged)

    def paint(self, painter: QPainter) -> None:
        count = len(self._modules)
        if not count:
            return
        side = int(min(self.width(), self.height()))
        module = max(1, side // (count + 2 * QUIET))
        left = (int(self.width()) - module * count) // 2
        top = (int(self.height()) - module * count) // 2
        for row, line in enumerate(self._modules):
            for column, dark in enumerate(line):
                if dark:
                    painter.fillRect(
                        QRect(left + column * module, top + row * module, module, module), INK
                    )
