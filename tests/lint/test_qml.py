"""The QML gate on a toy package: it passes what is right and names what is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = '''
from PySide6.QtCore import Property, QAbstractListModel, QModelIndex, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QmlUncreatable

QML_IMPORT_NAME = "Toy.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


def read_only(kind, name, changed):
    return Property(kind, lambda self: getattr(self, "_" + name), notify=changed)


class Base(QObject):
    """Not named in QML, but its properties are its children's."""
    changed = Signal()
    title = read_only(str, "title", changed)


@QmlElement
@QmlUncreatable("made in Python")
class Rows(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 0


@QmlElement
@QmlUncreatable("made in Python")
class ToyView(Base):
    moved = Signal()
    count = read_only(int, "count", moved)
    rows = Property(Rows, lambda self: None, constant=True)

    @Slot(str, result=bool)
    def choose(self, name):
        return True


@QmlElement
@QmlSingleton
class Tokens(QObject):
    width = Property(int, lambda self: 3, constant=True)
'''
QML = """pragma ComponentBehavior: Bound

import QtQuick
import Toy.Bridge

Item {
    id: root

    required property ToyView view
    property bool chosen: false

    width: Tokens.width

    Text {
        text: root.view.title + root.view.count
    }

    ListView {
        model: root.view.rows

        delegate: Text {
            required property int index

            text: index

            TapHandler {
                onTapped: root.chosen = root.view.choose("a")
            }
        }
    }
}
"""


def lint(folder: Path, qml: str) -> subprocess.CompletedProcess[str]:
    (folder / "toyviews").mkdir()
    (folder / "toyviews" / "__init__.py").touch()
    (folder / "toyviews" / "views.py").write_text(PYTHON, encoding="utf-8")
    (folder / "qml").mkdir()
    (folder / "qml" / "Toy.qml").write_text(qml, encoding="utf-8")
    command = [sys.executable, "-m", "tests.lint.qml", "--package", "toyviews"]
    command += ["--qml", str(folder / "qml"), "--build", str(folder / "types")]
    paths = {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}
    return subprocess.run(
        command, env=os.environ | paths, cwd=ROOT, check=False, capture_output=True, text=True
    )


def test_right_qml_passes_and_is_counted(tmp_path: Path) -> None:
    done = lint(tmp_path, QML)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 QML files and 3 Python types" in done.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ("root.view.count", "root.view.cuont", "cuont"),
        ("root.view.title", "root.view.titel", "titel"),
        ('root.view.choose("a")', 'root.view.chose("a")', "chose"),
        ("Tokens.width", "Tokens.widht", "widht"),
        ("required property ToyView view", "required property ToyVeiw view", "ToyVeiw"),
    ],
    ids=["made by a helper", "inherited", "slot", "singleton", "type"],
)
def test_a_typo_is_named(tmp_path: Path, right: str, wrong: str, named: str) -> None:
    assert right in QML
    done = lint(tmp_path, QML.replace(right, wrong))
    assert done.returncode == 1
    assert named in done.stdout + done.stderr


def test_a_property_that_python_lets_nobody_write_is_not_written(tmp_path: Path) -> None:
    done = lint(tmp_path, QML.replace("root.chosen = root.view", "root.view.count = root.view"))
    assert done.returncode == 1
    assert "read-only" in done.stdout + done.stderr


def test_a_file_that_qmlformat_would_write_otherwise_is_named(tmp_path: Path) -> None:
    done = lint(tmp_path, QML.replace("    width: Tokens", "  width: Tokens"))
    assert done.returncode == 1
    assert "Toy.qml" in done.stderr


def test_an_empty_folder_is_not_a_pass(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.lint.qml", "--qml", str(tmp_path / "nothing")],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert "no QML below" in done.stderr
