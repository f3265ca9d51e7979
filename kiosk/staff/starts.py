"""How the kiosk's last starts ended: after several bad ends in a row it serves guides only.

Guides need no network, no portal and no printer, so that what broke is most likely left alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk import log
from kiosk.disk import write_whole

WELL = "well"
UNSAID = "killed"
"""What is kept of an end that left no word: a power cut, or a crash below Python."""

TOO_MANY, WITHIN = 3, timedelta(minutes=10)
TOLD_FOR = timedelta(hours=24)
KEPT = 50


@dataclass(frozen=True, slots=True)
class Start:
    """One start. `at` is ISO 8601; `end` is empty while it runs, else well or the kind of crash."""

    at: str
    guides_only: bool = False
    end: str = ""

    @property
    def ended_badly(self) -> bool:
        return self.end != WELL


@dataclass(frozen=True, slots=True)
class Trouble:
    """What staff are told: bad ends in the last day, the last one's kind, and how it runs now."""

    times: int
    reason: str
    guides_only: bool


class Starts:
    """Kept in one file. `now` must be aware."""

    def __init__(self, file: Path, now: Callable[[], datetime]) -> None:
        self._file = file
        self._now = now

    def begin(self) -> bool:
        """Note a start; whether it may serve guides only, after too many bad ends just before."""
        earlier = self._read()
        bad = _since(earlier, self._now() - WITHIN)
        guides_only = len(bad) >= TOO_MANY
        if guides_only:
            log.event("kiosk.guides_only", reason=bad[-1].end or UNSAID, times=len(bad))
        start = Start(self._now().isoformat(timespec="seconds"), guides_only)
        self._write((*earlier, start))
        return guides_only

    def end(self, how: str = WELL) -> None:
        """Note how the running start ended: well, or the kind of exception and where, no values."""
        starts = self._read()
        if starts:
            self._write((*starts[:-1], replace(starts[-1], end=how)))

    def trouble(self) -> Trouble:
        """The last start counts only once it has ended; it may be running."""
        starts = self._read()
        finished = [*starts[:-1], *(each for each in starts[-1:] if each.end)]
        bad = _since(finished, self._now() - TOLD_FOR)
        running = starts[-1] if starts and not starts[-1].end else None
        reason = (bad[-1].end or UNSAID) if bad else ""
        return Trouble(len(bad), reason, guides_only=running is not None and running.guides_only)

    def _read(self) -> tuple[Start, ...]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            starts = tuple(Start(**each) for each in kept)
            for each in starts:
                datetime.fromisoformat(each.at)
        except (OSError, ValueError, TypeError):
            return ()
        return starts

    def _write(self, starts: Sequence[Start]) -> None:
        text = json.dumps([asdict(each) for each in starts[-KEPT:]], indent=1)
        try:
            write_whole(self._file, f"{text}\n".encode())
        except OSError as error:
            log.event("kiosk.start_not_kept", kind=type(error).__name__)


def _since(starts: Sequence[Start], since: datetime) -> list[Start]:
    """The bad ends among `starts` that began after `since`, oldest first."""
    return [
        each for each in starts if each.ended_badly and datetime.fromisoformat(each.at) >= since
    ]
