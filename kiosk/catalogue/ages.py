"""How old facts may grow before somebody must compare them with their source again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain.guide import Channel, Document, Fact, GoodNews, Guide, GuideStep


@dataclass(frozen=True, slots=True)
class Ages:
    """Days after which a fact of a kind is old: fees, rules (times, places, papers), steps."""

    fee: int = 180
    rule: int = 365
    step: int = 365


@dataclass(frozen=True, slots=True)
class Old:
    """Facts of one kind and one source (its key, or empty for the guide's own) grown old."""

    kind: str
    source: str
    checked: date
    days: int
    allowed: int


def old_facts(guide: Guide, today: date, ages: Ages) -> Iterator[Old]:
    """What somebody should check again, one row for each kind and source."""
    kinds: Mapping[str, tuple[int, Sequence[Fact | GoodNews | Channel | Document | GuideStep]]] = {
        "fee": (ages.fee, (*guide.fees, *guide.channels)),
        "rule": (
            ages.rule,
            (*guide.times, *guide.places, *guide.good_news, *guide.channels, *guide.documents),
        ),
        "step": (ages.step, guide.steps),
    }
    for kind, (allowed, rows) in kinds.items():
        for key in sorted({row.source for row in rows}):
            checked = guide.source_of(key).checked
            days = (today - checked).days
            if days > allowed:
                yield Old(kind, key, checked, days, allowed)
