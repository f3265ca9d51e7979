"""The independent queries: read, halved by a fixed hash, and counted against a search.

Half `tune` is what the ranking was tuned on, half `held` says what that is worth elsewhere.
Nobody fills keywords or word pairs from either.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.search import Search

FILE = Path(__file__).parents[1] / "unit" / "catalogue" / "queries.toml"
FIRST = 3
"""Results that a person sees without doing anything."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    kind: str
    wants: tuple[str, ...]

    @property
    def half(self) -> str:
        return "held" if hashlib.sha256(self.text.encode()).digest()[0] & 1 else "tune"


def load_queries(existing: Collection[str]) -> tuple[Query, ...]:
    """The queries of which at least one wanted guide exists."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["query"]
    queries = (Query(row["text"], row["kind"], tuple(row["wants"])) for row in rows)
    return tuple(query for query in queries if any(want in existing for want in query.wants))


def hits(search: Search, query: Query) -> bool:
    """Whether a wanted guide is among the first three."""
    found = [hit.guide_id for hit in search.find(query.text, limit=FIRST)]
    return any(want in found for want in query.wants)


def missed(search: Search, queries: Iterable[Query]) -> tuple[Query, ...]:
    return tuple(query for query in queries if not hits(search, query))
