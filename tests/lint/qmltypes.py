"""The types that Python offers to QML, written down as the QML tools read them.

The tools that come with PySide6 read Python's source for this, and so miss every property that a
helper function makes. Here the classes are asked themselves: their meta objects at run time.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6 import QtQml
from PySide6.QtCore import QByteArray, QMetaMethod, QMetaObject, QMetaProperty, QObject

KNOWN_BASES = frozenset(
    {"QObject", "QAbstractItemModel", "QAbstractListModel", "QQuickItem", "QQuickPaintedItem"}
)
IMPORT_NAME, MAJOR = "QML_IMPORT_NAME", "QML_IMPORT_MAJOR_VERSION"
Raw = str | bytes | bytearray | memoryview | QByteArray

HEAD = "import QtQuick.tooling 1.2\n\nModule {\n"
QMLDIR = "module {name}\ntypeinfo types.qmltypes\ndepends QtQuick\ndepends QtQml.Models\n"


@dataclass(slots=True)
class Declared:
    """What a class's decorators say of it to QML, which its meta object does not keep."""

    names: dict[type, str] = field(default_factory=dict)
    singletons: set[type] = field(default_factory=set)
    uncreatable: set[type] = field(default_factory=set)

    def listen(self) -> None:
        """Note what each decorator is put on before it does its work."""
        element, named = QtQml.QmlElement, QtQml.QmlNamedElement
        singleton, uncreatable = QtQml.QmlSingleton, QtQml.QmlUncreatable

        def note_element(cls: type) -> type:
            self.names[cls] = cls.__name__
            return _at_home(element, cls)

        def note_named(name: str) -> Callable[[type], type]:
            def note(cls: type) -> type:
                self.names[cls] = name
                return _at_home(named(name), cls)

            return note

        def note_singleton(cls: type) -> type:
            self.singletons.add(cls)
            return _at_home(singleton, cls)

        def note_uncreatable(*reason: str) -> Callable[[type], type]:
            def note(cls: type) -> type:
                self.uncreatable.add(cls)
                return _at_home(uncreatable(*reason), cls)

            return note

        for stand_in, name in (
            (note_element, "QmlElement"),
            (note_named, "QmlNamedElement"),
            (note_singleton, "QmlSingleton"),
            (note_uncreatable, "QmlUncreatable"),
        ):
            setattr(QtQml, name, stand_in)


def _at_home(decorator: Any, cls: type) -> type:  # noqa: ANN401 -- PySide6 gives it no type
    """Decorate in the class's own module, where PySide6 looks for QML_IMPORT_NAME."""
    home = vars(sys.modules[cls.__module__])
    decorated: type = eval("decorator(cls)", home, {"decorator": decorator, "cls": cls})
    return decorated


def write_types(package: str, build: Path) -> int:
    """Import all of `package` and write a folder per QML module below `build`.

    Must run in a fresh process, before anything imported the package. Returns how many classes
    QML can name.
    """
    declared = Declared()
    declared.listen()
    root = importlib.import_module(package)
    for found in pkgutil.walk_packages(root.__path__, f"{package}."):
        importlib.import_module(found.name)
    modules: dict[tuple[str, int], list[type]] = {}
    for cls in declared.names:
        home = vars(sys.modules[cls.__module__])
        modules.setdefault((home[IMPORT_NAME], home[MAJOR]), []).append(cls)
    for (name, major), classes in modules.items():
        folder = build.joinpath(*name.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "qmldir").write_text(QMLDIR.format(name=name), encoding="utf-8")
        (folder / "types.qmltypes").write_text(
            types_text(classes, declared, f"{name}/{{}} {major}.0"), encoding="utf-8"
        )
    return len(declared.names)


def types_text(classes: list[type], declared: Declared, export: str) -> str:
    """The text of a ``.qmltypes`` file for `classes` and their own bases."""
    with_bases = dict.fromkeys(base for cls in classes for base in reversed(_own_line(cls)))
    components = [_component(cls, declared, export) for cls in with_bases]
    return HEAD + "".join(components) + "}\n"


def _own_line(cls: type) -> list[type]:
    """`cls` and those of its bases that no QML module of Qt's own describes."""
    return [
        base
        for base in cls.__mro__
        if issubclass(base, QObject) and base.__name__ not in KNOWN_BASES and base is not QObject
        if not base.__module__.startswith("PySide6")
    ]


def _component(cls: type, declared: Declared, export: str) -> str:
    meta: QMetaObject = cls.staticMetaObject  # type: ignore[attr-defined]
    lines = [
        f"name: {_quoted(meta.className())}",
        'accessSemantics: "reference"',
        f"prototype: {_quoted(meta.superClass().className())}",
    ]
    if cls in declared.names:
        lines.append(f"exports: [{_quoted(export.format(declared.names[cls]))}]")
        lines.append("exportMetaObjectRevisions: [256]")
    if cls in declared.singletons:
        lines.append("isSingleton: true")
    if cls in declared.singletons or cls in declared.uncreatable:
        lines.append("isCreatable: false")
    for index in range(meta.enumeratorOffset(), meta.enumeratorCount()):
        enumerator = meta.enumerator(index)
        keys = ", ".join(_quoted(enumerator.key(k)) for k in range(enumerator.keyCount()))
        lines.append(f"Enum {{ name: {_quoted(enumerator.name())}; values: [{keys}] }}")
    lines += [
        _property(meta.property(i)) for i in range(meta.propertyOffset(), meta.propertyCount())
    ]
    lines += [_method(meta.method(i)) for i in range(meta.methodOffset(), meta.methodCount())]
    body = "".join(f"        {line}\n" for line in lines)
    return f"    Component {{\n{body}    }}\n"


def _property(found: QMetaProperty) -> str:
    parts = [f"name: {_quoted(found.name())}", *_type(found.typeName())]
    if not found.isWritable():
        parts.append("isReadonly: true")
    if found.isConstant():
        parts.append("isPropertyConstant: true")
    if found.hasNotifySignal():
        parts.append(f"notify: {_quoted(found.notifySignal().name())}")
    return f"Property {{ {'; '.join(parts)} }}"


def _method(found: QMetaMethod) -> str:
    kind = "Signal" if found.methodType() == QMetaMethod.MethodType.Signal else "Method"
    parts = [f"name: {_quoted(found.name())}"]
    if _text(found.typeName()) not in {"", "void"}:
        parts += _type(found.typeName())
    for name, kind_of in zip(found.parameterNames(), found.parameterTypes(), strict=True):
        inner = [f"name: {_quoted(name)}"] if _text(name) else []
        parts.append(f"Parameter {{ {'; '.join([*inner, *_type(kind_of)])} }}")
    return f"{kind} {{ {'; '.join(parts)} }}"


def _type(raw: Raw) -> list[str]:
    """A C++ type as the tools write it; a Python object is any value to QML."""
    name = _text(raw)
    plain = "QVariant" if name == "PyObject" else name.removesuffix("*")
    pointer = ["isPointer: true"] if name.endswith("*") else []
    return [f"type: {_quoted(plain)}", *pointer]


def _text(raw: Raw) -> str:
    """A name as PySide6 hands it over: what its stubs call bytes is a str at run time."""
    data = raw.data() if isinstance(raw, QByteArray) else raw
    return data if isinstance(data, str) else bytes(data).decode("ascii")


def _quoted(raw: Raw) -> str:
    return f'"{_text(raw)}"'
