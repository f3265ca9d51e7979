"""What is declared as data is what the code uses, and the other way round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.log import declarations
from kiosk.settings import declared
from tests.architecture.sources import ROOT, python_files, qml_files, short, tree, words_in

NOT_READ_YET = {
    "printer.paper_mm", "screen.px_per_mm", "screen.orientation", "visit.languages",
}  # fmt: skip
"""Declared ahead of the part that will read them; each leaves this list when it is read."""

READERS = {"text", "integer", "number", "flag", "choice", "texts"}
PRODUCT = python_files("kiosk", "printer")


@dataclass(frozen=True, slots=True)
class Call:
    """A call whose first argument is a text: its method's name, that text, its keywords."""

    method: str
    first: str
    keywords: frozenset[str]
    place: str


def _calls() -> Iterator[Call]:
    for file in PRODUCT:
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = frozenset(word.arg for word in node.keywords if word.arg)
                place = f"{short(file)}:{node.lineno}"
                yield Call(node.func.attr, first.value, names, place)


CALLS = list(_calls())


def test_a_setting_that_is_read_is_declared() -> None:
    known = declared()
    sections = {option.section for option in known.values()}
    read = [
        call
        for call in CALLS
        if call.method in READERS and call.first.partition(".")[0] in sections
    ]
    assert len(read) > 10
    wrong = [f"{call.place}: {call.first}" for call in read if call.first not in known]
    assert not wrong, f"declare these in config/options.toml: {wrong}"


def test_a_setting_that_is_declared_is_read() -> None:
    said = {words.text for file in PRODUCT for words in words_in(file)}
    idle = {key for key in declared() if key not in said}
    unread = sorted(idle - NOT_READ_YET)
    assert not unread, f"nothing reads these: use them, or take them out of options.toml: {unread}"
    assert idle >= NOT_READ_YET, f"now read, so no exception: {sorted(NOT_READ_YET - idle)}"


def test_an_event_that_is_logged_is_declared_with_its_fields() -> None:
    logged = [call for call in CALLS if call.method == "event" and "." in call.first]
    assert len(logged) > 5
    known = declarations()
    wrong = [
        f"{call.place}: {call.first} {sorted(call.keywords)}"
        for call in logged
        if call.first not in known or not call.keywords <= set(known[call.first].fields)
    ]
    assert not wrong, f"declare these in config/events.toml: {wrong}"


def test_an_event_that_is_declared_is_logged() -> None:
    said = {words.text for file in PRODUCT for words in words_in(file)}
    idle = [name for name in declarations() if name not in said]
    assert not idle, f"nothing logs these: take them out of events.toml: {idle}"


def test_every_icon_that_is_named_is_there() -> None:
    icons = {file.stem for file in (ROOT / "assets" / "icons").glob("*.svg")}
    named = {
        (name, short(file))
        for file in qml_files()
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(property string )?icon: ", line)
        for name in re.findall(r'"([a-z][a-z0-9-]*)"', line)
    }
    named |= {
        (node.value.value, short(file))
        for file in python_files("kiosk/ui")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.keyword) and node.arg == "icon"
        if isinstance(node.value, ast.Constant) and node.value.value
    }
    assert len(named) > 10
    missing = sorted((name, file) for name, file in named if name not in icons)
    assert not missing, f"draw these in assets/icons, or name one that is there: {missing}"
