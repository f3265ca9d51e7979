"""The folder of guides: what can be shown, and every problem of what cannot."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiosk import log
from kiosk.catalogue.breaks import Binder
from kiosk.catalogue.build import build_event, build_guide
from kiosk.catalogue.check import check_guide
from kiosk.catalogue.problem import Problem
from kiosk.catalogue.table import Table
from kiosk.domain.guide import Guide, LifeEvent

EVENTS_FILE = "events.toml"
WORDS_FILE = "words.toml"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a folder of guides holds. A guide with a fatal problem is not among `guides`.

    `events` are the tiles in the order of their file; `problems` are sorted by file.
    """

    guides: tuple[Guide, ...]
    events: tuple[LifeEvent, ...]
    problems: tuple[Problem, ...]

    def guide(self, wanted: str) -> Guide | None:
        """The guide with this id or this procedure code."""
        for guide in self.guides:
            if wanted == guide.id or wanted in guide.codes:
                return guide
        return None

    def of_event(self, event_id: str) -> tuple[Guide, ...]:
        return tuple(guide for guide in self.guides if event_id in guide.events)

    def tiles(self) -> tuple[LifeEvent, ...]:
        """The life events that lead somewhere."""
        return tuple(event for event in self.events if self.of_event(event.id))


def load_guides(folder: Path) -> tuple[Guide, ...]:
    """The guides of `folder` that can be shown; what is wrong with the others is in the log."""
    return load_catalogue(folder).guides


def load_events(folder: Path) -> tuple[LifeEvent, ...]:
    """The life events of `folder` in the order of their file, whether or not a guide is there."""
    return _read_events(folder / EVENTS_FILE, [], read_binder(folder, []))


def load_catalogue(folder: Path, today: date | None = None) -> Catalogue:
    """Read every ``*.toml`` of `folder`. Never raises: what is wrong becomes a `Problem`.

    `today` (default: the machine's date) is what the dates in the guides are held against.
    Only what the kiosk must know is looked at; the wording is `check_folder`'s.
    """
    problems: list[Problem] = []
    binder = read_binder(folder, problems)
    events = _read_events(folder / EVENTS_FILE, problems, binder)
    guides: dict[str, Guide] = {}
    try:
        files = sorted(folder.glob("*.toml"))
    except OSError:
        files = []
    for file in files:
        if file.name in (EVENTS_FILE, WORDS_FILE):
            continue
        found: list[Problem] = []
        guide = _read_guide(file, found, binder)
        if guide is not None:
            found += check_guide(guide, file.name, today or _today(), events)
        if guide is not None and not any(problem.fatal for problem in found):
            guides[file.name] = guide
        elif found:
            log.event("guides.left_out", file=file.name, problems=len(found))
        problems += found
    if not guides:
        problems.append(Problem(str(folder), "", "holds no guide that can be shown"))
    problems += _twice(guides)
    return Catalogue(tuple(guides.values()), events, tuple(sorted(problems)))


def _today() -> date:
    return datetime.now().astimezone().date()


def _read_guide(file: Path, problems: list[Problem], binder: Binder) -> Guide | None:
    values = _read_toml(file, problems)
    if values is None:
        return None
    guide = build_guide(Table(values, file.name, "", problems, binder))
    if guide.id and guide.id != file.stem:
        problems.append(Problem(file.name, "id", f'is "{guide.id}", must be the file\'s own name'))
    return guide


def _read_events(file: Path, problems: list[Problem], binder: Binder) -> tuple[LifeEvent, ...]:
    values = _read_toml(file, problems)
    if values is None:
        return ()
    table = Table(values, file.name, "", problems, binder)
    read = tuple(build_event(row) for row in table.tables("event"))
    table.finish()
    return tuple(event for event in read if event.id and event.name)


def read_binder(folder: Path, problems: list[Problem]) -> Binder:
    """What binds words in this folder's texts; what is wrong with its list joins `problems`."""
    values = _read_toml(folder / WORDS_FILE, problems)
    if values is None:
        return Binder()
    table = Table(values, WORDS_FILE, "", problems, Binder())
    lists = [table.strings(name) for name in ("compounds", "units", "before_numbers")]
    table.finish()
    return Binder(*lists)


def _read_toml(file: Path, problems: list[Problem]) -> dict[str, object] | None:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as cause:
        problems.append(Problem(file.name, "", f"cannot be read: {cause.strerror}"))
    except UnicodeDecodeError:
        problems.append(Problem(file.name, "", "is not saved as UTF-8 text"))
    except tomllib.TOMLDecodeError as cause:
        problems.append(Problem(file.name, "", f"is not TOML: {cause}"))
    return None


def _twice(guides: dict[str, Guide]) -> list[Problem]:
    """A code that two guides claim: the kiosk would show either, so somebody must decide."""
    claimed = Counter(code for guide in guides.values() for code in guide.codes)
    return [
        Problem(file, "codes", f"{code} belongs to another guide too", fatal=False)
        for file, guide in guides.items()
        for code in guide.codes
        if claimed[code] > 1
    ]
