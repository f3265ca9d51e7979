"""Content packs: whole or not at all, wherever the power goes, and back again."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.pack import Pack, PackError, make_pack, read_pack, write_pack
from kiosk.catalogue.packs import IN_USE, InUse, Packs
from kiosk.domain.procedure import Procedure

MADE = date(2026, 11, 25)
ROWS = (Procedure("1.000001", "Tách hộ", "Cư trú", "https://a.vn/1"),)


def content(folder: Path, said: str = "một") -> Pack:
    (folder / "words").mkdir(parents=True, exist_ok=True)
    (folder / "birth.toml").write_text(f'id = "{said}"', encoding="utf-8")
    (folder / "words" / "speech.toml").write_text("fillers = []", encoding="utf-8")
    (folder / "notes.txt").write_text("not a part", encoding="utf-8")
    return make_pack(folder, ROWS, MADE)


def fine(_folder: Path) -> Sequence[str]:
    return ()


def shown(packs: Packs) -> str:
    guides = packs.guides()
    return (guides / "birth.toml").read_text(encoding="utf-8") if guides else ""


def test_a_pack_comes_back_as_it_was_made(tmp_path: Path) -> None:
    pack = content(tmp_path / "guides")
    write_pack(pack, tmp_path / "a.tar.gz")
    write_pack(pack, tmp_path / "b.tar.gz")
    assert read_pack(tmp_path / "a.tar.gz") == pack
    assert (tmp_path / "a.tar.gz").read_bytes() == (tmp_path / "b.tar.gz").read_bytes()
    names = {"guides/birth.toml", "guides/words/speech.toml", "procedures.jsonl"}
    assert pack.parts.keys() == names
    assert pack.version.startswith("2026.11.25-")


def test_another_word_is_another_version(tmp_path: Path) -> None:
    one, other = content(tmp_path / "a", "một"), content(tmp_path / "b", "hai")
    assert one.version != other.version


def damaged(file: Path, **changes: bytes) -> Path:
    """`file` with some of its members' contents changed and nothing else."""
    members: dict[str, bytes] = {}
    with tarfile.open(file) as tar:
        for member in tar:
            stream = tar.extractfile(member)
            assert stream is not None
            members[member.name] = stream.read()
    with tarfile.open(file, "w:gz") as tar:
        for name, held in {**members, **changes}.items():
            told = tarfile.TarInfo(name)
            told.size = len(held)
            tar.addfile(told, io.BytesIO(held))
    return file


@pytest.mark.parametrize(
    ("name", "held", "told"),
    [
        ("guides/birth.toml", b"changed", "hashes do not fit"),
        ("guides/more.toml", b"added", "hashes do not fit"),
        ("../../etc/passwd", b"x", "no content pack"),
        ("/etc/passwd", b"x", "no content pack"),
        ("guides/run.sh", b"x", "no content pack"),
        ("manifest.json", b"{}", "no manifest"),
        ("manifest.json", b"not json", "no manifest"),
    ],
)
def test_a_changed_pack_is_refused_in_plain_words(
    tmp_path: Path, name: str, held: bytes, told: str
) -> None:
    file = tmp_path / "a.tar.gz"
    write_pack(content(tmp_path / "guides"), file)
    with pytest.raises(PackError, match=told):
        read_pack(damaged(file, **{name: held}))


def test_a_pack_of_a_newer_program_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.tar.gz"
    write_pack(content(tmp_path / "guides"), file)
    with tarfile.open(file) as tar:
        stream = tar.extractfile("manifest.json")
        assert stream is not None
        manifest = json.loads(stream.read())
    manifest["format"] = 2
    with pytest.raises(PackError, match="newer program"):
        read_pack(damaged(file, **{"manifest.json": json.dumps(manifest).encode()}))


@pytest.mark.parametrize("held", [b"", b"no archive", gzip.compress(b"no tar" * 400)])
def test_what_is_no_pack_is_told(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "a.tar.gz").write_bytes(held)
    with pytest.raises(PackError, match=r"no content pack|no manifest|damaged"):
        read_pack(tmp_path / "a.tar.gz")
    with pytest.raises(PackError, match="cannot be read"):
        read_pack(tmp_path / "nothing.tar.gz")


def test_half_a_pack_is_no_pack(tmp_path: Path) -> None:
    file = tmp_path / "a.tar.gz"
    write_pack(content(tmp_path / "guides"), file)
    whole = file.read_bytes()
    for end in range(0, len(whole), 37):
        file.write_bytes(whole[:end])
        with pytest.raises(PackError):
            read_pack(file)


def test_a_link_in_a_pack_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        link = tarfile.TarInfo("guides/birth.toml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(PackError):
        read_pack(file)


def test_installed_swapped_and_back(tmp_path: Path) -> None:
    one, two = content(tmp_path / "a", "một"), content(tmp_path / "b", "hai")
    packs = Packs(tmp_path / "state")
    assert (packs.in_use, packs.guides(), packs.procedures()) == (InUse(), None, ())
    assert packs.install(one, fine) == InUse(one.version, "")
    assert (shown(packs), packs.procedures()) == ('id = "một"', ROWS)
    assert packs.install(two, fine) == InUse(two.version, one.version)
    assert shown(packs) == 'id = "hai"'
    assert packs.back() == InUse(one.version, two.version)
    assert shown(packs) == 'id = "một"'
    assert packs.install(two, fine).current == two.version
    assert packs.install(two, fine) == InUse(two.version, one.version)


def test_only_what_one_can_go_back_to_is_kept(tmp_path: Path) -> None:
    packs = Packs(tmp_path / "state")
    three = [content(tmp_path / said, said) for said in ("một", "hai", "ba")]
    for pack in three:
        packs.install(pack, fine)
    kept = {folder.name for folder in (tmp_path / "state").iterdir() if folder.is_dir()}
    assert kept == {pack.version for pack in three[1:]}


def test_guides_that_do_not_pass_leave_everything_as_it_was(tmp_path: Path) -> None:
    packs = Packs(tmp_path / "state")
    one, two = content(tmp_path / "a", "một"), content(tmp_path / "b", "hai")
    packs.install(one, fine)
    with pytest.raises(PackError, match=r"birth.toml: 3: wrong"):
        packs.install(two, lambda _folder: ["birth.toml: 3: wrong"])
    assert (packs.in_use, shown(packs)) == (InUse(one.version, ""), 'id = "một"')


@pytest.mark.parametrize("held", ["", "{", '{"current": 3}', '{"current": "../x", "previous": ""}'])
def test_a_broken_note_means_what_came_along(tmp_path: Path, held: str) -> None:
    (tmp_path / IN_USE).write_text(held, encoding="utf-8")
    assert Packs(tmp_path).in_use == InUse()


INSTALL = """
import os, sys
from pathlib import Path
from kiosk import disk
from kiosk.catalogue.pack import read_pack
from kiosk.catalogue.packs import Packs
left = int(sys.argv[3])
NAMES = ("open", "fsync", "replace", "rename", "mkdir", "rmdir")
real = {name: getattr(os, name) for name in NAMES}
def count(name):
    def call(*args, **more):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
        return real[name](*args, **more)
    return call
for name in real:
    setattr(os, name, count(name))
Packs(Path(sys.argv[1])).install(read_pack(Path(sys.argv[2])), lambda folder: [])
print("done")
"""


def test_killed_at_any_point_it_is_the_old_or_the_new(tmp_path: Path) -> None:
    one, two = content(tmp_path / "a", "một"), content(tmp_path / "b", "hai")
    file = tmp_path / "two.tar.gz"
    write_pack(two, file)
    seen = set()
    for calls in range(200):
        state = tmp_path / f"state{calls}"
        packs = Packs(state)
        packs.install(one, fine)
        done = subprocess.run(
            [sys.executable, "-c", INSTALL, str(state), str(file), str(calls)],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            check=False,
        )
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        now = (packs.in_use, shown(packs))
        assert now in (
            (InUse(one.version, ""), 'id = "một"'),
            (InUse(two.version, one.version), 'id = "hai"'),
        )
        seen.add(now)
        assert packs.install(two, fine).current == two.version
        assert shown(packs) == 'id = "hai"'
        if done.returncode == 0:
            break
    assert done.returncode == 0
    assert len(seen) == 2
