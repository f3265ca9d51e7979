"""What must hold of a guide beyond its shape: paths, links, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from kiosk.catalogue.problem import Problem
from kiosk.domain.guide import Condition, Guide, Kind, LifeEvent

PROCEDURE_CODE = re.compile(r"\d\.\d{6}")
"""A national procedure code such as 1.001193."""

MAX_PATHS = 5000
SERVICE_STEPS = range(3, 7)
OLD_AFTER_DAYS = 365


def check_guide(
    guide: Guide, file: str, today: date, events: Sequence[LifeEvent] = ()
) -> list[Problem]:
    """Every problem of a guide whose file could be read; fatal where a person would be misled."""
    problems = [
        *_check_conditions(guide, file),
        *_check_links(guide, file),
        *_check_names(guide, file, events),
        *_check_age(guide, file, today),
    ]
    if not any(problem.fatal for problem in problems):
        problems += _check_paths(guide, file)
    return problems


def is_old(guide: Guide, today: date, after_days: int = OLD_AFTER_DAYS) -> bool:
    """Whether nobody has checked the guide's facts for so long that it should say so."""
    return (today - guide.source.checked).days > after_days


def _check_conditions(guide: Guide, file: str) -> Iterator[Problem]:
    """A `when` may name only a question asked before, and only choices of that question."""
    known: dict[str, set[str]] = {}
    for at, question in enumerate(guide.questions, start=1):
        place = f"question[{at}]"
        yield from _check_condition(question.when, known, file, place)
        if question.id in known:
            yield Problem(file, f"{place}.id", f'"{question.id}" is asked twice')
        choices = [choice.id for choice in question.choices]
        if len(choices) != len(set(choices)):
            yield Problem(file, f"{place}.choice", "two choices have the same id")
        known[question.id] = set(choices)
    for at, document in enumerate(guide.documents, start=1):
        yield from _check_condition(document.when, known, file, f"document[{at}]")
    for at, step in enumerate(guide.steps, start=1):
        yield from _check_condition(step.when, known, file, f"step[{at}]")


def _check_condition(
    when: Condition, known: dict[str, set[str]], file: str, place: str
) -> Iterator[Problem]:
    for question, choices in when.items():
        if question not in known:
            asked = ", ".join(known) or "none"
            yield Problem(
                file, f"{place}.when", f'no question "{question}" is asked before (asked: {asked})'
            )
            continue
        for choice in choices:
            if choice not in known[question]:
                offered = ", ".join(sorted(known[question]))
                sentence = f'question "{question}" has no choice "{choice}" (it has: {offered})'
                yield Problem(file, f"{place}.when", sentence)


def _check_paths(guide: Guide, file: str) -> Iterator[Problem]:
    """Follow every way through the questions: each must lead to steps, and each thing be met."""
    met: set[tuple[str, int]] = set()
    thin: set[int] = set()
    for count, answers in enumerate(_paths(guide, {})):
        if count >= MAX_PATHS:
            yield Problem(file, "question", f"there are more than {MAX_PATHS} ways through")
            return
        met |= {("question", at) for at, q in enumerate(guide.questions) if q.id in answers}
        documents, steps = guide.documents_for(answers), guide.steps_for(answers)
        met |= {("document", at) for at, row in enumerate(guide.documents) if row in documents}
        met |= {("step", at) for at, row in enumerate(guide.steps) if row in steps}
        if not steps:
            said = ", ".join(f"{question} = {choice}" for question, choice in answers.items())
            yield Problem(file, "step", f"nobody is told what to do for: {said or 'anyone'}")
        elif guide.kind is Kind.SERVICE and len(steps) not in SERVICE_STEPS:
            thin.add(len(steps))
    for length in sorted(thin):
        sentence = f"a way through has {length} steps, a service has 3 to 6"
        yield Problem(file, "step", sentence, fatal=False)
    everything: tuple[tuple[str, Sequence[object]], ...] = (
        ("question", guide.questions),
        ("document", guide.documents),
        ("step", guide.steps),
    )
    for name, rows in everything:
        for at in range(len(rows)):
            if (name, at) not in met:
                yield Problem(file, f"{name}[{at + 1}].when", "no answers ever lead here")


def _paths(guide: Guide, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    question = guide.next_question(answers)
    if question is None:
        yield answers
        return
    for choice in question.choices:
        yield from _paths(guide, {**answers, question.id: choice.id})


def _check_links(guide: Guide, file: str) -> Iterator[Problem]:
    for place, url in (("phone_url", guide.phone_url), ("source.url", guide.source.url)):
        if not url:
            continue
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or parts.username or " " in url:
            yield Problem(file, place, "must be a whole address that begins with https://")


def _check_names(guide: Guide, file: str, events: Sequence[LifeEvent]) -> Iterator[Problem]:
    for code in guide.codes:
        if not PROCEDURE_CODE.fullmatch(code):
            yield Problem(file, "codes", f'"{code}" is not a procedure code such as 1.001193')
    if guide.kind is Kind.SERVICE and not guide.codes:
        yield Problem(file, "codes", "a service needs its procedure code")
    known = {event.id for event in events}
    for event in guide.events:
        if event not in known:
            yield Problem(file, "events", f'there is no life event "{event}"', fatal=False)


def _check_age(guide: Guide, file: str, today: date) -> Iterator[Problem]:
    checked = guide.source.checked
    if checked > today:
        yield Problem(file, "source.checked", f"{checked} is still to come", fatal=False)
    elif is_old(guide, today):
        days = (today - checked).days
        yield Problem(file, "source.checked", f"nobody checked this for {days} days", fatal=False)
