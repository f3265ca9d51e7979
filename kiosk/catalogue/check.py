"""What must hold of one guide beyond its shape: what its kind needs, and what it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.catalogue.check_ways import check_conditions, check_ways, conditional
from kiosk.catalogue.problem import Problem, Weight
from kiosk.catalogue.table import did_you_mean
from kiosk.domain.guide import Guide, Kind, LifeEvent

NEEDED_BY_A_SERVICE = ("codes", "level", "fee", "time", "place", "channel", "document")


def check_guide(guide: Guide, file: str, events: Sequence[LifeEvent] = ()) -> list[Problem]:
    """Every problem of a guide that was read; fatal where a person would be misled."""
    problems = [
        *_check_kind(guide, file),
        *check_conditions(guide, file),
        *_check_sources(guide, file),
        *_check_events(guide, file, events),
    ]
    if not any(problem.fatal for problem in problems):
        problems += check_ways(guide, file)
    return problems


def _check_kind(guide: Guide, file: str) -> Iterator[Problem]:
    if guide.kind is not Kind.SERVICE or guide.replaced_by:
        return
    held = (
        guide.codes,
        guide.level,
        guide.fees,
        guide.times,
        guide.places,
        guide.channels,
        guide.documents,
    )
    for name, value in zip(NEEDED_BY_A_SERVICE, held, strict=True):
        if not value:
            yield Problem(file, name, 'is missing; a guide of kind "service" needs it')


def _check_sources(guide: Guide, file: str) -> Iterator[Problem]:
    used = set()
    for name, rows in conditional(guide).items():
        for at, row in enumerate(rows, start=1):
            key = row.source
            used.add(key)
            if key and key not in guide.sources:
                told = did_you_mean(key, guide.sources)
                sentence = f"there is no [sources.{key}]{told or '; write it, or take this out'}"
                yield Problem(file, f"{name}[{at}].source", sentence)
    for key in guide.sources.keys() - used:
        sentence = "nothing comes from here; name it in a fact, or take it out"
        yield Problem(file, f"sources.{key}", sentence, Weight.FAULT)


def _check_events(guide: Guide, file: str, events: Sequence[LifeEvent]) -> Iterator[Problem]:
    known = [event.id for event in events]
    for event in guide.events:
        if event not in known:
            told = did_you_mean(event, known) or "; add it to events.toml, or take it out"
            yield Problem(file, "events", f'there is no life event "{event}"{told}', Weight.FAULT)
