"""A damaged file is found at the start, put aside and told; old counts are gone from the disk."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.count import Count
from kiosk.store.counters import Counters
from kiosk.store.opening import broken_files, lost_on, state_of
from kiosk.store.retention import Deletion, deletions
from tests.conftest import Heard

DAY = date(2026, 11, 25)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.sqlite3"


def counted(file: Path, day: date = DAY, keep: int = 36, of: str = "") -> Counters:
    counters = Counters(file, lambda: day, keep)
    counters.add(Count.PRINTED, of=of)
    return counters


def damage(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def test_a_sound_file_is_ok_and_a_missing_one_new(file: Path) -> None:
    assert state_of(file) == "new"
    counted(file).close()
    assert state_of(file) == "ok"
    assert lost_on(file) == ()


@pytest.mark.events("store.lost")
def test_a_damaged_file_is_found_before_it_is_used(file: Path, heard: Heard) -> None:
    counted(file).close()
    damage(file)
    assert state_of(file) == "broken"
    counters = counted(file)
    assert counters.totals("2026-11") == {Count.PRINTED: 1}
    counters.close()
    assert "store.lost" in heard.names()
    assert lost_on(file) == (DAY,)
    assert state_of(file) == "ok"


@pytest.mark.events("store.lost")
def test_only_the_last_broken_files_are_kept(file: Path) -> None:
    for _ in range(5):
        counted(file).close()
        damage(file)
    counted(file).close()
    assert len(broken_files(file)) == 3


def test_old_counts_are_deleted_from_the_disk_and_the_deletion_is_proven(
    file: Path, heard: Heard
) -> None:
    counted(file, date(2025, 8, 31), of="full/long-ago").close()
    counted(file, date(2025, 9, 1), of="full/just-kept").close()
    recent = counted(file, date(2026, 9, 30), keep=12)
    recent.close()
    assert heard.fields("store.deleted") == [{"before": "2025-09-01", "rows": 1}]
    on_disk = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"long-ago" not in on_disk
    assert b"2025-08-31" not in on_disk
    assert b"just-kept" in on_disk
    with sqlite3.connect(file) as reader:
        proof = deletions(reader)
    reader.close()
    assert proof == (Deletion("2026-09-30", "2025-09-01", 1),)


def test_a_clock_that_jumps_ahead_deletes_nothing_by_it(file: Path) -> None:
    counted(file, date(2026, 11, 24)).close()
    counters = Counters(file, lambda: date(2031, 1, 1), 12)
    counters._forget_what_is_old()
    assert counters.totals("2026-11") == {Count.PRINTED: 1}
    counters.close()
