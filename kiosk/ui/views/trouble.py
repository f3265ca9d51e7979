"""A look-up without an answer: what happened, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.outcome import (
    BadAnswer,
    BadCode,
    Busy,
    Fault,
    Found,
    LookupOutcome,
    NotFound,
    Refused,
    Unreachable,
)
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown
from kiosk.visit import events as on

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TroubleProps:
    kind: str = ""
    icon: str = "warning"
    title: str = ""
    happened: str = ""
    todo: str = ""
    code: str = ""
    can_correct: bool = False
    portal: str = ""


def derive_trouble(scene: Scene) -> TroubleProps:
    """The code is shown where a mistyped one may be the cause.

    The portal's own look-up page is offered where the kiosk cannot ask and a phone on its own
    network perhaps can.
    """
    outcome, words = scene.visit.outcome, scene.words
    if outcome is None or isinstance(outcome, Found):
        return TroubleProps()
    kind = trouble_kind(outcome)
    typed = isinstance(outcome, NotFound | BadCode)
    return TroubleProps(
        kind=kind,
        icon="search" if typed else "clock" if isinstance(outcome, Busy) else "globe",
        title=words.say(f"dossier.trouble.{kind}.title"),
        happened=words.say(f"dossier.trouble.{kind}.happened"),
        todo=words.say(f"dossier.trouble.{kind}.todo"),
        code=scene.visit.code.replace("-", "–") if typed else "",
        can_correct=typed,
        portal="" if typed else scene.place.lookup_url,
    )


def trouble_kind(outcome: LookupOutcome) -> str:
    """The name of the outcome's texts under `dossier.trouble`."""
    match outcome:
        case NotFound(with_secret=True):
            return "wrong_secret"
        case NotFound():
            return "not_found"
        case BadCode():
            return "bad_code"
        case Unreachable(cause=cause):
            return cause.value
        case BadAnswer(fault=fault):
            return "server_error" if fault is Fault.SERVER_ERROR else "strange"
        case Refused():
            return "refused_key"
        case Busy():
            return "busy"
        case Found():
            return ""
        case _:
            assert_never(outcome)


@QmlElement
@made_by_kiosk
class TroubleView(View[TroubleProps]):
    changed = Signal()

    kind = shown(str, "kind", changed)
    icon = shown(str, "icon", changed)
    title = shown(str, "title", changed)
    happened = shown(str, "happened", changed)
    todo = shown(str, "todo", changed)
    code = shown(str, "code", changed)
    canCorrect = shown(bool, "can_correct", changed)
    portal = shown(str, "portal", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(TroubleProps(), send)

    @Slot()
    def retry(self) -> None:
        self._send(on.AgainWanted())

    @Slot()
    def correct(self) -> None:
        self._send(on.LookupWanted())
