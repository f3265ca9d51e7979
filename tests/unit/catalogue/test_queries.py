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


@pytest.mark.parametrize("half", ["tune", "held"])
def test_nearly_every_query_finds_its_guide_in_the_first_three(
    search: Search, queries: tuple[Query, ...], half: str
) -> None:
    asked = [query for query in queries if query.half == half]
    wrong = missed(search, asked)
    share = 1 - len(wrong) / len(asked)
    told = "\n".join(f"{query.kind}: {query.text} ({', '.join(query.wants)})" for query in wrong)
    assert len(asked) > 30
    assert share >= WANTED, f"{share:.1%} of {len(asked)} queries\n{told}"


def test_the_halves_are_fixed_and_of_like_size(queries: tuple[Query, ...]) -> None:
    held = sum(query.half == "held" for query in queries)
    assert 0.4 < held / len(queries) < 0.6
