"""The PIN: never a default, never readable, and a lock that neither restart nor clock opens."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.staff.pin import Locked, NotSet, Pins, Right, Wrong, weakness
from tests.conftest import Heard

PIN = "280914"


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 25, 7, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pins(tmp_path: Path, clock: Clock) -> Pins:
    made = Pins(tmp_path / "staff", clock)
    made.choose(PIN)
    return made


def test_without_a_chosen_pin_none_opens(tmp_path: Path, clock: Clock) -> None:
    fresh = Pins(tmp_path, clock)
    assert not fresh.is_set()
    for pin in ("000000", "123456", "", "admin"):
        assert fresh.check(pin) == NotSet()


def test_only_the_chosen_pin_opens(pins: Pins) -> None:
    assert pins.is_set()
    assert pins.check(PIN) == Right()
    pins.choose("739150")
    assert pins.check("739150") == Right()


@pytest.mark.events("staff.pin_wrong")
def test_the_old_pin_opens_no_longer(pins: Pins) -> None:
    pins.choose("739150")
    assert pins.check(PIN) == Wrong(2)


def test_the_pin_stands_nowhere_on_the_disk(pins: Pins, tmp_path: Path, heard: Heard) -> None:
    pins.check(PIN)
    files = [path for path in (tmp_path / "staff").rglob("*") if path.is_file()]
    assert len(files) == 2
    assert all(PIN.encode() not in path.read_bytes() for path in files)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert PIN not in str([record.__dict__ for record in heard.records])


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("12345", "length"), ("1234567890123", "length"), ("28091a", "length"), ("", "length"),
        ("٢٨٠٩١٤", "length"), ("123456", "guessable"), ("987654", "guessable"),
        ("000000", "guessable"), ("121212", "guessable"), ("890123", "guessable"),
        ("280914", ""), ("112358", ""),
    ],
)  # fmt: skip
def test_a_pin_that_is_guessed_at_once_is_not_taken(pin: str, why: str) -> None:
    assert weakness(pin) == why


@pytest.mark.events("staff.pin_wrong")
def test_the_lock_grows_and_a_right_pin_ends_it(pins: Pins, clock: Clock) -> None:
    assert [pins.check("111222") for _ in range(3)] == [Wrong(2), Wrong(1), Locked(30)]
    assert pins.check(PIN) == Locked(30)
    waits = []
    for _ in range(9):
        clock.pass_(3600)
        told = pins.check("111222")
        assert isinstance(told, Locked)
        waits.append(told.seconds)
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    clock.pass_(3600)
    assert pins.check(PIN) == Right()
    assert pins.check("111222") == Wrong(2)


@pytest.mark.events("staff.pin_wrong")
def test_the_lock_outlives_a_restart(pins: Pins, clock: Clock, tmp_path: Path) -> None:
    for _ in range(3):
        pins.check("111222")
    clock.pass_(10)
    assert Pins(tmp_path / "staff", clock).check(PIN) == Locked(20)


@pytest.mark.events("staff.pin_wrong")
def test_a_try_counts_even_when_the_plug_is_pulled_before_the_answer(
    pins: Pins, clock: Clock, tmp_path: Path
) -> None:
    pins.check("111222")
    kept = json.loads((tmp_path / "staff" / "tries.json").read_text())
    assert kept["failures"] == 1
    again = Pins(tmp_path / "staff", clock)
    assert again.check("111222") == Wrong(1)


@pytest.mark.events("staff.pin_wrong")
def test_a_clock_put_back_locks_for_an_hour_at_most(pins: Pins, clock: Clock) -> None:
    for _ in range(3):
        pins.check("111222")
    clock.pass_(-10_000_000)
    assert pins.check(PIN) == Locked(3600)


@pytest.mark.events("staff.pin_wrong", "staff.tries_not_kept")
def test_on_a_full_disk_tries_are_counted_in_memory(pins: Pins, tmp_path: Path) -> None:
    tries = tmp_path / "staff" / "tries.json"
    tries.unlink()
    tries.with_name(".tries.json.new").mkdir()
    assert [pins.check("111222") for _ in range(3)] == [Wrong(2), Wrong(1), Locked(30)]
    assert pins.check(PIN) == Right()


@pytest.mark.events("staff.pin_unreadable")
def test_a_broken_record_opens_to_nobody(pins: Pins, tmp_path: Path) -> None:
    (tmp_path / "staff" / "pin.json").write_text("{}")
    assert pins.check(PIN) == NotSet()


@pytest.mark.events("staff.pin_wrong")
def test_a_broken_count_of_tries_locks_at_the_next_wrong_one(pins: Pins, tmp_path: Path) -> None:
    (tmp_path / "staff" / "tries.json").write_text("nonsense")
    assert pins.check("111222") == Locked(60)
