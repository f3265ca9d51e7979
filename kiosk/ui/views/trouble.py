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
    HandedOver,
    LookupOutcome,
    NotFound,
    Refused,
    TooManyTries,
    Unreachable,
)
from kiosk.domain.text import Words
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
    staff: str = ""


def derive_trouble(scene: Scene) -> TroubleProps:
    """The code is shown where a mistyped one may be the cause.

    The portal's own look-up page is offered where the kiosk cannot ask and a phone on its own
    network perhaps can.
    """
    outcome, words = scene.visit.outcome, scene.words
    if outcome is None or isinstance(outcome, Found | HandedOver):
        return TroubleProps()
    kind = trouble_kind(outcome)
    typed = isinstance(outcome, NotFound | BadCode)
    waits = isinstance(outcome, Busy | TooManyTries)
    return TroubleProps(
        kind=kind,
        icon="search" if typed else "clock" if waits else "globe",
        title=words.say(f"dossier.trouble.{kind}.title"),
        happened=words.say(f"dossier.trouble.{kind}.happened"),
        todo=words.say(f"dossier.trouble.{kind}.todo", wait=_wait(outcome, words)),
        code=scene.visit.code.replace("-", "–") if typed else "",
        can_correct=typed,
        portal="" if typed or isinstance(outcome, TooManyTries) else scene.place.lookup_url,
        staff="" if typed or isinstance(outcome, TooManyTries) else _for_staff(scene, kind),
    )


def _wait(outcome: LookupOutcome, words: Words) -> str:
    if not isinstance(outcome, Busy | TooManyTries):
        return ""
    if outcome.seconds > 90:
        return words.say("dossier.wait.minutes", count=round(outcome.seconds / 60))
    return words.say("dossier.wait.seconds", count=outcome.seconds)


def _for_staff(scene: Scene, kind: str) -> str:
    """The trouble's own name, and when a portal last answered: nothing of any person."""
    last = scene.visit.last_answer
    if last is None:
        return scene.words.say("screens.trouble.staff_never", kind=kind)
    today = last.date() == scene.now.date()
    return scene.words.say(
        "screens.trouble.staff", kind=kind, time=f"{last:%H:%M}" if today else f"{last:%H:%M %d/%m}"
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
        case Refused(clock_wrong=clock_wrong):
            return "refused_clock" if clock_wrong else "refused_key"
        case Busy(seconds=seconds):
            return "resting" if seconds else "busy"
        case TooManyTries():
            return "too_many"
        case Found() | HandedOver():
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
    staff = shown(str, "staff", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(TroubleProps(), send)

    @Slot()
    def retry(self) -> None:
        self._send(on.AgainWanted())

    @Slot()
    def correct(self) -> None:
        self._send(on.LookupWanted())
