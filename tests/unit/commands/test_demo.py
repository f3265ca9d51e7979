"""What the demo clears away, and what it must never touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import app
from kiosk.commands.demo import clear
from kiosk.devices.paper import SlipPrinter
from kiosk.settings import load


def test_an_earlier_demo_is_cleared_and_a_strangers_files_stay(tmp_path: Path) -> None:
    (tmp_path / "slips").mkdir()
    ours = [tmp_path / "01-home.png", tmp_path / "summary.txt", tmp_path / "slips" / "slip-001.png"]
    strangers = [tmp_path / "thesis.txt", tmp_path / "photo.png", tmp_path / "slips" / "me.png"]
    for file in (*ours, *strangers):
        file.write_text("x")
    clear(tmp_path)
    assert not any(file.exists() for file in ours)
    assert all(file.exists() for file in strangers)


@pytest.mark.events("paper.forgetful", "printer")
def test_a_record_that_cannot_be_kept_does_not_stop_printing(tmp_path: Path) -> None:
    (tmp_path / "spool").write_text("a file where the folder should be")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(
        f'[printer]\nurl = "tcp://127.0.0.1:9"\n[store]\npath = "{tmp_path}/kiosk.sqlite3"\n'
    )
    printing = app.build_printing(load(settings))
    printing.close()
    assert isinstance(printing, SlipPrinter)
