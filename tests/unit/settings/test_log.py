"""The event log: declared names and fields only, one JSON object a line."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest

from kiosk import log
from tests.conftest import Heard


def test_an_event_is_one_json_line() -> None:
    stream = io.StringIO()
    log.start(stream)
    log.event("portal.answered", outcome="NotFound")
    logging.getLogger("printer").warning("the printer fell silent")
    told = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert all(entry.pop("at").endswith("+00:00") for entry in told)
    assert told == [
        {"level": "info", "event": "portal.answered", "outcome": "NotFound"},
        {"level": "warning", "event": "printer", "says": "the printer fell silent"},
    ]


@pytest.mark.events("log.undeclared")
def test_what_is_not_declared_is_marked_and_its_values_are_dropped(heard: Heard) -> None:
    log.event("nobody.declared_this", code="000.00.14.H20-241121-0001")
    log.event("portal.answered", outcome="NotFound", code="000.00.14.H20-241121-0001")
    assert heard.fields("log.undeclared") == [
        {"name": "nobody.declared_this"},
        {"name": "portal.answered", "stray": "code"},
    ]


def test_silence_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    log.silence()
    log.event("settings.refused", problems=3)
    assert capsys.readouterr() == ("", "")


def test_every_event_is_declared_with_a_level_and_a_sentence() -> None:
    declared = log.declarations()
    assert "kiosk.crashed" in declared
    assert [name for name, event in declared.items() if not event.says.endswith(".")] == []


@pytest.mark.events("log.undeclared")
def test_a_missing_declaration_file_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    monkeypatch.setattr(log, "config_dir", lambda: tmp_path)
    log.declarations.cache_clear()
    try:
        log.event("kiosk.crashed", command="run", kind="ValueError", trace="")
    finally:
        log.declarations.cache_clear()
    assert heard.fields("log.undeclared") == [{"name": "kiosk.crashed"}]
