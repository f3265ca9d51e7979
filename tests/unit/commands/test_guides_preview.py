"""`kiosk guides preview`: pictures of one guide, and nothing else touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.cli import main

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def test_every_page_and_slip_is_drawn_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QGuiApplication
) -> None:
    assert qapp is not None
    out = tmp_path / "preview"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    (out / "vi-99-old.png").write_bytes(b"of an earlier preview")
    arguments = ["guides", "preview", "certified-copy", "--out", str(out), "--size", "540x960"]
    assert main(arguments) == 0
    names = sorted(file.name for file in out.iterdir())
    for language in ("vi", "en"):
        kinds = {name.split("-")[2].removesuffix(".png") for name in names if name[:2] == language}
        assert {"question", "service", "steps", "phone", "way1"} <= kinds
    assert "mine.txt" in names
    assert "vi-99-old.png" not in names
    with Image.open(out / "vi-01-question-1.png") as page:
        assert page.size == (540, 960)
    with Image.open(out / "en-slip-way1-58mm.png") as slip:
        assert slip.width == 384
    assert "pages and" in capsys.readouterr().out


def test_a_guide_that_is_not_there_names_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guides", "preview", "brith", "--out", str(tmp_path / "x")]) == 2
    assert "birth" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
