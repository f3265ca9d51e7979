"""``kiosk pin``: how a ward gets its PIN, and a new one when the old is forgotten."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kiosk import app_staff
from kiosk.cli import main
from kiosk.settings import load
from kiosk.staff.pin import Right


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "k.toml"
    file.write_text(f'[store]\npath = "{tmp_path}/state/kiosk.sqlite3"\n', encoding="utf-8")
    return file


def choose(config: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    return main(["pin", "--config", str(config)])


def test_a_pin_is_chosen_and_chosen_anew(
    config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["pin", "--status", "--config", str(config)])
    assert "No PIN is chosen" in capsys.readouterr().out
    for pin in ("280914", "739150"):
        assert choose(config, monkeypatch, pin) == 0
        assert app_staff.build_pins(load(config)).check(pin) == Right()
    told = capsys.readouterr()
    assert "280914" not in told.out + told.err
    main(["pin", "--status", "--config", str(config)])
    assert capsys.readouterr().out == "A PIN is chosen.\n"


@pytest.mark.parametrize("typed", ["", "12345", "123456", "letters"])
def test_a_pin_that_is_not_taken_says_why(
    typed: str, config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert choose(config, monkeypatch, typed) == 2
    assert capsys.readouterr().err.startswith("kiosk pin: ")
    assert not app_staff.build_pins(load(config)).is_set()
