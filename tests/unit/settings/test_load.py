"""Layers, and what is said of settings that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import settings
from kiosk.settings import SettingsError, layers, load, places
from tests.unit.settings.mistakes import MISTAKES


@pytest.fixture
def etc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A device's settings folder."""
    folder = tmp_path / "ward-kiosk"
    (folder / "conf.d").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE_SETTINGS", folder)
    return folder


def problems(text: str, tmp_path: Path) -> list[str]:
    """What is said of a settings file, without the file's name."""
    file = tmp_path / "k.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        load(file)
    return [str(problem).removeprefix(str(file)) for problem in refused.value.problems]


@pytest.mark.usefixtures("etc")
def test_the_defaults_alone_are_good() -> None:
    found = load(environ={})
    assert found.text("ward.name") == "Phường Cao Lãnh"
    assert found.texts("visit.languages") == ("vi", "en")
    assert found.number("portal.total_seconds") == 12.0
    assert found.integer("printer.width_dots") == 576
    assert found.flag("screen.show_old_level") is True
    assert found.choice("portal.dialect") == "opencps"
    assert found.origin("ward.name") == "default"


def test_each_layer_lies_over_the_one_before(etc: Path) -> None:
    (etc / "kiosk.toml").write_text(
        '[ward]\nname = "one"\noffice = "one"\nprovince = "one"\naddress = "one"\n', "utf-8"
    )
    (etc / "conf.d" / "20-b.toml").write_text('[ward]\nprovince = "three"\naddress = "three"\n')
    (etc / "conf.d" / "10-a.toml").write_text('[ward]\noffice = "two"\nprovince = "two"\n')
    (etc / "conf.d" / "30-not-settings.bak").write_text("[broken")
    found = load(environ={"KIOSK_WARD__ADDRESS": "four"})
    names = [found.text(f"ward.{name}") for name in ("name", "office", "province", "address")]
    assert names == ["one", "two", "three", "four"]
    assert found.origin("ward.province") == f"{etc / 'conf.d' / '20-b.toml'}:2"
    assert found.origin("ward.address") == "KIOSK_WARD__ADDRESS"


def test_a_named_file_is_all_that_is_read(
    etc: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (etc / "kiosk.toml").write_text("[broken")
    monkeypatch.setenv("KIOSK_WARD__NAME", "from the environment")
    mine = tmp_path / "mine.toml"
    mine.write_text('[ward]\noffice = "mine"\n')
    found = load(mine)
    assert (found.text("ward.office"), found.text("ward.name")) == ("mine", "Phường Cao Lãnh")


def test_every_problem_of_every_layer_is_told_at_once(etc: Path) -> None:
    (etc / "kiosk.toml").write_text('[ward]\nnmae = "x"\n\n[portal]\nurl = "htp://x"\n')
    (etc / "conf.d" / "a.toml").write_text("[visit\n")
    (etc / "conf.d" / "b.toml").write_bytes(b"\xff\xfe")
    (etc / "conf.d" / "c.toml").mkdir()
    with pytest.raises(SettingsError) as refused:
        load(environ={"KIOSK_VISIT__IDLE_SECONDS": "soon", "KIOSK_WARD__NAEM": "x", "HOME": "/"})
    said = [str(problem).removeprefix(f"{etc}/") for problem in refused.value.problems]
    web = "begins with htp://, but may begin with http, https; did you mean “http”?"
    broken = "is not well-formed TOML: expected ']' at the end of a table declaration"
    soon = "visit.idle_seconds: must be a whole number, not the text “soon”"
    assert said == [
        "kiosk.toml:2: ward.nmae: no such setting; did you mean “ward.name”?",
        f"kiosk.toml:5: portal.url: {web}",
        f"conf.d/a.toml:1: {broken}",
        "conf.d/b.toml: is not UTF-8 text (byte 0)",
        "conf.d/c.toml: cannot be read: is a directory",
        f"KIOSK_VISIT__IDLE_SECONDS: {soon}",
        "KIOSK_WARD__NAEM: no such setting; did you mean “KIOSK_WARD__NAME”?",
    ]


@pytest.mark.parametrize(("text", "said"), MISTAKES, ids=[said for _, said in MISTAKES])
def test_a_mistake_is_told_with_its_line_and_the_way_out(
    text: str, said: str, tmp_path: Path
) -> None:
    assert problems(text, tmp_path) == [said]


def test_one_limit_above_another_is_told(tmp_path: Path) -> None:
    told = problems("[portal]\ntotal_seconds = 5", tmp_path)
    wanted = "portal.read_seconds: is 8.0, more than portal.total_seconds, which is 5.0"
    assert told == [f"default: {wanted}"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read: no such file or directory"):
        load(tmp_path / "absent.toml")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    file.write_text('[ward]\nname = "Xã Mỹ Trà"\n', encoding="utf-8-sig")
    assert load(file).text("ward.name") == "Xã Mỹ Trà"


@pytest.mark.usefixtures("etc")
def test_the_environment_speaks_each_type() -> None:
    found = load(
        environ={
            "KIOSK_VISIT__LANGUAGES": "en, vi",
            "KIOSK_SCREEN__SHOW_OLD_LEVEL": "false",
            "KIOSK_PORTAL__TOTAL_SECONDS": "9.5",
            "KIOSK_VISIT__IDLE_SECONDS": "90",
            "KIOSK_HOME": "no setting, having no section",
        }
    )
    assert found.texts("visit.languages") == ("en", "vi")
    assert found.flag("screen.show_old_level") is False
    assert found.number("portal.total_seconds") == 9.5
    assert found.integer("visit.idle_seconds") == 90


def test_lines_are_found_under_headings_and_as_dotted_keys() -> None:
    text = '# x\n[ a . "b" ]\nc = 1\n"d" = 2\n\n[e] # note\nf.g = 3\n'
    found = layers.lines_of(text)
    assert {key: found[key] for key in ("a.b", "a.b.c", "a.b.d", "e", "e.f.g")} == {
        "a.b": 2, "a.b.c": 3, "a.b.d": 4, "e": 6, "e.f.g": 7,
    }  # fmt: skip


def test_reading_a_setting_as_what_it_is_not_is_loud() -> None:
    found = settings.combine(settings.declared(), [])
    with pytest.raises(TypeError, match="declared as integer, not text"):
        found.text("printer.width_dots")
    with pytest.raises(KeyError):
        found.text("ward.nmae")


SHIPPED = [
    places.config_dir() / "kiosk.example.toml",
    *sorted((places.config_dir() / "wards").glob("*.toml")),
]


@pytest.mark.parametrize("file", SHIPPED, ids=[file.name for file in SHIPPED])
def test_a_file_that_ships_is_good(file: Path) -> None:
    assert load(file).text("ward.name")
