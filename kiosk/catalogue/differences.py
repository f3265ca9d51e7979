"""Where a guide and its source say different things, for a person to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.catalogue.breaks import plain
from kiosk.catalogue.fold import fold
from kiosk.catalogue.official import Official, amounts, spans
from kiosk.domain.guide import Guide

SHARED = 0.5
"""A paper is in the guide when one of its papers shares so much of the shorter name's words."""

CONNECTING = frozenset(fold("của và theo các có cho về được do tại để giấy tờ văn bản bản").split())


@dataclass(frozen=True, slots=True)
class Difference:
    """`what` is fee, time, documents or decision; the rest is what each of the two says."""

    what: str
    guide: str
    source: str


def differences(guide: Guide, official: Official) -> tuple[Difference, ...]:
    """What the source tells and the guide does not. Where the source is silent, so is this."""
    return tuple(_differences(guide, official))


def fingerprint(official: Official) -> str:
    """Changes when something changes that differences are made of, and else not."""
    told = (official.decision, sorted(official.fees), sorted(official.times), official.documents)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _differences(guide: Guide, official: Official) -> Iterator[Difference]:
    own = _told(guide.source.decision, *(each.decision for each in guide.sources.values()))
    if official.decision and f" {fold(official.decision)} " not in f" {fold(own)} ":
        yield Difference("decision", own, official.decision)
    yield from _fee(guide, official)
    yield from _time(guide, official)
    missing = [paper for paper in official.documents if not _held(paper, guide)]
    if missing:
        own = "; ".join(plain(document.name.vi) for document in guide.documents)
        yield Difference("documents", own, "; ".join(missing))


def _fee(guide: Guide, official: Official) -> Iterator[Difference]:
    said = _told(
        *(fact.value.vi for fact in guide.fees), *(fact.condition.vi for fact in guide.fees),
        *(channel.fee.vi for channel in guide.channels),
        *(news.text.vi for news in guide.good_news),
    )  # fmt: skip
    unsaid = official.fees - amounts(said)
    if unsaid:
        own = _told(*(fact.value.vi for fact in guide.fees))
        yield Difference("fee", own, ", ".join(_dong(amount) for amount in sorted(unsaid)))


def _time(guide: Guide, official: Official) -> Iterator[Difference]:
    said = _told(
        *(fact.value.vi for fact in guide.times), *(fact.condition.vi for fact in guide.times),
        *(channel.time.vi for channel in guide.channels),
    )  # fmt: skip
    unsaid = official.times - spans(said)
    if unsaid:
        own = _told(*(fact.value.vi for fact in guide.times))
        yield Difference("time", own, ", ".join(sorted(unsaid)))


def _told(*texts: str) -> str:
    return "; ".join(dict.fromkeys(plain(text) for text in texts if text))


def _dong(amount: int) -> str:
    return f"{amount:,} đồng".replace(",", ".") if amount else "miễn phí"


def _held(paper: str, guide: Guide) -> bool:
    wanted = _words([paper])
    for document in guide.documents:
        own = _words([document.name.vi, document.note.vi])
        both = len(wanted & own)
        if both and both >= SHARED * min(len(wanted), len(_words([document.name.vi]))):
            return True
    return False


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in fold(text).split()) - CONNECTING
