"""A page of HTML on paper: Qt lays it out, and needs no browser."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from kiosk.ui.application import application


def pdf_of(html: str, title: str) -> bytes:
    """A4, with the system's fonts."""
    _running = application(offscreen=True)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout.Unit.Millimeter)
    page = QTextDocument()
    page.setHtml(html)
    page.print_(writer)
    del writer
    buffer.close()
    return bytes(data.data())
