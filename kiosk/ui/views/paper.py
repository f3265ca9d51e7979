"""The slip: on its way, out, in doubt, or on the screen instead."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.outcome import NotPrinted
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PaperProps:
    qr: str = ""
    why: str = ""


def derive_paper(scene: Scene) -> PaperProps:
    """`why` names the trouble as far as the printer told; silence stays silence."""
    visit = scene.visit
    qr = visit.slip.qr if visit.slip else ""
    if not isinstance(visit.printed, NotPrinted):
        return PaperProps(qr=qr, why=scene.words.say("screens.paper.why.unknown"))
    state = visit.printed.state.value.replace("-", "_")
    return PaperProps(qr=qr, why=scene.words.say(f"screens.paper.why.{state}"))


@QmlElement
@made_by_kiosk
class PaperView(View[PaperProps]):
    changed = Signal()

    qr = shown(str, "qr", changed)
    why = shown(str, "why", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(PaperProps(), send)

    @Slot(bool)
    def answer(self, out: bool) -> None:
        self._send(on.SlipSeen(out))

    @Slot()
    def again(self) -> None:
        self._send(on.AgainWanted())
