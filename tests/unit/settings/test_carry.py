"""One ward's settings carried to the next device by the commands an officer's helper types."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.settings import load, places

WARD = """[ward]
name = "Xã \\"Mỹ\\" Trà"
hours = ["Thứ Hai: 7:00, 13:30", "Thứ Bảy: nghỉ"]
[portal]
url = "https://one.vn"
client_secret = "tell-nobody"
[portal_2]
dialect = "igate"
url = "https://two.vn"
client_secret = "tell-nobody-either"
statuses = ["processing_3 = 5"]
[printer]
url = "tcp://192.0.2.7:9100"
[screen]
show_old_level = false
"""


@pytest.fixture
def etc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "next"
    (folder / "conf.d").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE_SETTINGS", folder)
    return folder


@pytest.fixture
def carried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    first, out = tmp_path / "first.toml", tmp_path / "ward.toml"
    first.write_text(WARD, encoding="utf-8")
    assert main(["settings", "export", str(out), "--config", str(first)]) == 0
    capsys.readouterr()
    return out


def test_an_export_holds_all_but_secrets_and_what_is_of_the_device(carried: Path) -> None:
    text = carried.read_text(encoding="utf-8")
    wanted = tomllib.loads(WARD)
    del wanted["portal"]["client_secret"], wanted["portal_2"]["client_secret"], wanted["printer"]
    assert tomllib.loads(text) == wanted
    assert "tell-nobody" not in text
    assert "192.0.2.7" not in text
    assert "Left out" in text
    assert "portal_2.client_secret" in text


def test_an_import_shows_first_and_applies_when_told(
    carried: Path, etc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", "import", str(carried)]) == 0
    told = capsys.readouterr().out
    assert '  portal_2.url: "" → "https://two.vn"\n' in told
    assert "Nothing was changed." in told
    assert list((etc / "conf.d").iterdir()) == []

    assert main(["settings", "import", str(carried), "--yes"]) == 0
    there = load(environ={})
    assert there.texts("ward.hours") == ("Thứ Hai: 7:00, 13:30", "Thứ Bảy: nghỉ")
    assert there.sections("portal") == ("portal", "portal_2")
    assert there.of("portal_2").texts("portal.statuses") == ("processing_3 = 5",)

    capsys.readouterr()
    assert main(["settings", "import", str(carried), "--yes"]) == 0
    assert "nothing to change" in capsys.readouterr().out
    assert main(["settings", "undo"]) == 0
    assert load(environ={}).sections("portal") == ("portal",)


def test_an_import_names_every_problem_and_changes_nothing(
    tmp_path: Path, etc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('[ward]\nnmae = "x"\n[portal]\nulr = "https://a.vn"\n', encoding="utf-8")
    assert main(["settings", "import", str(file), "--yes"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"{file}:2: ward.nmae: no such setting; did you mean “ward.name”?",
        f"{file}:4: portal.ulr: no such setting; did you mean “portal.url”?",
    ]
    assert list((etc / "conf.d").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["ward.hours", '["a, b", "c"]'], ("a, b", "c")),
        (["ward.hours", "a, b", "c"], ("a, b", "c")),
        (["ward.hours", "a"], ("a",)),
        (["screen.show_old_level", "false"], False),
        (["portal.read_seconds", "9.5"], 9.5),
        (["ward.counter", "quầy", "số", "2"], "quầy số 2"),
    ],
)
@pytest.mark.usefixtures("etc")
def test_set_takes_a_value_as_people_type_it(words: list[str], value: object) -> None:
    assert main(["settings", "set", *words]) == 0
    assert load(environ={}).values[words[0]] == value


def test_set_and_show_with_one_file_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "k.toml"
    named = ["--config", str(file)]
    file.write_text("# mine\n", encoding="utf-8")
    assert main(["settings", "set", "ward.name", "Xã A", *named]) == 0
    assert main(["settings", "set", "ward.name", "3 " * 60, *named]) == 2
    assert main(["settings", "show", *named]) == 0
    assert f'= "Xã A"  # {file}:' in capsys.readouterr().out
    assert file.read_text(encoding="utf-8").startswith("# mine\n")


def test_a_folder_that_cannot_be_written_is_one_line(
    etc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (etc / "changes").write_text("in the way")
    assert main(["settings", "set", "ward.name", "Xã A"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "changes" in told
