"""``make soak``: slips while links die, services are killed and printers lose their power.

A real service process, a real spool, a simulated printer with a mechanism of its own, and a
person who answers truthfully when asked whether the slip came out. Moments are seeded.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from printer.service.client import Client
from printer.service.protocol import Submit
from printer.simulator import Build, SimulatedPrinter
from printer.simulator.build import Acks
from printer.state import Result
from printer.void import STRIP_ROWS
from tests.helpers.impatient_service import BOOT_SECONDS
from tests.helpers.print_service import RunningService, wait_for
from tests.unit.printer.slips import ink, png, slip

KINDS: tuple[Acks, ...] = ("pid", "gsr", "none")
LINKS = ("tcp", "pty", "usb")
FAULTS = ("nothing", "link", "link-at-cut", "service", "power")
HEIGHT, MM_PER_SECOND = 240, 1500.0
USUAL_JOB = 0.12
"""Seconds within which faults strike: about as long as one slip takes to the cut."""

TRIES = 4
"""How often a person presses "print again"."""


@dataclass(slots=True)
class Tally:
    """What came of the jobs of one kind on one link."""

    kind: Acks
    link: str
    jobs: int = 0
    found: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def well(self) -> bool:
        return not self.found["doubled"] and not self.found["lost"]

    def row(self) -> str:
        found = self.found
        return (
            f"{self.kind:<5} {self.link:<4} {self.jobs:>5} {found['one']:>6} {found['marked']:>7} "
            f"{found['none']:>5} {found['doubled']:>8} {found['lost']:>6} {found['asked']:>6} "
            f"{found['voided']:>7} {self.seconds:>7.0f} s"
        )


HEAD = (
    "kind  link  jobs    one  marked  none  doubled   lost  asked  voided    took\n"
    "one: exactly one unmarked slip · marked: a person said no, and got one with BẢN IN LẠI ·\n"
    "lost: called printed, no slip · asked: “Phiếu đã ra chưa?” · voided: strips with HỦY / VOID"
)


def campaign(kind: Acks, link: str, jobs: int, seed: int) -> Tally:
    """So many jobs on one printer. The printer's counter may lose its last cut with the power."""
    tally = Tally(kind, link, jobs)
    began = time.monotonic()
    chance = random.Random(f"{seed} {kind} {link}")
    with tempfile.TemporaryDirectory(prefix="exactly-once-") as name:
        folder = Path(name)
        with printer(kind, link, folder) as device, service(device, kind, folder) as running:
            for number in range(jobs):
                Job(device, running, chance, number, tally).run()
            settle_down(device)
            count(device, jobs, tally)
    tally.seconds = time.monotonic() - began
    return tally


@dataclass(slots=True)
class Job:
    """One wish of one person, and what happens to it."""

    device: SimulatedPrinter
    running: RunningService
    chance: random.Random
    number: int
    tally: Tally

    def run(self) -> None:
        fault = self.chance.choice(FAULTS)
        strike = threading.Timer(self.chance.uniform(0, USUAL_JOB), lambda: None)
        if fault == "link":
            self.device.set_fault(f"{self._breaks()}@{self.chance.randrange(1, 9000)}")
        elif fault == "link-at-cut":
            self.device.set_fault(f"{self._breaks()}@{self.chance.choice(['cut', 'after-cut'])}")
        elif fault == "service":
            strike.function = self._kill
        elif fault == "power":
            strike.function = lambda: self.device.power_cycle(BOOT_SECONDS * 1.2)
        strike.start()
        self._person()
        strike.join()
        self.device.set_fault(None)

    def _breaks(self) -> str:
        return "off" if self.tally.link == "pty" or self.chance.random() < 0.3 else "drop"

    def _kill(self) -> None:
        self.running.kill()
        self.running.start()

    def _person(self) -> None:
        """Presses again after a failure, and answers after looking at what lies in the tray."""
        key, picture = str(self.number), picture_of(self.number)
        asked = Submit(key, png(picture), wait=False)
        for _ in range(TRIES):
            outcome = self._client.submit(asked)
            if outcome.result is Result.UNCERTAIN:
                self.tally.found["asked"] += 1
                settle_down(self.device)
                out = self._in_the_tray(picture)
                wait_for(lambda out=out: self._client.settle(key, came_out=out) is not None)
                if out:
                    return
            elif outcome.result is Result.PRINTED:
                self.tally.found["lost"] += not self._in_the_tray(picture)
                return
            settle_down(self.device)
            wait_for(lambda: self._client.status().can_print)

    def _in_the_tray(self, picture: Image.Image) -> bool:
        wanted = {fingerprint(picture), fingerprint(picture, marked=True)}
        return any(not wanted.isdisjoint(both(paper)) for paper in self.device.slips[-8:])

    @property
    def _client(self) -> Client:
        return self.running.client


def picture_of(number: int) -> Image.Image:
    return slip(number, height=HEIGHT)


def fingerprint(paper: Image.Image, *, marked: bool = False) -> tuple[bool, bytes]:
    """What is on the paper; with `marked`, as it looks below the mark of a second copy."""
    shown = ink(paper)
    return marked, shown.tobytes() + bytes(shown.height % 256)


def both(paper: Image.Image) -> Iterator[tuple[bool, bytes]]:
    """The paper as a slip, and as one with a mark above it."""
    yield fingerprint(paper)
    if paper.height > STRIP_ROWS and ink(paper).height > HEIGHT:
        below = paper.crop((0, STRIP_ROWS, paper.width, paper.height))
        yield fingerprint(below, marked=True)


def count(device: SimulatedPrinter, jobs: int, tally: Tally) -> None:
    """Every paper that ever came out, by whose it is."""
    plain = {fingerprint(picture_of(number)): number for number in range(jobs)}
    marked = {fingerprint(picture_of(number), marked=True): number for number in range(jobs)}
    came: Counter[int] = Counter()
    again: Counter[int] = Counter()
    for paper in device.slips:
        prints = list(both(paper))
        if prints[0] in plain:
            came[plain[prints[0]]] += 1
        elif prints[-1] in marked:
            again[marked[prints[-1]]] += 1
        else:
            tally.found["voided"] += 1
    for number in range(jobs):
        if came[number] > 1 or again[number] > 1:
            tally.found["doubled"] += 1
        elif again[number]:
            tally.found["marked"] += 1
        elif came[number]:
            tally.found["one"] += 1
        else:
            tally.found["none"] += 1


def settle_down(device: SimulatedPrinter) -> None:
    device.set_fault(None)
    wait_for(lambda: device.idle)


@contextlib.contextmanager
def printer(kind: Acks, link: str, folder: Path) -> Iterator[SimulatedPrinter]:
    build = Build(acks=kind, mm_per_second=MM_PER_SECOND, forgetful=True)
    if link == "usb":
        made = SimulatedPrinter(usb=folder / "bus", build=build)
    else:
        made = SimulatedPrinter(pty=link == "pty", build=build)
    with made:
        yield made


@contextlib.contextmanager
def service(device: SimulatedPrinter, kind: Acks, folder: Path) -> Iterator[RunningService]:
    running = RunningService(
        device.url,
        folder / "spool",
        ("--acknowledge", kind),
        program=("-m", "tests.helpers.impatient_service"),
    )
    running.start()
    try:
        yield running
    finally:
        with contextlib.suppress(AssertionError):
            running.end()


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="print_exactly_once", description=__doc__)
    parser.add_argument("--jobs", type=int, default=1000, help="for each kind on each link")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--links", default=",".join(LINKS))
    arguments = parser.parse_args(words)
    kinds, links = arguments.kinds.split(","), arguments.links.split(",")
    print(HEAD, flush=True)
    well = True
    with ProcessPoolExecutor((os.cpu_count() or 2) + 2) as pool:
        runs = [
            pool.submit(campaign, kind, link, arguments.jobs, arguments.seed)
            for kind in kinds
            for link in links
        ]
        for run in runs:
            tally = run.result()
            well = well and tally.well
            print(tally.row(), flush=True)
    print("0 doubled, 0 lost" if well else "NOT WELL: see doubled and lost")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
