"""Bad ends in a row lead to guides only, and staff are told why; good ends lead back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk import app, app_staff
from kiosk.cli import main
from kiosk.domain.deadline import VIETNAM
from kiosk.settings import load
from kiosk.staff.readiness.machine import starts as told
from kiosk.staff.starts import UNSAID, Starts, Trouble


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=20)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def starts(tmp_path: Path, clock: Clock) -> Starts:
    return Starts(tmp_path / "state" / "starts.json", clock)


def test_good_ends_leave_no_trouble(starts: Starts) -> None:
    for _ in range(5):
        assert not starts.begin()
        starts.end()
    assert starts.trouble() == Trouble(0, "", guides_only=False)


@pytest.mark.events("kiosk.guides_only")
def test_the_fourth_start_after_three_bad_ends_serves_guides_only(starts: Starts) -> None:
    for reason in ("RuntimeError a.py:1 f", "", "ValueError b.py:2 g"):
        assert not starts.begin()
        if reason:
            starts.end(reason)
    assert starts.begin()
    assert starts.trouble() == Trouble(3, "ValueError b.py:2 g", guides_only=True)
    assert told(3, "x", guides_only=True).light.value == "red"


@pytest.mark.events("kiosk.guides_only")
def test_it_serves_all_again_once_the_bad_ends_are_some_minutes_old(
    starts: Starts, clock: Clock
) -> None:
    for _ in range(3):
        starts.begin()
    assert starts.begin()
    starts.end()
    clock.at += timedelta(minutes=11)
    assert not starts.begin()
    assert starts.trouble() == Trouble(3, UNSAID, guides_only=False)
    clock.at += timedelta(hours=25)
    assert starts.trouble().times == 0


def test_a_running_kiosk_is_no_bad_end(starts: Starts) -> None:
    starts.begin()
    assert starts.trouble() == Trouble(0, "", guides_only=False)


def test_a_record_that_cannot_be_read_is_begun_anew(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "starts.json"
    file.write_text('[{"at": "yesterday"}]')
    starts = Starts(file, clock)
    assert not starts.begin()
    assert starts.trouble().times == 0


@pytest.mark.events("kiosk.start_not_kept")
def test_where_nothing_can_be_written_it_serves_all(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "in-the-way").write_text("")
    assert not Starts(tmp_path / "in-the-way" / "starts.json", clock).begin()


def test_guides_only_asks_no_portal_and_no_printer(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    file.write_text(
        '[portal]\nurl = "https://a.vn"\n[portal_2]\nurl = "https://b.vn"\nagencies = ["G"]\n'
        '[printer]\nurl = "tcp://192.0.2.7:9100"\n'
    )
    left = app_staff.guides_only(load(file))
    assert [type(each.dialect).__name__ for each in app.build_backends(left)] == ["National"] * 2
    assert app.build_print_service(left) is None


@pytest.mark.events("kiosk.crashed")
def test_a_crash_of_the_kiosk_is_kept_with_its_place_and_no_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object) -> int:
        raise RuntimeError("H20.129-261105-0035")

    from kiosk.commands import run

    file = tmp_path / "k.toml"
    file.write_text(f'[store]\npath = "{tmp_path}/kiosk.sqlite3"\n', encoding="utf-8")
    monkeypatch.setattr(run, "show", crash)
    monkeypatch.setattr("kiosk.log.start", lambda _stream: None)
    assert _ended(file) == 1
    kept = (tmp_path / "starts.json").read_text()
    assert "RuntimeError" in kept
    assert "test_starts.py" in kept
    assert "H20" not in kept + capsys.readouterr().err


def _ended(file: Path) -> int:
    return main(["run", "--config", str(file)])
