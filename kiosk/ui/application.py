"""The Qt application object: one a process, drawn by the software renderer."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

SIGNALS_EVERY_MS = 200


def application(*, offscreen: bool = False) -> QGuiApplication:
    """The application, made on the first call. `offscreen` draws without any display."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    there = QGuiApplication.instance()
    return there if isinstance(there, QGuiApplication) else QGuiApplication(sys.argv[:1])


def screen_size() -> tuple[int, int]:
    """Width and height of the screen the kiosk stands on, in pixels."""
    size = QGuiApplication.primaryScreen().size()
    return size.width(), size.height()


def run_until_stopped(running: QGuiApplication) -> int:
    """Until the window is closed or the process is asked to end (SIGINT, SIGTERM)."""
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: running.quit())
    awake = QTimer()
    awake.timeout.connect(lambda: None)
    awake.start(SIGNALS_EVERY_MS)
    return running.exec()
