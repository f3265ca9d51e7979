"""What stands around every page: the bars, the clock, the reading aids, the way out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.text import Language
from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown
from kiosk.visit import events as on
from kiosk.visit.machine import usable
from kiosk.visit.pages import Page

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class FrameProps:
    page: str = Page.ATTRACT.value
    bars: bool = False
    forward: bool = True
    language: str = Language.VI.value
    text_size: int = 0
    contrast: bool = False
    ward: str = ""
    province: str = ""
    counter: str = ""
    hotline_portal: str = ""
    hotline_eid: str = ""
    clock: str = ""
    today: str = ""
    can_back: bool = False
    can_home: bool = False
    can_help: bool = False
    can_end: bool = False
    helping: bool = False
    idle_left: int = 0
    idle_total: int = 0


def derive_frame(scene: Scene) -> FrameProps:
    visit, ward, now = scene.visit, scene.place.ward, scene.now
    weekday = scene.words.say(f"screens.weekday.{now.isoweekday()}")
    return FrameProps(
        page=visit.page.value,
        bars=visit.page is not Page.ATTRACT,
        forward=scene.forward,
        language=visit.language.value,
        text_size=visit.text_size,
        contrast=visit.contrast,
        ward=ward.name,
        province=ward.province,
        counter=ward.counter,
        hotline_portal=ward.hotline_portal,
        hotline_eid=ward.hotline_eid,
        clock=f"{now:%H:%M}",
        today=f"{weekday}, {now:%d/%m/%Y}",
        can_back=usable(visit, on.BackWanted),
        can_home=usable(visit, on.HomeWanted),
        can_help=usable(visit, on.HelpWanted),
        can_end=usable(visit, on.EndWanted),
        helping=visit.page is Page.HELP,
        idle_left=scene.idle_left,
        idle_total=scene.idle_total,
    )


@QmlElement
@made_by_kiosk
class FrameView(View[FrameProps]):
    changed = Signal()

    page = shown(str, "page", changed)
    bars = shown(bool, "bars", changed)
    forward = shown(bool, "forward", changed)
    language = shown(str, "language", changed)
    textSize = shown(int, "text_size", changed)
    contrast = shown(bool, "contrast", changed)
    ward = shown(str, "ward", changed)
    province = shown(str, "province", changed)
    counter = shown(str, "counter", changed)
    hotlinePortal = shown(str, "hotline_portal", changed)
    hotlineEid = shown(str, "hotline_eid", changed)
    clock = shown(str, "clock", changed)
    today = shown(str, "today", changed)
    canBack = shown(bool, "can_back", changed)
    canHome = shown(bool, "can_home", changed)
    canHelp = shown(bool, "can_help", changed)
    canEnd = shown(bool, "can_end", changed)
    helping = shown(bool, "helping", changed)
    idleLeft = shown(int, "idle_left", changed)
    idleTotal = shown(int, "idle_total", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(FrameProps(), send)

    @Slot()
    def back(self) -> None:
        self._send(on.BackWanted())

    @Slot()
    def home(self) -> None:
        self._send(on.HomeWanted())

    @Slot()
    def help(self) -> None:
        self._send(on.HelpWanted())

    @Slot()
    def end(self) -> None:
        self._send(on.EndWanted())

    @Slot()
    def extend(self) -> None:
        self._send(on.Extended())

    @Slot(int)
    def rate(self, score: int) -> None:
        self._send(on.Rated(score))

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        self._send(on.LanguageChosen(Language(language)))

    @Slot()
    def nextTextSize(self) -> None:
        self._send(on.TextSizeWanted())

    @Slot()
    def switchContrast(self) -> None:
        self._send(on.ContrastWanted())
