"""Everything `kiosk guides check` looks at: guides, wording, pictures, age, codes, with lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from kiosk.catalogue.ages import Ages, old_facts
from kiosk.catalogue.checked import Check, with_checks
from kiosk.catalogue.lines import line_of, lines_of
from kiosk.catalogue.load import EVENTS_FILE, LEVELS_FOLDER, Loader, province_name
from kiosk.catalogue.places import NOWHERE
from kiosk.catalogue.problem import Problem, Weight
from kiosk.catalogue.speech import speech_problems
from kiosk.catalogue.table import did_you_mean
from kiosk.catalogue.wording import check_wording
from kiosk.domain.guide import Fact, GoodNews, Guide, Source
from kiosk.domain.ward import Ward

WHAT_IS_OLD = {"fee": "fees", "rule": "times, places and papers", "step": "steps"}


def check_folder(  # noqa: PLR0913 (each is something else that guides are held against)
    folder: Path,
    ward: Ward = NOWHERE,
    *,
    today: date | None = None,
    ages: Ages | None = None,
    imported: Collection[str] = (),
    checks: Mapping[str, Check] = MappingProxyType({}),
    assets: Path | None = None,
    room: Callable[[Guide], Iterable[str]] = lambda _guide: (),
) -> tuple[Problem, ...]:
    """Every problem of a folder of guides, sorted by file and line.

    Icons and pictures are looked for in `assets`, or in the folders beside it where those exist.
    `imported` are
    the procedure codes of the national catalogue; when there are none, codes are not compared.
    `checks` are what somebody compared on this device.
    `room` says what of a guide has no room on its slip.
    """
    loader = Loader(folder, ward)
    catalogue = loader.load()
    today = today or datetime.now().astimezone().date()
    problems = list(catalogue.problems)
    for reading in loader.readings:
        problems += check_wording(reading, loader.binder)
    drawn = _Drawn(assets or folder.parent)
    problems += (
        problem
        for event in catalogue.events
        for problem in drawn.icon(EVENTS_FILE, event.id, event.icon)
    )
    for guide in with_checks(catalogue.guides, checks):
        file = f"{guide.id}.toml"
        problems += drawn.of_guide(file, guide)
        problems += _check_age(guide, file, today, ages or Ages())
        problems += _check_codes(guide, file, imported)
        problems += (Problem(file, "document", said, Weight.FAULT) for said in room(guide))
    problems += speech_problems(folder)
    if loader.levels:
        problems += _check_day(
            f"{province_name(ward.province)}.toml", "source", loader.levels.source, today
        )
    return _with_lines(folder, problems)


class _Drawn:
    """The icons and pictures beside a folder of guides; where there are none, nothing is told."""

    def __init__(self, assets: Path) -> None:
        self._icons = sorted(file.stem for file in (assets / "icons").glob("*.svg"))
        self._pictures = sorted(file.stem for file in (assets / "pictures").glob("*.svg"))

    def icon(self, file: str, place: str, name: str) -> Iterator[Problem]:
        yield from self._missing(file, place, name, self._icons)

    def of_guide(self, file: str, guide: Guide) -> Iterator[Problem]:
        yield from self.icon(file, "icon", guide.icon)
        for at, question in enumerate(guide.questions, start=1):
            place = f"question[{at}]"
            yield from self._missing(file, f"{place}.picture", question.picture, self._pictures)
            for row, choice in enumerate(question.choices, start=1):
                yield from self.icon(file, f"{place}.choice[{row}].icon", choice.icon)
        for at, step in enumerate(guide.steps, start=1):
            yield from self._missing(file, f"step[{at}].picture", step.picture, self._pictures)

    def _missing(self, file: str, place: str, name: str, drawn: list[str]) -> Iterator[Problem]:
        if name and drawn and name not in drawn:
            told = did_you_mean(name, drawn) or f"; there are: {', '.join(drawn)}"
            sentence = f'nothing is drawn under the name "{name}"{told}'
            yield Problem(file, place, sentence, Weight.FAULT)


def _check_age(guide: Guide, file: str, today: date, ages: Ages) -> Iterator[Problem]:
    for key, source in {"": guide.source, **guide.sources}.items():
        yield from _check_day(file, f"sources.{key}" if key else "source", source, today)
    for old in old_facts(guide, today, ages):
        place = f"sources.{old.source}.checked" if old.source else "source.checked"
        sentence = (
            f"nobody checked the {WHAT_IS_OLD[old.kind]} for {old.days} days (at most"
            f" {old.allowed}); compare them with the source and write today's date"
        )
        yield Problem(file, place, sentence, Weight.FAULT)
    rows: dict[str, tuple[Fact | GoodNews, ...]] = {
        "fee": guide.fees,
        "time": guide.times,
        "place": guide.places,
        "good_news": guide.good_news,
    }
    for name, facts in rows.items():
        for at, fact in enumerate(facts, start=1):
            if fact.until and fact.until < today:
                sentence = f"ended on {fact.until:%d/%m/%Y}; take this [[{name}]] out"
                yield Problem(file, f"{name}[{at}].until", sentence, Weight.FAULT)


def _check_day(file: str, place: str, source: Source, today: date) -> Iterator[Problem]:
    if source.checked > today:
        sentence = f"{source.checked} is still to come; write the day somebody looked"
        yield Problem(file, f"{place}.checked", sentence, Weight.FAULT)


def _check_codes(guide: Guide, file: str, imported: Collection[str]) -> Iterator[Problem]:
    for at, code in enumerate(guide.codes, start=1):
        if imported and code not in imported:
            sentence = (
                f"{code} is not among the imported procedures; if another took its place, write"
                " that one here and this one in former_codes"
            )
            yield Problem(file, f"codes[{at}]", sentence, Weight.WARNING)


def _with_lines(folder: Path, problems: list[Problem]) -> tuple[Problem, ...]:
    known: dict[str, dict[str, int]] = {}
    for file in {problem.file for problem in problems}:
        for path in (folder / file, folder / LEVELS_FOLDER / file):
            if path.is_file():
                known[file] = lines_of(path.read_text(encoding="utf-8", errors="replace"))
    lined = (
        replace(problem, line=line_of(problem.place, known.get(problem.file, {})))
        if not problem.line
        else problem
        for problem in problems
    )
    return tuple(sorted(lined, key=lambda problem: (problem.file, problem.line, problem.place)))
