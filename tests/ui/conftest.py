"""The shipped guides and the simulator's dossiers, made once for every picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk import app
from kiosk.commands.screenshots import sample_answers
from kiosk.domain.guide import Kind
from kiosk.settings import load
from tests.helpers.fullest import fullest_events, fullest_guide

if TYPE_CHECKING:
    from kiosk.domain.outcome import LookupOutcome
    from kiosk.ui.scene import Place


@pytest.fixture(scope="session")
def place() -> Place:
    return app.build_place(load(environ={}))


@pytest.fixture(scope="session")
def few_place(place: Place) -> Place:
    """The same with a few of its guides: what fits the limits of all is shown elsewhere."""
    few = {"birth", "certified-copy", "eid", "marriage"}
    return replace(place, guides=tuple(guide for guide in place.guides if guide.id in few))


@pytest.fixture(scope="session")
def fullest_place(place: Place) -> Place:
    """Guides and tiles whose every text is at its limit, and more of them than a page holds."""
    tiles = fullest_events()
    events = tuple(tile.id for tile in tiles)
    full = tuple(replace(fullest_guide(kind), events=events) for kind in Kind)
    return replace(place, guides=(*full, *place.guides), life_events=tiles)


@pytest.fixture(scope="session")
def answers() -> dict[str, LookupOutcome]:
    return sample_answers()
