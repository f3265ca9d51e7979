"""`kiosk search` and `kiosk guides` as a person at a terminal uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.cli import main
from tests.unit.catalogue.guides import guide_text, write_folder


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_search_prints_json_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "giay", "doc", "than", "--json"]) == 0
    (first, *_) = json.loads(capsys.readouterr().out)
    assert first.keys() == {"code", "id", "title", "score"}
    assert (first["code"], first["id"]) == ("1.004873", "single-status")
    assert first["title"] == "Xác nhận tình trạng hôn nhân"


def test_search_that_finds_nothing_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "xyzzy", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_search_keeps_to_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "khai", "--limit", "1"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_none_is_refused(limit: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["search", "khai", "--limit", limit])
    assert stopped.value.code == 2


def test_the_shipped_guides_pass_their_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guides", "check", "--on", "2026-11-26"]) == 0
    assert "no problem found" in capsys.readouterr().out


@pytest.mark.events("guides.left_out")
def test_a_check_prints_every_problem_on_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = guide_text().replace('level = "full"', "").replace("3 ngày", "3 ngày!")
    wordy = guide_text("other", 4).replace("Làm a.", "Làm a ngay!")
    folder = write_folder(tmp_path / "guides", birth=broken, other=wordy)
    assert main(["guides", "check", str(folder), "--on", "2026-11-20"]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert 'birth.toml: level: is missing; a guide of kind "service" needs it' in lines
    assert sum("say what to do instead" in line for line in lines) == 4
    assert 'other.toml:67: step[3].actions[1].vi: says "!"; say what to do instead' in lines


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (["birth"], "Đăng ký khai sinh"),
        (["1.001193", "--lang", "en"], "Register a birth"),
        (["eid"], "Tài khoản định danh VNeID"),
    ],
)
def test_a_guide_is_shown_as_text(
    asked: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guides", "show", *asked]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == line
    assert "10/11/2026" in shown
    assert "\u00a0" not in shown


def test_a_guide_that_is_not_there_names_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["guides", "show", "brith"]) == 2
    assert "birth" in capsys.readouterr().err


def test_imported_procedures_are_found_afterwards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "portal.jsonl"
    file.write_text(
        json.dumps({"ma_thu_tuc": "1.010038", "ten_thu_tuc": "Tách hộ"}), encoding="utf-8"
    )
    assert main(["guides", "import", str(file)]) == 0
    assert main(["search", "tach", "ho", "--json"]) == 0
    out = capsys.readouterr().out
    assert '"1.010038"' in out
    assert main(["guides", "import", str(tmp_path / "missing.json")]) == 2
    assert "Traceback" not in capsys.readouterr().err
