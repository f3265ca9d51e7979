"""How well people's own words find the shipped guides, measured on queries nobody tuned words on.

The queries must never fill keywords or word pairs; see `queries.toml`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.catalogue.load import load_guides
from kiosk.catalogue.search import Search
from kiosk.catalogue.speech import load_speech
from tests.helpers.queries import Query, load_queries, missed

FOLDER = Path(__file__).parents[3] / "assets" / "guides"
WANTED = 0.95


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(load_guides(FOLDER), (), load_speech(FOLDER))


@pytest.fixture(scope="module")
def queries() -> tuple[Query, ...]:
    return load_queries({guide.id for guide in load_guides(FOLDER)})


def test_nearly_every_query_finds_its_guide_in_the_first_three(
    search: Search, queries: tuple[Query, ...]
) -> None:
    wrong = missed(search, queries)
    share = 1 - len(wrong) / len(queries)
    told = "\n".join(f"{query.kind}: {query.text} ({', '.join(query.wants)})" for query in wrong)
    assert len(queries) > 100
    assert share >= WANTED, f"{share:.1%} of {len(queries)} queries\n{told}"


def test_the_half_that_nothing_was_tuned_on_does_no_worse(
    search: Search, queries: tuple[Query, ...]
) -> None:
    found = {}
    for half in ("tune", "held"):
        asked = [query for query in queries if query.half == half]
        found[half] = 1 - len(missed(search, asked)) / len(asked)
    assert found["held"] >= found["tune"] - 0.03, found


def test_the_halves_are_fixed_and_of_like_size(queries: tuple[Query, ...]) -> None:
    held = sum(query.half == "held" for query in queries)
    assert 0.4 < held / len(queries) < 0.6
