from __future__ import annotations

import pytest

from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from tests.unit.visit import explore


@pytest.fixture(scope="session")
def tried() -> tuple[explore.Tried, ...]:
    """Every step of every likeness of visit that sensible events can make."""
    return explore.walk()


@pytest.fixture(scope="session")
def visits(tried: tuple[explore.Tried, ...]) -> dict[Page, list[Visit]]:
    """Every likeness of visit, by the page it is on."""
    return explore.examples(tried)
