"""Settings changed on the device: tried whole, written whole, noted, undone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.settings import SettingsError, load, places
from kiosk.settings.changes import Edit
from kiosk.settings.device import DeviceSettings
from kiosk.settings.values import MASK


class Clock:
    """A minute passes at every look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def etc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "ward-kiosk"
    (folder / "conf.d").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE_SETTINGS", folder)
    return folder


@pytest.fixture
def device(etc: Path) -> DeviceSettings:
    assert etc.is_dir()
    return DeviceSettings(Clock(), environ={})


def in_force(key: str) -> str:
    return load(environ={}).shown(key)


def refused(device: DeviceSettings, wishes: dict[str, object]) -> list[str]:
    with pytest.raises(SettingsError) as error:
        device.change(wishes, "officer")
    return [str(problem) for problem in error.value.problems]


def test_a_change_holds_and_is_noted(device: DeviceSettings, etc: Path) -> None:
    change = device.change({"ward.name": "Phường Mỹ Trà"}, "officer")
    assert in_force("ward.name") == '"Phường Mỹ Trà"'
    assert device.changes() == (change,)
    assert change is not None
    assert (change.number, change.who, change.at) == (1, "officer", "2026-11-25T08:01:00+07:00")
    assert change.edits == (Edit("ward.name", '"Phường Cao Lãnh"', '"Phường Mỹ Trà"'),)
    assert sorted(path.name for path in (etc / "conf.d").iterdir()) == ["90-device.toml"]


def test_what_holds_already_is_no_change(device: DeviceSettings) -> None:
    device.change({"ward.name": "Xã A"}, "officer")
    assert device.change({"ward.name": "Xã A"}, "officer") is None
    assert device.change({"ward.office": None}, "officer") is None
    assert len(device.changes()) == 1


def test_comments_and_other_lines_stay(device: DeviceSettings) -> None:
    mine = '# by hand\n[ward]\nname = "Xã A"  # so decided in May\n\n[printer]\npaper_mm = 58\n'
    device.path.write_text(mine, encoding="utf-8")
    device.change({"ward.name": "Xã B"}, "officer")
    assert device.path.read_text(encoding="utf-8") == mine.replace("Xã A", "Xã B")


def test_repeated_sections_come_and_go(device: DeviceSettings) -> None:
    device.change({"portal_2.url": "https://a.vn", "portal_2.agencies": ["H20"]}, "officer")
    device.change({"portal_ministry.url": "https://b.vn"}, "officer")
    assert load(environ={}).sections("portal") == ("portal", "portal_2", "portal_ministry")
    device.undo("officer")
    assert load(environ={}).sections("portal") == ("portal", "portal_2")
    device.change({"portal_2.url": None, "portal_2.agencies": None}, "officer")
    assert load(environ={}).sections("portal") == ("portal",)
    device.undo("officer")
    assert load(environ={}).of("portal_2").texts("portal.agencies") == ("H20",)


def test_every_problem_is_told_and_nothing_is_written(device: DeviceSettings) -> None:
    told = refused(device, {"ward.nmae": "x", "portal.total_seconds": "long", "ward.name": 3})
    assert told == [
        "as wished: ward.nmae: no such setting; did you mean “ward.name”?",
        "as wished: portal.total_seconds: must be a number, not the text “long”",
        "as wished: ward.name: must be a text in quotes, not the number 3",
    ]
    assert not device.path.exists()
    assert device.changes() == ()


def test_what_contradicts_another_setting_is_refused(device: DeviceSettings) -> None:
    [told] = refused(device, {"portal.connect_seconds": 20})
    assert told.endswith("is 20.0, more than portal.total_seconds, which is 12.0")
    assert not device.path.exists()


def test_what_a_later_layer_hides_is_refused(device: DeviceSettings, etc: Path) -> None:
    (etc / "conf.d" / "95-province.toml").write_text('[ward]\nname = "Xã C"\n', encoding="utf-8")
    [told] = refused(device, {"ward.name": "Xã D"})
    assert told.startswith(f"{etc}/conf.d/95-province.toml:2: ward.name: is set there")
    assert in_force("ward.name") == '"Xã C"'


def test_a_change_may_mend_settings_that_could_not_be_used(device: DeviceSettings) -> None:
    device.path.write_text("[portal]\nconnect_seconds = 50\n", encoding="utf-8")
    change = device.change({"portal.connect_seconds": 5}, "officer")
    assert change is not None
    assert change.edits == (Edit("portal.connect_seconds", "?", "5.0"),)
    assert load(environ={}).number("portal.connect_seconds") == 5.0


def test_a_file_that_is_no_toml_is_left_for_a_person(device: DeviceSettings) -> None:
    device.path.write_text("[ward\n", encoding="utf-8")
    [told] = refused(device, {"ward.name": "Xã D"})
    assert "90-device.toml:1: is not well-formed TOML" in told
    assert device.path.read_text(encoding="utf-8") == "[ward\n"


def test_a_secret_is_told_nowhere_and_comes_back_on_undo(device: DeviceSettings, etc: Path) -> None:
    device.change({"portal.client_secret": "first-secret"}, "officer")
    device.change({"portal.client_secret": "second-secret"}, "officer")
    told = "".join(path.read_text("utf-8") for path in (etc / "changes").glob("*.json"))
    assert "secret" in told
    assert "first-secret" not in told
    assert "second-secret" not in told
    assert device.changes()[1].edits == (Edit("portal.client_secret", MASK, MASK),)
    copies = list((etc / "changes").glob("*.was"))
    assert {path.stat().st_mode & 0o777 for path in copies} == {0o600}
    device.undo("officer")
    assert load(environ={}).text("portal.client_secret") == "first-secret"


def test_undo_goes_back_one_change_at_a_time(device: DeviceSettings) -> None:
    for name in ("Xã A", "Xã B", "Xã C"):
        device.change({"ward.name": name}, "officer")
    seen = []
    while (change := device.undo("officer")) is not None:
        seen.append((change.undoes, in_force("ward.name")))
    assert seen == [(3, '"Xã B"'), (2, '"Xã A"'), (1, '"Phường Cao Lãnh"')]
    assert [change.number for change in device.changes()] == [1, 2, 3, 4, 5, 6]


def test_undo_of_an_older_change_leaves_the_others(device: DeviceSettings) -> None:
    device.change({"ward.name": "Xã A"}, "officer")
    device.change({"ward.address": "1 Lê Lợi"}, "officer")
    device.undo("officer", 1)
    assert in_force("ward.name") == '"Phường Cao Lãnh"'
    assert in_force("ward.address") == '"1 Lê Lợi"'
    assert device.undo("officer", 1) is None


def test_old_changes_are_dropped(device: DeviceSettings, etc: Path) -> None:
    for number in range(103):
        device.change({"ward.name": f"Xã {number}"}, "officer")
    kept = device.changes()
    assert (len(kept), kept[0].number, kept[-1].number) == (100, 4, 103)
    assert len(list((etc / "changes").glob("*.was"))) == 100


@pytest.mark.parametrize("took", [True, False])
def test_a_change_cut_short_is_settled_by_what_is_on_disk(
    device: DeviceSettings, etc: Path, *, took: bool
) -> None:
    device.change({"ward.name": "Xã A"}, "officer")
    device.change({"ward.name": "Xã B"}, "officer")
    done, begun = etc / "changes" / "0002.json", etc / "changes" / "0002.begun.json"
    done.rename(begun)
    if not took:
        device.path.write_bytes((etc / "changes" / "0002.was").read_bytes())
    assert [change.number for change in device.changes()] == ([1, 2] if took else [1])
    assert not begun.exists()
    assert (etc / "changes" / "0002.was").exists() is took
