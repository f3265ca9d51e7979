"""Links between guides: what leads nowhere is told and taken off, and successors take over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kiosk.catalogue.problem import Problem, Weight
from kiosk.catalogue.table import did_you_mean
from kiosk.domain.guide import Guide


def link(guides: Mapping[str, Guide], problems: list[Problem]) -> tuple[Guide, ...]:
    """The guides to show, by file, each link of theirs leading somewhere.

    A guide with `replaced_by` is not shown; its successor is found by its codes and names. An
    answer or a related guide that leads nowhere is left out of the guide that names it.
    """
    known = {guide.id: guide for guide in guides.values()}
    heirs = {guide.id: _heir(guide, known) for guide in guides.values() if guide.replaced_by}
    shown = {guide.id: guide for guide in guides.values() if not guide.replaced_by}
    for file, guide in guides.items():
        problems += _dead(file, guide, shown, known)
        problems += _claimed_twice(file, guide, guides)
    for old, heir in heirs.items():
        if heir in shown:
            shown[heir] = _inherit(shown[heir], known[old])
    return tuple(_without_dead_ends(guide, shown) for guide in shown.values())


def _heir(guide: Guide, known: Mapping[str, Guide]) -> str:
    """The id of the last guide in the line of successors; empty where it breaks or circles."""
    passed = {guide.id}
    while guide.replaced_by:
        if guide.replaced_by in passed or guide.replaced_by not in known:
            return ""
        guide = known[guide.replaced_by]
        passed.add(guide.id)
    return guide.id


def _inherit(heir: Guide, old: Guide) -> Guide:
    codes = dict.fromkeys((*heir.former_codes, *old.codes, *old.former_codes))
    return replace(
        heir,
        former_codes=tuple(code for code in codes if code not in heir.codes),
        keywords=tuple(dict.fromkeys((*heir.keywords, *old.keywords))),
    )


def _dead(
    file: str, guide: Guide, shown: Mapping[str, Guide], known: Mapping[str, Guide]
) -> Iterator[Problem]:
    links = [(f"related[{at}]", name) for at, name in enumerate(guide.related, start=1)]
    links += [
        (f"question[{at}].choice[{row}].guide", choice.guide)
        for at, question in enumerate(guide.questions, start=1)
        for row, choice in enumerate(question.choices, start=1)
        if choice.guide
    ]
    for place, name in links:
        if name == guide.id:
            yield Problem(file, place, "leads to this guide itself; take it out", Weight.FAULT)
        elif name not in shown:
            yield Problem(file, place, _why(name, known, shown), Weight.FAULT)
    if guide.replaced_by and _heir(guide, known) not in shown:
        sentence = f'no guide that is shown stands at the end of "{guide.replaced_by}"'
        yield Problem(file, "replaced_by", sentence)


def _why(name: str, known: Mapping[str, Guide], shown: Mapping[str, Guide]) -> str:
    if name in known:
        return f'"{name}" was replaced; write "{_heir(known[name], known)}"'
    return f'there is no guide "{name}"{did_you_mean(name, shown) or "; take it out"}'


def _claimed_twice(file: str, guide: Guide, guides: Mapping[str, Guide]) -> Iterator[Problem]:
    """A code that two guides claim: the kiosk would show either, so somebody must decide."""
    claimed = Counter(
        code
        for other in guides.values()
        if not other.replaced_by
        for code in (*other.codes, *other.former_codes)
    )
    for code in guide.codes:
        if claimed[code] > 1:
            sentence = f"{code} belongs to another guide too; take it out of one"
            yield Problem(file, "codes", sentence, Weight.FAULT)


def _without_dead_ends(guide: Guide, shown: Mapping[str, Guide]) -> Guide:
    questions = tuple(
        replace(
            question,
            choices=tuple(c for c in question.choices if not c.guide or c.guide in shown),
        )
        for question in guide.questions
    )
    return replace(
        guide,
        questions=questions,
        related=tuple(name for name in guide.related if name in shown and name != guide.id),
    )
