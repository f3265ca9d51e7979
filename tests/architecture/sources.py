"""The project's own files, read once for the rules that are held over them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = frozenset({".git", ".venv", "build", "__pycache__"})
NOT_TEXT = frozenset({".png", ".wav", ".ico"})


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name: by which module, and where that stands."""

    module: str
    name: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.name}"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the code: what is known of it, with ``*`` for each part that is not."""

    text: str
    file: str
    line: int


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """The Python files below these folders of the project."""
    return tuple(sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py")))


@cache
def qml_files() -> tuple[Path, ...]:
    return tuple(sorted((ROOT / "kiosk" / "ui" / "qml").rglob("*.qml")))


@cache
def tracked_texts() -> tuple[Path, ...]:
    """Every text file that belongs to the project: what git tracks, or all files without git."""
    if (ROOT / ".git").exists():
        command = ["git", "-C", str(ROOT), "-c", "core.quotePath=off", "ls-files"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        files = [ROOT / name for name in told.splitlines()]
    else:
        files = [file for file in ROOT.rglob("*") if not NOT_OURS & set(file.parts)]
    return tuple(file for file in files if file.is_file() and file.suffix not in NOT_TEXT)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def short(file: Path) -> str:
    """The file's name within the project."""
    return file.relative_to(ROOT).as_posix()


def module_of(file: Path) -> str:
    """``kiosk/ui/__init__.py`` is ``kiosk.ui``."""
    dotted = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    return dotted.removesuffix(".__init__")


def imports(file: Path) -> Iterator[Import]:
    """Every import of a file, in functions too; ``from a import b`` is ``a.b``."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{short(file)}:{node.lineno}: write the import out in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            yield Import(module_of(file), name, short(file), node.lineno)


def words_in(file: Path) -> Iterator[Words]:
    """Every text of a Python file that is not a docstring."""
    said = {
        id(node.value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    inside = {
        id(part)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree(file)):
        if id(node) in said or id(node) in inside:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Words(node.value, short(file), node.lineno)
        elif isinstance(node, ast.JoinedStr):
            yield Words("".join(map(_known, node.values)), short(file), node.lineno)


def _known(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "*"
