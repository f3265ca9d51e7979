"""A procedure without a guide: what the portal calls it, and its page there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.scene import Scene
from kiosk.ui.views.view import Send, View, made_by_kiosk, shown

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

LONG_NAME = 90
"""Letters from which on a name is set smaller, so that the rest has room."""

MOST_OF_A_NAME = (220, 170, 120)
"""By text size. The portal has names of a thousand letters; its own page tells the rest."""


@dataclass(frozen=True, slots=True)
class ProcedureProps:
    code: str = ""
    name: str = ""
    field: str = ""
    page: str = ""
    long: bool = False


def derive_procedure(scene: Scene) -> ProcedureProps:
    procedure = scene.visit.procedure
    if procedure is None:
        return ProcedureProps()
    return ProcedureProps(
        code=procedure.code,
        name=shortened(procedure.name, MOST_OF_A_NAME[scene.visit.text_size]),
        field=procedure.field,
        page=procedure.url,
        long=len(procedure.name) > LONG_NAME,
    )


def shortened(name: str, most: int) -> str:
    """`name`, or as many whole words of it as have room in `most` letters, and a sign for more."""
    if len(name) <= most:
        return name
    return f"{name[: most - 1].rsplit(' ', 1)[0].rstrip(',;')}…"


@QmlElement
@made_by_kiosk
class ProcedureView(View[ProcedureProps]):
    changed = Signal()

    code = shown(str, "code", changed)
    name = shown(str, "name", changed)
    field = shown(str, "field", changed)
    page = shown(str, "page", changed)
    isLong = shown(bool, "long", changed)

    def __init__(self, send: Send) -> None:
        super().__init__(ProcedureProps(), send)
