"""Kill a process in the middle of changing settings, again and again: old or new, never half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from kiosk.domain.deadline import VIETNAM
from kiosk.settings import load
from kiosk.settings.device import DeviceSettings

WRITER = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from kiosk.settings.device import DeviceSettings
device = DeviceSettings(lambda: datetime.now(timezone.utc), Path(sys.argv[1]))
start = int(sys.argv[2])
for number in range(start, start + 100_000):
    name = f"Xã {number} " + "dài " * 8
    device.change({"ward.name": name.strip(), "portal_2.client_secret": f"{number}"}, "officer")
    print(number, flush=True)
"""


def strike(folder: Path, kills: int, seed: int = 7) -> dict[str, int]:
    """Kills `kills` writers; counts what stood in the file afterwards. Raises when it was half."""
    chance = random.Random(seed)
    file = folder / "k.toml"
    file.write_text('[ward]\nname = "Xã 0"\n', encoding="utf-8")
    seen = {"told": 0, "one further": 0, "changes": 0}
    last = 0
    for _ in range(kills):
        told = _write_and_die(file, last + 1, chance.uniform(0.0, 0.03)) or last
        settings = load(file)
        stands = int(settings.text("ward.name").split()[1])
        if stands not in (told, told + 1):
            raise AssertionError(f"{stands} stands there, but {told} was told")
        if stands and settings.of("portal_2").text("portal.client_secret") != str(stands):
            raise AssertionError("half of a change stands there")
        seen["told" if stands == told else "one further"] += 1
        device = DeviceSettings(lambda: datetime.now(VIETNAM), file)
        changes = device.changes()
        if changes and f"Xã {stands} " not in changes[-1].edits[0].after + " ":
            raise AssertionError(f"the last change is {changes[-1].edits[0].after}, not {stands}")
        seen["changes"] = len(changes)
        last = stands
    return seen


def _write_and_die(file: Path, start: int, after: float) -> int:
    """The last number a writer said it had written before it was killed; 0: none."""
    words = [sys.executable, "-c", WRITER, str(file), str(start)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(after)
        os.kill(writer.pid, signal.SIGKILL)
        rest = writer.stdout.read()
    numbers = [int(line) for line in (first + rest).splitlines(keepends=True) if line[-1] == "\n"]
    return numbers[-1] if numbers else 0


if __name__ == "__main__":
    import tempfile

    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as place:
        print(strike(Path(place), how_many))
