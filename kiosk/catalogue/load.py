"""The folder of guides: what can be shown, and every problem of what cannot."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk import log
from kiosk.catalogue.breaks import Binder
from kiosk.catalogue.check import check_guide
from kiosk.catalogue.check_links import link
from kiosk.catalogue.fold import fold
from kiosk.catalogue.guide_format import EVENTS, GUIDE, LEVELS, Levels
from kiosk.catalogue.places import NOWHERE, fill
from kiosk.catalogue.problem import Problem
from kiosk.catalogue.shape import Shape
from kiosk.catalogue.table import Reading, Table
from kiosk.domain.guide import Guide, Level, LifeEvent
from kiosk.domain.text import Language
from kiosk.domain.ward import Ward

EVENTS_FILE = "events.toml"
WORDS_FILE = "words.toml"
LEVELS_FOLDER = "levels"
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
KINDS_OF_PROVINCE = re.compile(r"^(?:tinh|thanh pho|tp) ")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a folder of guides holds. A guide with a fatal problem is not among `guides`.

    `events` are the tiles in the order of their file; `problems` are sorted by file.
    """

    guides: tuple[Guide, ...]
    events: tuple[LifeEvent, ...]
    problems: tuple[Problem, ...]

    def guide(self, wanted: str) -> Guide | None:
        """The guide with this id or this procedure code, one it has or had."""
        for guide in self.guides:
            if wanted == guide.id or wanted in (*guide.codes, *guide.former_codes):
                return guide
        return None

    def of_event(self, event_id: str) -> tuple[Guide, ...]:
        return tuple(guide for guide in self.guides if event_id in guide.events)

    def tiles(self) -> tuple[LifeEvent, ...]:
        """The life events that lead somewhere."""
        return tuple(event for event in self.events if self.of_event(event.id))


def load_guides(folder: Path, ward: Ward = NOWHERE) -> tuple[Guide, ...]:
    """The guides of `folder` that can be shown; what is wrong with the others is in the log."""
    return load_catalogue(folder, ward).guides


def load_catalogue(folder: Path, ward: Ward = NOWHERE) -> Catalogue:
    """Read every guide of `folder` for `ward`. Never raises: what is wrong becomes a `Problem`.

    Only what the kiosk must know is looked at; wording, age and pictures are `check_folder`'s.
    """
    return Loader(folder, ward).load()


class Loader:
    """Reads one folder once. `readings` keeps what was read of each file, for closer checks."""

    def __init__(self, folder: Path, ward: Ward) -> None:
        self._folder = folder
        self._ward = ward
        self._binder = Binder()
        self.readings: list[Reading] = []
        self.levels: Levels | None = None

    @property
    def binder(self) -> Binder:
        return self._binder

    def load(self) -> Catalogue:
        self._binder = self._read_words()
        events = self._read_shape(self._folder / EVENTS_FILE, EVENTS) or ()
        events = tuple(event for event in events if event.id and event.name)
        guides = self._read_guides(events)
        problems: list[Problem] = []
        linked = link(self._leveled(guides), problems)
        if not linked:
            problems.append(Problem(str(self._folder), "", "holds no guide that can be shown"))
        problems += (problem for reading in self.readings for problem in reading.problems)
        return Catalogue(linked, events, tuple(sorted(problems)))

    def _read_guides(self, events: tuple[LifeEvent, ...]) -> dict[str, Guide]:
        guides: dict[str, Guide] = {}
        try:
            files = sorted(self._folder.glob("*.toml"))
        except OSError:
            files = []
        for file in files:
            if file.name in (EVENTS_FILE, WORDS_FILE):
                continue
            guide = self._read_shape(file, GUIDE)
            found = self.readings[-1].problems
            if guide is not None and guide.id != file.stem:
                sentence = f'is "{guide.id}"; write the file\'s own name, "{file.stem}"'
                found.append(Problem(file.name, "id", sentence))
            if guide is not None and not _blocked(found):
                found += check_guide(guide, file.name, events)
            if guide is not None and not _blocked(found):
                guides[file.name] = guide
            else:
                log.event("guides.left_out", file=file.name, problems=len(found))
        return guides

    def _leveled(self, guides: dict[str, Guide]) -> dict[str, Guide]:
        """The guides with the levels that this ward's province decided."""
        file = self._folder / LEVELS_FOLDER / f"{province_name(self._ward.province)}.toml"
        if file.is_file():
            self.levels = self._read_shape(file, LEVELS)
        decided = self.levels.levels if self.levels else {}
        return {
            name: replace(guide, level=level) if (level := _level(guide, decided)) else guide
            for name, guide in guides.items()
        }

    def _read_shape(self, file: Path, shape: Shape) -> Any:  # noqa: ANN401
        """What `shape` makes of `file`, or None when it is not TOML at all."""
        reading = Reading(file.name, self._say)
        self.readings.append(reading)
        values = _read_toml(file, reading.problems)
        return None if values is None else shape.read(Table(values, reading))

    def _say(self, text: str, language: Language) -> str:
        return self._binder.bind(fill(text, language, self._ward))

    def _read_words(self) -> Binder:
        reading = Reading(WORDS_FILE)
        self.readings.append(reading)
        values = _read_toml(self._folder / WORDS_FILE, reading.problems)
        if values is None:
            return Binder()
        table = Table(values, reading)
        lists = [table.strings(name) for name in ("compounds", "units", "before_numbers")]
        table.finish()
        return Binder(*lists)


def province_name(province: str) -> str:
    """The file of a province's levels: "Tỉnh Đồng Tháp" is ``dong-thap``."""
    return KINDS_OF_PROVINCE.sub("", fold(province)).replace(" ", "-")


def _blocked(problems: list[Problem]) -> bool:
    return any(problem.fatal for problem in problems)


def _level(guide: Guide, decided: Mapping[str, Level]) -> Level | None:
    return next((decided[name] for name in (guide.id, *guide.codes) if name in decided), None)


def _read_toml(file: Path, problems: list[Problem]) -> dict[str, object] | None:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as cause:
        problems.append(Problem(file.name, "", f"cannot be read: {cause.strerror}"))
    except UnicodeDecodeError:
        problems.append(Problem(file.name, "", "is not saved as UTF-8 text; save it as UTF-8"))
    except tomllib.TOMLDecodeError as cause:
        told = AT_LINE.search(str(cause))
        sentence = f"is not TOML: {cause}"
        problems.append(Problem(file.name, "", sentence, line=int(told[1]) if told else 0))
    return None
