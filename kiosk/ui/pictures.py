"""Icons and drawings for QML, recoloured from the SVG files in assets/."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk import log

INK = "#12231E"
"""The colour the icon files are drawn in, to be replaced by the one asked for."""


class Icons(QQuickImageProvider):
    """`image://icons/NAME/RRGGBB/STROKE`: an icon in one colour, its line in tenths of a unit.

    `image://icons/pictures/NAME` is a drawing in its own colours. A missing file draws nothing
    and is an event, never a crash.
    """

    def __init__(self, assets: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Pixmap)
        self._assets = assets

    def requestPixmap(self, id: str, _size: QSize, requestedSize: QSize) -> QPixmap:  # noqa: A002 (Qt's name)
        parts = id.split("/")
        folder = parts.pop(0) if parts[0] == "pictures" else "icons"
        wanted = requestedSize if requestedSize.width() > 0 else QSize(96, 96)
        pixmap = QPixmap(wanted)
        pixmap.fill(Qt.GlobalColor.transparent)
        try:
            drawing = (self._assets / folder / f"{parts[0]}.svg").read_text(encoding="utf-8")
        except OSError:
            log.event("screen.picture_missing", picture=parts[0])
            return pixmap
        if len(parts) > 1:
            drawing = drawing.replace(INK, f"#{parts[1]}")
        if len(parts) > 2:
            drawing = drawing.replace('stroke-width="3"', f'stroke-width="{int(parts[2]) / 10}"')
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        fitted = renderer.defaultSize().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(
            (wanted.width() - fitted.width()) / 2,
            (wanted.height() - fitted.height()) / 2,
            fitted.width(),
            fitted.height(),
        )
        painter = QPainter(pixmap)
        renderer.render(painter, area)
        painter.end()
        return pixmap
