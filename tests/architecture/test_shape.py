"""The project's shape: small files, plain names, a short top level, nothing of one machine."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.sources import (
    NOT_OURS,
    ROOT,
    python_files,
    qml_files,
    short,
    tracked_texts,
    tree,
)

CEILING = 300
DRAWERS = frozenset({"utils", "util", "common", "misc", "helpers", "helper", "base", "stuff"})
TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "assets", "config",
    "docs", "kiosk", "packaging", "printer", "pyproject.toml", "requirements.lock", "tests",
}  # fmt: skip
OF_ONE_MACHINE = {
    "a package index's address": re.compile(
        r"--(extra-)?index-url|pythonhosted|[./]pypi\b|/simple/"
    ),
    "a path of one machine": re.compile(r"(?<![\w.])/(?:root|home|Users)/\w"),
}
CODE = [*python_files("kiosk", "printer", "tests"), *qml_files()]


def test_no_file_is_longer_than_the_ceiling() -> None:
    assert len(CODE) > 100
    long = {
        short(file): lines
        for file in CODE
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > CEILING
    }
    assert not long, f"split each along what it does; more than {CEILING} lines: {long}"


def test_a_file_is_named_for_what_is_in_it() -> None:
    product = python_files("kiosk", "printer")
    assert len(product) > 50
    drawers = [short(file) for file in product if {*file.parts, file.stem} & DRAWERS]
    assert not drawers, f"name these for what they hold: {drawers}"


def test_the_top_of_the_project_stays_small() -> None:
    here = {path.name for path in ROOT.iterdir()} - NOT_OURS
    if (ROOT / ".git").exists():
        here = {file.relative_to(ROOT).parts[0] for file in tracked_texts()}
    assert "kiosk" in here
    assert here <= TOP_LEVEL, f"find these a room below: {sorted(here - TOP_LEVEL)}"


@pytest.mark.parametrize("what", OF_ONE_MACHINE)
def test_no_file_holds(what: str) -> None:
    found = [
        f"{short(file)}:{number}: {line.strip()[:80]}"
        for file in tracked_texts()
        if file.suffix != ".lock" or what.startswith("a package")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if file.name != "test_shape.py" and OF_ONE_MACHINE[what].search(line)
    ]
    assert len(tracked_texts()) > 100
    assert not found, f"{what} belongs in no file:\n" + "\n".join(found)


def test_nothing_reaches_qml_by_a_context_property() -> None:
    calls = [
        f"{short(file)}:{node.lineno}"
        for file in python_files("kiosk")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr == "setContextProperty"
    ]
    assert not calls, f"hand it in as a required property of the root (Main.qml): {calls}"


def test_qml_uses_no_foreign_controls() -> None:
    assert len(qml_files()) > 20
    wrong = [
        f"{short(file)}: {line.strip()}"
        for file in qml_files()
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*import\s+QtQuick\.(Controls|Dialogs)\b", line)
    ]
    assert not wrong, f"draw it from kiosk/ui/qml/parts instead: {wrong}"


def test_no_module_keeps_a_changing_value_for_all() -> None:
    wrong = [
        f"{short(file)}:{node.lineno}"
        for file in python_files("kiosk", "printer")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Global)
    ]
    assert not wrong, f"give it to an object that app.py makes: {wrong}"
