"""Where no portal answers a machine: the portal's own page for a phone, and the code to type."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.outcome import HandedOver
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HandoverProps:
    code: str = ""
    portal: str = ""


def derive_handover(scene: Scene) -> HandoverProps:
    outcome = scene.visit.outcome
    if not isinstance(outcome, HandedOver):
        return HandoverProps()
    return HandoverProps(code=scene.visit.code, portal=outcome.page)


@QmlElement
@made_by_kiosk
class HandoverView(View[HandoverProps]):
    changed = Signal()

    code = shown(str, "code", changed)
    portal = shown(str, "portal", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(HandoverProps(), send)

    @Slot()
    def print(self) -> None:
        self._send(on.PrintWanted())

    @Slot()
    def correct(self) -> None:
        self._send(on.LookupWanted())
