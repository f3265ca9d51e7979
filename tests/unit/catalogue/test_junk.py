"""Whatever stands in a field, reading says what is wrong and never falls over."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kiosk.catalogue.check import check_guide
from kiosk.catalogue.guide_format import GUIDE
from kiosk.catalogue.table import Reading, Table
from kiosk.settings.places import assets_dir

JUNK: tuple[Any, ...] = (
    5, -1.5, True, "", " ", "x", "{nowhere}", "ask", [], [1], [[]], ["x"], {}, {"vi": 1}, {"x": {}},
    [{}], date(1, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), "ă" * 5000, None,
)  # fmt: skip
SOUND = tomllib.loads((assets_dir() / "guides" / "id-card.toml").read_text(encoding="utf-8"))


def paths(value: object, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in inside:
        yield (*at, key)
        yield from paths(inner, (*at, key))


def broken(path: tuple[Any, ...], junk: object) -> dict[str, Any]:
    """A sound guide with `junk` in one place; None takes the place away."""
    values = copy.deepcopy(SOUND)
    *way, last = path
    place: Any = values
    for key in way:
        place = place[key]
    if junk is None:
        del place[last]
    else:
        place[last] = junk
    return values


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: repr(junk)[:20])
def test_junk_in_any_place_is_read_without_falling_over(junk: object) -> None:
    tried = 0
    for path in paths(SOUND):
        reading = Reading("id-card.toml")
        guide = GUIDE.read(Table(broken(path, junk), reading))
        if not any(problem.fatal for problem in reading.problems):
            check_guide(guide, "id-card.toml")
        assert all(str(problem) for problem in reading.problems)
        tried += 1
    assert tried > 150


def test_a_sound_guide_has_no_problem() -> None:
    reading = Reading("id-card.toml")
    assert GUIDE.read(Table(SOUND, reading)).id == "id-card"
    assert reading.problems == []
