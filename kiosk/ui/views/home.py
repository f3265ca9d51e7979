"""The first page of a visit, and the attract page before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.guide import Guide
from kiosk.domain.text import Language
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HomeProps:
    has_eid: bool = False
    ready: bool = True


def derive_home(scene: Scene) -> HomeProps:
    """While the guides are not read, the e-ID tile is there: it usually stays."""
    ready = scene.place.ready
    return HomeProps(has_eid=not ready or scene.place.guide("eid") is not None, ready=ready)


@QmlElement
@made_by_kiosk
class HomeView(View[HomeProps]):
    changed = Signal()

    hasEid = shown(bool, "has_eid", changed)

    def __init__(self, send: Send, guide: Callable[[str], Guide | None], prefix: str) -> None:
        super().__init__(HomeProps(), send)
        self._guide = guide
        self._prefix = prefix

    @Slot(str)
    def start(self, language: str) -> None:
        self._send(on.Started(Language(language)))

    @Slot()
    def openEid(self) -> None:
        guide = self._guide("eid")
        if guide is not None:
            self._send(on.GuideChosen(guide))
        elif not self.props.ready:
            self._send(on.GuidesAwaited(eid=True))

    @Slot()
    def openServices(self) -> None:
        self._send(on.ServicesWanted() if self.props.ready else on.GuidesAwaited(eid=False))

    @Slot()
    def openLookup(self) -> None:
        self._send(on.LookupWanted(self._prefix))
