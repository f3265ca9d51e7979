"""Typing the dossier code and the look-up code."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain import dossier_code
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown
from kiosk.visit import events as on
from kiosk.visit.state import SECRET_LENGTH

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CodeProps:
    code: str = ""
    agency: str = ""
    date: str = ""
    number: str = ""
    current: int = 0
    ready: bool = False
    wrong: bool = False
    card: bool = False
    doubtful: bool = False
    asks_secret: bool = True
    button: str = ""
    shown_code: str = ""
    secret: str = ""
    secret_ready: bool = False
    secret_button: str = ""


def derive_code(scene: Scene) -> CodeProps:
    visit, words = scene.visit, scene.words
    typing, read = dossier_code.typing(visit.code), dossier_code.parse(visit.code)
    missing = SECRET_LENGTH - len(visit.secret)
    if typing.complete:
        button = words.say("screens.code.go_on")
    elif typing.missing:
        button = words.say("screens.code.missing", count=typing.missing)
    else:
        button = words.say("screens.code.unfinished")
    return CodeProps(
        code=visit.code,
        agency=typing.groups[0],
        date=typing.groups[1],
        number=typing.groups[2],
        current=typing.current,
        ready=typing.complete,
        wrong=visit.code_wrong,
        card=visit.card_shown,
        doubtful=read is not None and dossier_code.doubtful(read, scene.now.date()),
        asks_secret=any(route.takes_secret for route in visit.routes),
        button=button,
        shown_code=visit.code.replace("-", "–"),
        secret=visit.secret,
        secret_ready=missing <= 0,
        secret_button=(
            words.say("screens.secret.look_up")
            if missing <= 0
            else words.say("screens.secret.missing", count=missing)
        ),
    )


@QmlElement
@made_by_kiosk
class CodeView(View[CodeProps]):
    changed = Signal()

    code = shown(str, "code", changed)
    agency = shown(str, "agency", changed)
    date = shown(str, "date", changed)
    number = shown(str, "number", changed)
    current = shown(int, "current", changed)
    ready = shown(bool, "ready", changed)
    wrong = shown(bool, "wrong", changed)
    card = shown(bool, "card", changed)
    doubtful = shown(bool, "doubtful", changed)
    asksSecret = shown(bool, "asks_secret", changed)
    button = shown(str, "button", changed)
    shownCode = shown(str, "shown_code", changed)
    secret = shown(str, "secret", changed)
    secretReady = shown(bool, "secret_ready", changed)
    secretButton = shown(str, "secret_button", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(CodeProps(), send)

    @Slot(str)
    def press(self, key: str) -> None:
        self._send(on.CodeTyped(dossier_code.press(self.props.code, key)))

    @Slot()
    def erase(self) -> None:
        self._send(on.CodeTyped(dossier_code.erase(self.props.code)))

    @Slot()
    def clear(self) -> None:
        self._send(on.CodeTyped(""))

    @Slot()
    def submit(self) -> None:
        self._send(on.CodeGiven())

    @Slot(str)
    def pressSecret(self, key: str) -> None:
        if len(self.props.secret) < SECRET_LENGTH * 2:
            self._send(on.SecretTyped(self.props.secret + key.upper()))

    @Slot()
    def eraseSecret(self) -> None:
        self._send(on.SecretTyped(self.props.secret[:-1]))

    @Slot()
    def clearSecret(self) -> None:
        self._send(on.SecretTyped(""))

    @Slot()
    def submitSecret(self) -> None:
        self._send(on.SecretGiven())

    @Slot()
    def goWithout(self) -> None:
        self._send(on.SecretMissing())
