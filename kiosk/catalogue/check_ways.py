"""Every way through a guide's questions: each leads to steps and facts, and everything is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from kiosk.catalogue.problem import Problem, Weight
from kiosk.catalogue.table import did_you_mean
from kiosk.domain.guide import (
    Answers,
    Channel,
    Condition,
    Document,
    Fact,
    GoodNews,
    Guide,
    GuideStep,
    Kind,
    first_that_holds,
    holds,
)

Conditional = Fact | GoodNews | Channel | Document | GuideStep

MAX_WAYS = 5000
SERVICE_STEPS = range(3, 7)
MOST_STEPS = 10


def check_conditions(guide: Guide, file: str) -> Iterator[Problem]:
    """A `when` may name only a question asked before, and only choices of that question."""
    known: dict[str, set[str]] = {}
    for at, question in enumerate(guide.questions, start=1):
        place = f"question[{at}]"
        yield from _check_condition(question.when, known, file, place)
        if question.id in known:
            yield Problem(file, f"{place}.id", f'"{question.id}" is asked twice; rename one')
        choices = [choice.id for choice in question.choices]
        if len(choices) != len(set(choices)):
            yield Problem(file, f"{place}.choice", "two choices have the same id; rename one")
        known[question.id] = {choice.id for choice in question.choices if not choice.guide}
    for name, rows in conditional(guide).items():
        for at, row in enumerate(rows, start=1):
            yield from _check_condition(row.when, known, file, f"{name}[{at}]")


def _check_condition(
    when: Condition, known: Mapping[str, set[str]], file: str, place: str
) -> Iterator[Problem]:
    for question, choices in when.items():
        if question not in known:
            told = did_you_mean(question, known) or f" (asked: {', '.join(known) or 'none'})"
            yield Problem(file, f"{place}.when", f'no question "{question}" is asked before{told}')
            continue
        for choice in choices:
            if choice not in known[question]:
                offered = ", ".join(sorted(known[question]))
                sentence = f'question "{question}" has no choice "{choice}" (it has: {offered})'
                yield Problem(file, f"{place}.when", sentence)


def check_ways(guide: Guide, file: str) -> Iterator[Problem]:
    """Follow every way: each must lead to what this person needs, and each thing be met."""
    ways = list(islice(guide.ways(), MAX_WAYS + 1))
    if len(ways) > MAX_WAYS:
        sentence = f"there are more than {MAX_WAYS} ways through; ask less, or ask it with a when"
        yield Problem(file, "question", sentence)
        return
    own = list(guide.own_ways())
    yield from _check_steps(guide, file, own)
    yield from _check_facts(guide, file, own)
    yield from _check_met(guide, file, ways, own)


def _check_steps(guide: Guide, file: str, ways: Sequence[Answers]) -> Iterator[Problem]:
    odd: dict[int, Answers] = {}
    for answers in ways:
        count = len(guide.steps_for(answers))
        if not count:
            sentence = f"nobody is told what to do for: {_said(answers)}; write a step for them"
            yield Problem(file, "step", sentence)
        elif count > MOST_STEPS or (guide.kind is Kind.SERVICE and count not in SERVICE_STEPS):
            odd.setdefault(count, answers)
    wanted = "3 to 6" if guide.kind is Kind.SERVICE else f"at most {MOST_STEPS}"
    for count, answers in sorted(odd.items()):
        sentence = f"there are {count} steps for: {_said(answers)}; make it {wanted}"
        yield Problem(file, "step", sentence, Weight.FAULT)


def _check_facts(guide: Guide, file: str, ways: Sequence[Answers]) -> Iterator[Problem]:
    """A fact that is told at all must be told to everybody, and after its `until` too."""
    for name, rows in (("fee", guide.fees), ("time", guide.times), ("place", guide.places)):
        untold = (way for way in ways if first_that_holds(rows, way, date.max) is None)
        if rows and (answers := next(untold, None)) is not None:
            sentence = (
                f"says nothing for: {_said(answers)}; end with a [[{name}]] that always holds"
            )
            yield Problem(file, name, sentence)


def _check_met(
    guide: Guide, file: str, ways: Sequence[Answers], own: Sequence[Answers]
) -> Iterator[Problem]:
    for at, question in enumerate(guide.questions, start=1):
        if not any(question.id in answers for answers in ways):
            yield Problem(file, f"question[{at}].when", "no answers ever lead here; mend the when")
    told_first = ("fee", "time", "place", "good_news")
    for name, rows in conditional(guide).items():
        for at, row in enumerate(rows, start=1):
            above = [other.when for other in rows[: at - 1] if _for_good(other)]
            hidden = above if name in told_first else []
            if not any(
                holds(row.when, answers) and not any(holds(when, answers) for when in hidden)
                for answers in own
            ):
                sentence = "no answers ever lead here; mend the when"
                yield Problem(file, f"{name}[{at}].when", sentence)


def _for_good(row: Conditional) -> bool:
    return not isinstance(row, Fact | GoodNews) or row.until is None


def conditional(guide: Guide) -> Mapping[str, Sequence[Conditional]]:
    """What may be for some people only, by the name of its table."""
    return {
        "fee": guide.fees,
        "time": guide.times,
        "place": guide.places,
        "good_news": guide.good_news,
        "channel": guide.channels,
        "document": guide.documents,
        "step": guide.steps,
    }


def _said(answers: Answers) -> str:
    return ", ".join(f"{question} = {choice}" for question, choice in answers.items()) or "anyone"
