"""The window: QML loaded over the root view, keys and scans listened to, torn down in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.devices.scanner import Scan, Scanner, Typed
from kiosk.domain.text import Language, Words
from kiosk.ui.kiosk_view import KioskView
from kiosk.ui.look import Panel, derive
from kiosk.ui.pictures import Icons
from kiosk.ui.qml_types import register
from kiosk.ui.scene import Scene
from kiosk.ui.theme import Theme
from kiosk.ui.translator import WordsTranslator

QML = Path(__file__).parent / "qml"


class Screen(QObject):
    """Owns the engine. `close` destroys it before anything its bindings read."""

    def __init__(
        self,
        view: KioskView,
        tokens: dict[str, object],
        panel: Panel,
        words: dict[Language, Words],
        assets: Path,
    ) -> None:
        super().__init__()
        self._view = view
        self._tokens = tokens
        self._panel = panel
        self._words = words
        self._language = Language.VI
        self._theme = Theme(derive(tokens, panel, 0, contrast=False))
        self._theme.hand_in()
        register()
        self._translator = WordsTranslator(words[Language.VI])
        QGuiApplication.installTranslator(self._translator)
        self._engine: QQmlApplicationEngine | None = QQmlApplicationEngine()
        self._engine.addImageProvider("icons", Icons(assets))
        self._engine.setInitialProperties(
            {"kiosk": view, "width": panel.width, "height": panel.height}
        )

    def load(self) -> QQuickWindow:
        """Shows the first page. Raises RuntimeError when the QML cannot be loaded."""
        if self._engine is None:
            raise RuntimeError("the screen is closed")
        self._engine.load(QUrl.fromLocalFile(str(QML / "Main.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("Main.qml could not be loaded")
        return roots[0]

    def show(self, scene: Scene) -> None:
        """Look and language first, then the views, so that a page is never drawn in between."""
        visit = scene.visit
        self._theme.show(derive(self._tokens, self._panel, visit.text_size, visit.contrast))
        if visit.language is not self._language and self._engine is not None:
            self._language = visit.language
            self._translator.show(self._words[visit.language])
            self._view.show(scene)
            self._engine.retranslate()
        else:
            self._view.show(scene)

    def close(self) -> None:
        QGuiApplication.removeTranslator(self._translator)
        if self._engine is not None:
            self._engine.deleteLater()
            self._engine = None
            QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Keys(QObject):
    """Tells a scanner's burst from a person's typing, for the whole window."""

    scanned = Signal(str)
    typed = Signal(str)

    def __init__(self, scanner: Scanner) -> None:
        super().__init__()
        self._scanner = scanner
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(int(scanner.burst_ms) + 15)
        self._quiet.timeout.connect(self._flush)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            text = "\r"
        if event.key() == Qt.Key.Key_Tab and self._scanner.amid_scan:
            text = "\t"
        elif not text or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape):
            return super().eventFilter(watched, event)
        taken = self._feed(lambda: self._scanner.feed(text, _now_ms()))
        self._quiet.start()
        return taken

    def _flush(self) -> None:
        self._feed(lambda: self._scanner.flush(_now_ms()))

    def _feed(self, read: Callable[[], list[Scan | Typed]]) -> bool:
        for came in read():
            if isinstance(came, Scan):
                self.scanned.emit(came.text)
            else:
                self.typed.emit(came.char)
        return True


def _now_ms() -> float:
    return monotonic() * 1000
