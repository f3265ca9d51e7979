"""Files written whole: the old one or the new one, readable by whom the folder belongs to."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.disk import alone, write_whole

SOMEBODY = 12345


def test_a_file_is_swapped_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "down" / "k.toml"
    write_whole(file, b"old")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_is_there_keeps_its_mode_and_a_new_one_gets_the_given(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    write_whole(file, b"old", 0o600)
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    write_whole(file, b"new", 0o600)
    assert file.stat().st_mode & 0o777 == 0o644


def test_what_a_killed_writer_left_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".k.toml.new").write_bytes(b"half of something longer")
    write_whole(tmp_path / "k.toml", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["k.toml"]


def test_where_it_cannot_be_written_the_old_one_stays(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    write_whole(file, b"old")
    (tmp_path / ".k.toml.new").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root writes into somebody else's folder")
def test_what_root_writes_belongs_to_whom_the_folder_belongs_to(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    os.chown(state, SOMEBODY, SOMEBODY)
    write_whole(state / "staff" / "pin.json", b"{}", 0o600)
    with alone(state / "changes"):
        write_whole(state / "changes" / "1.json", b"{}")
    made = list(state.rglob("*"))
    assert len(made) == 5
    assert {path.stat().st_uid for path in made} == {SOMEBODY}


def test_only_one_process_at_a_time_is_alone(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kiosk.disk import alone\n"
        "with alone(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    )
    words = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        lock = os.open(tmp_path / ".lock", os.O_RDWR)
        with pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(lock)
        other.kill()
    with alone(tmp_path):
        pass
