"""The look as QML sees it: the only singleton, because every part is drawn with it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.ui.look import Look

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


def _colour(name: str, changed: Signal) -> Property:
    return Property(QColor, lambda theme: QColor(theme.look.colours[name]), notify=changed)


def _pixels(name: str, changed: Signal) -> Property:
    return Property(float, lambda theme: theme.look.pixels[name], notify=changed)


def _motion(name: str, changed: Signal) -> Property:
    return Property(int, lambda theme: theme.look.motion[name], notify=changed)


@QmlElement
@QmlSingleton
class Theme(QObject):
    """Tokens for the panel, the text size and the theme in force; all change together."""

    changed = Signal()

    _handed_in: Theme | None = None

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def show(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            self.changed.emit()

    def hand_in(self) -> None:
        """Makes this the Theme that the next engine's QML uses; Python stays the owner."""
        Theme._handed_in = self

    @staticmethod
    def create(_engine: QQmlEngine) -> Theme:
        """Called by the QML engine on first use.

        Raises RuntimeError when no theme was handed in, which is a defect in the composition.
        """
        if Theme._handed_in is None:
            raise RuntimeError("hand_in() a Theme before loading QML")
        return Theme._handed_in

    ground = _colour("ground", changed)
    surface = _colour("surface", changed)
    sunk = _colour("sunk", changed)
    ink = _colour("ink", changed)
    ink2 = _colour("ink2", changed)
    mute = _colour("mute", changed)
    primary = _colour("primary", changed)
    onPrimary = _colour("onPrimary", changed)
    press = _colour("press", changed)
    tint = _colour("tint", changed)
    touch = _colour("touch", changed)
    edge = _colour("edge", changed)
    line = _colour("line", changed)
    fnKey = _colour("fnKey", changed)
    amber = _colour("amber", changed)
    amberTint = _colour("amberTint", changed)
    amberInk = _colour("amberInk", changed)
    red = _colour("red", changed)
    redTint = _colour("redTint", changed)
    redInk = _colour("redInk", changed)
    green = _colour("green", changed)
    greenTint = _colour("greenTint", changed)
    greenInk = _colour("greenInk", changed)
    pink = _colour("pink", changed)
    focus = _colour("focus", changed)
    focusGap = _colour("focusGap", changed)
    attractGround = _colour("attractGround", changed)
    attractPaper = _colour("attractPaper", changed)
    attractInk = _colour("attractInk", changed)

    t1 = _pixels("t1", changed)
    t2 = _pixels("t2", changed)
    t3 = _pixels("t3", changed)
    t4 = _pixels("t4", changed)
    t5 = _pixels("t5", changed)
    t6 = _pixels("t6", changed)
    t7 = _pixels("t7", changed)
    count = _pixels("count", changed)
    barWord = _pixels("barWord", changed)
    barName = _pixels("barName", changed)
    barClock = _pixels("barClock", changed)
    buttonWord = _pixels("buttonWord", changed)

    hair = _pixels("hair", changed)
    small = _pixels("small", changed)
    medium = _pixels("medium", changed)
    large = _pixels("large", changed)
    wide = _pixels("wide", changed)
    huge = _pixels("huge", changed)
    margin = _pixels("margin", changed)

    radiusKey = _pixels("radiusKey", changed)
    radiusButton = _pixels("radiusButton", changed)
    radiusCard = _pixels("radiusCard", changed)
    lineThin = _pixels("lineThin", changed)
    lineButton = _pixels("lineButton", changed)
    lineUse = _pixels("lineUse", changed)
    lineFocus = _pixels("lineFocus", changed)
    iconSmall = _pixels("iconSmall", changed)
    iconMedium = _pixels("iconMedium", changed)
    iconLarge = _pixels("iconLarge", changed)
    iconHuge = _pixels("iconHuge", changed)
    slide = _pixels("slide", changed)

    topBar = _pixels("topBar", changed)
    tool = _pixels("tool", changed)
    bottomBar = _pixels("bottomBar", changed)
    slot = _pixels("slot", changed)
    button = _pixels("button", changed)
    row = _pixels("row", changed)
    key = _pixels("key", changed)
    padKey = _pixels("padKey", changed)
    tilePanel = _pixels("tilePanel", changed)
    disc = _pixels("disc", changed)
    tick = _pixels("tick", changed)
    dot = _pixels("dot", changed)

    pageMotion = _motion("page", changed)
    releaseMotion = _motion("release", changed)

    family = Property(str, lambda theme: theme.look.family, notify=changed)
    portrait = Property(bool, lambda theme: theme.look.portrait, notify=changed)
