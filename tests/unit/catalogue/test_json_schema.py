"""The schema that editors use says yes to what the kiosk reads, and no to what it does not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from kiosk.catalogue.json_schema import SCHEMAS, main, schema
from kiosk.settings.places import assets_dir
from tests.unit.catalogue.guides import guide_text

GUIDES = assets_dir() / "guides"
FILES = sorted(file for file in GUIDES.glob("*.toml") if file.name != "words.toml")


def judge(name: str) -> Callable[[Any], Any]:
    checked: Callable[[Any], Any] = fastjsonschema.compile(schema(*SCHEMAS[name]))
    return checked


def as_json(value: object) -> object:
    """TOML's values as an editor hands them to a schema: a date is its text."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


GUIDE = judge("guide.schema.json")
EVENTS = judge("events.schema.json")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_shipped_files_are_valid(file: Path) -> None:
    valid = EVENTS if file.name == "events.toml" else GUIDE
    valid(as_json(tomllib.loads(file.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('level = "full"', 'level = "fulll"'),
        ("keywords", "keyword"),
        (', en = "A parent." }', " }"),
        ('audiences = ["citizen"]', "audiences = []"),
        ("1.001193", "1.1193"),
        ("https://example", "http://example"),
        ("[[fee]]", "[fee]"),
        ('when = { who = ["other", "unsure"] }', 'when = { who = "other" }'),
        (', { vi = "Làm b.", en = "Do b." }]', "]"),
    ],
)
def test_what_the_kiosk_refuses_the_editor_underlines(old: str, new: str) -> None:
    text = guide_text()
    assert old in text
    GUIDE(as_json(tomllib.loads(text)))
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        GUIDE(as_json(tomllib.loads(text.replace(old, new))))


def test_every_field_is_explained_in_vietnamese() -> None:
    def unexplained(shape: dict[str, Any], place: str) -> list[str]:
        found = []
        for name, field in shape.get("properties", {}).items():
            inner = field.get("items", field)
            if name not in ("vi", "en"):
                found += [] if field.get("description") else [f"{place}.{name}"]
                found += unexplained(inner, f"{place}.{name}")
        return found

    for name, declared in SCHEMAS.items():
        assert unexplained(schema(*declared), name) == []


def test_the_schemas_are_written_and_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--write", str(tmp_path)]) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(SCHEMAS)
    assert main([]) == 0
    assert '"$schema"' in capsys.readouterr().out
    assert main(["--write", str(tmp_path / "nowhere")]) == 1
    assert "no such file" in capsys.readouterr().err
