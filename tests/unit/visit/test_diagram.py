"""docs/visit.md is the table, drawn."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.visit import diagram
from kiosk.visit.pages import Page
from kiosk.visit.table import EVERYWHERE, TABLE

ROOT = Path(__file__).parents[3]
DOCUMENT = ROOT / "docs" / "visit.md"


def test_the_document_is_current() -> None:
    written = DOCUMENT.read_text(encoding="utf-8")
    assert written == diagram.document(), (
        "the table has changed; run: python -m kiosk.visit.diagram --write docs/visit.md"
    )


def test_the_document_does_not_depend_on_the_run() -> None:
    def drawn(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "kiosk.visit.diagram"],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert drawn("1") == drawn("2") == diagram.document()


def test_every_page_is_left_in_exactly_one_picture() -> None:
    drawn = [page for pages in diagram.PICTURES.values() for page in pages]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(Page)


def test_every_rule_has_its_row() -> None:
    text = diagram.document()
    for page, kind in TABLE:
        assert f"| {page.value} | {kind.__name__} |" in text
    for kind in EVERYWHERE:
        assert f"\n| {kind.__name__} |" in text


def test_the_pictures_name_every_page_and_nothing_else() -> None:
    arrows = [line.split() for line in diagram.document().splitlines() if " --> " in line]
    named = {word.rstrip(":") for start, _arrow, end, *_events in arrows for word in (start, end)}
    others = {"[*]", diagram.ANY, diagram.BEFORE, diagram.SCANNING}
    assert others <= named
    assert named - others == {page.value for page in Page}


def test_write_mends_the_document_and_says_what_stops_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "visit.md"
    file.write_text("old", encoding="utf-8")
    assert diagram.main(["--write", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == diagram.document()
    assert diagram.main(["--write", str(tmp_path / "no" / "visit.md")]) == 1
    assert "no such file" in capsys.readouterr().err
