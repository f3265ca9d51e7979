"""Many look-ups through the real window, then a search of the whole disk it could write to.

    python -m tests.campaigns.lookups [HOW_MANY]

Scanned with and without their look-up codes, wrong ones, cards, and typed ones, against both
dialects and every fault; some print. The limit on tries is lifted, for nobody comes so fast.
HOME, XDG folders and TMPDIR lie in one folder, the log goes there too; then every byte of it is
searched for what people gave and saw. Exit 1 on a find.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.helpers.rooms import Rooms

USUAL = 1000
CARD = "087190009999|341999999|ĐỖ THỊ DẤU VẾT|01021943|Nữ|Ấp Dấu Vết, Cao Lãnh|15082021"
PERSONAL = ("applicantName", "applicantIdNo", "contactEmail", "contactTelNo")
MOOD_CHANGES_EVERY = 25
BETWEEN_SCANS_S = 0.5
"""Nobody holds two cards before the scanner faster than this, and it takes them for one scan."""


def main(words: list[str]) -> int:
    how_many = int(words[0]) if words else USUAL
    with tempfile.TemporaryDirectory(prefix="lookups-") as name:
        folder = Path(name)
        done = in_its_own_world(folder, how_many)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return done.returncode
        searched = [file for file in folder.rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in searched)
        marks = marked()
        finds = [f"{mark}  in {file.name}" for file, mark in search(searched, marks)]
    print(done.stdout, end="")
    for_what = f"{size} bytes in {len(searched)} files for {len(marks)} values"
    print(f"searched {for_what}: {len(finds)} hits")
    print("\n".join(finds))
    return 1 if finds else 0


def in_its_own_world(folder: Path, how_many: int) -> subprocess.CompletedProcess[str]:
    """The look-ups, in a process whose every writable place is below `folder`."""
    places = {"HOME": folder / "home", "TMPDIR": folder / "tmp"}
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        places[variable] = folder / variable.lower()
    for place in places.values():
        place.mkdir(mode=0o700)
    return subprocess.run(
        [sys.executable, "-c", f"from tests.campaigns import lookups; lookups.run({how_many})"],
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        capture_output=True,
        text=True,
        check=False,
    )


def run(how_many: int) -> None:
    """Look up `how_many` times, half of them against each dialect, and say what came of it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk import log
    from kiosk.portal import tries
    from kiosk.portal.simulator import Dialect
    from kiosk.ui.application import application
    from tests.helpers.rooms import open_rooms

    tries.VISIT_FREE = tries.DEVICE_FREE = float("inf")
    home = Path(os.environ["HOME"])
    seen: Counter[str] = Counter()
    _application = application(offscreen=True)
    with (home / "kiosk.log").open("w", encoding="utf-8") as stream:
        log.start(stream)
        for dialect in Dialect:
            place = home / dialect.value
            place.mkdir()
            with open_rooms(place, dialect=dialect) as rooms:
                seen += _visits(rooms, how_many // 2)
    print(f"{how_many} look-ups: {dict(sorted(seen.items()))}")


def _visits(rooms: Rooms, how_many: int) -> Counter[str]:
    from kiosk.portal.simulator import FAULTS
    from kiosk.visit import events as on
    from kiosk.visit.pages import Page

    chance = random.Random(7)
    quick = [fault for fault in FAULTS if "drip" not in fault and fault != "portal-timeout"]
    seen: Counter[str] = Counter()
    quiet = monotonic()
    dossiers = [each for each in rooms.portal.dossiers if each.secret]
    for number in range(how_many):
        if number % MOOD_CHANGES_EVERY == 0:
            rooms.portal.set_fault(chance.choice(quick) if chance.random() < 0.3 else None)
        dossier = chance.choice(dossiers)
        send = rooms.shell.flow.send
        send(on.Started())
        if chance.random() < 0.1:
            rooms.hand.wait(lambda: monotonic() > quiet, "the scanner to be quiet")  # noqa: B023
            rooms.hand.scan(CARD)
            quiet = monotonic() + BETWEEN_SCANS_S
            rooms.hand.wait(lambda: rooms.page is Page.CODE, "the card to be refused")
        send(on.Scanned(dossier.code))
        if rooms.page is Page.SECRET:
            typed = dossier.secret if chance.random() < 0.9 else "0000"
            send(on.SecretTyped(typed))
            send(on.SecretGiven())
        rooms.hand.wait(lambda: rooms.page in (Page.RESULT, Page.TROUBLE), "the portal's answer")
        if rooms.page is Page.RESULT and chance.random() < 0.1:
            send(on.PrintWanted())
            rooms.hand.wait(lambda: rooms.page is not Page.PRINTING, "the slip")
        seen[rooms.page.value] += 1
        send(on.EndWanted())
        send(on.Rated(5))
    return seen


def marked() -> set[bytes]:
    """What people gave and saw: names, numbers, addresses, codes, look-up codes, the card."""
    from kiosk.portal.simulator.dossiers import make_dossiers
    from tests.helpers.rooms import NOW

    marks = {*CARD.split("|"), CARD}
    for dossier in make_dossiers(NOW):
        marks |= {str(dossier.row[name]) for name in PERSONAL} | {dossier.code}
        marks.add(f'"{dossier.secret}"')
    return {mark.encode() for mark in marks if len(mark) > 3}


def search(files: list[Path], marks: set[bytes]) -> Iterator[tuple[Path, str]]:
    """Every mark in every file, in small and in capital letters, in UTF-8 and in UTF-16."""
    forms = {
        form: mark.decode()
        for mark in marks
        for text in (mark.decode(), mark.decode().lower(), mark.decode().upper())
        for form in (text.encode(), text.encode("utf-16-le"))
    }
    for file in files:
        content = file.read_bytes()
        for form, mark in forms.items():
            if form in content:
                yield file, mark


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
