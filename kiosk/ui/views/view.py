"""The base of all views, and the list model they hand to QML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, ClassVar, Generic, TypeVar, cast

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlUncreatable

from kiosk.visit.events import Event

Send = Callable[[Event], None]
made_by_kiosk: Callable[[type], type] = cast("Any", QmlUncreatable)("made by the kiosk")
"""Marks a view that QML uses and never makes."""

PropsT = TypeVar("PropsT")
Index = QModelIndex | QPersistentModelIndex


class View(QObject, Generic[PropsT]):
    """Holds one frozen snapshot of what its page shows, and the door for what is touched.

    Each subclass declares ``changed = Signal()`` itself: a property's notify signal must
    belong to the class that declares the property.
    """

    changed: ClassVar[Signal]

    def __init__(self, empty: PropsT, send: Send) -> None:
        super().__init__()
        self._props = empty
        self._send = send

    @property
    def props(self) -> PropsT:
        return self._props

    def show(self, props: PropsT) -> None:
        """Swaps the snapshot in, then tells QML once."""
        if props == self._props:
            return
        self._props = props
        self._fold()
        self.changed.emit()

    def _fold(self) -> None:
        """Hands the snapshot's rows to the list models; views with lists override it."""


def shown(kind: type, name: str, changed: Signal) -> Property:
    """A QML property that reads field `name` of the view's snapshot."""
    return Property(kind, lambda view: getattr(view.props, name), notify=changed)


class Rows(QAbstractListModel):
    """Frozen dataclass rows as a list model; each field is a role of the same name."""

    def __init__(self, row: type) -> None:
        super().__init__()
        self._names = [field.name for field in fields(row)]
        self._rows: Sequence[Any] = ()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = role - Qt.ItemDataRole.UserRole
        if not 0 <= index.row() < len(self._rows) or not 0 <= place < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[place])

    def roleNames(self) -> dict[int, QByteArray]:
        return {
            Qt.ItemDataRole.UserRole + place: QByteArray(name.encode())
            for place, name in enumerate(self._names)
        }

    def replace(self, rows: Sequence[Any]) -> None:
        """Shows `rows`. Rows that only changed keep their delegates, so a press is not lost."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
