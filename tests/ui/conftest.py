"""The shipped guides and the simulator's dossiers, made once for every picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk import app
from kiosk.commands.screenshots import sample_answers
from kiosk.settings import load

if TYPE_CHECKING:
    from kiosk.domain.outcome import LookupOutcome
    from kiosk.ui.scene import Place


@pytest.fixture(scope="session")
def place() -> Place:
    return app.build_place(load(environ={}))


@pytest.fixture(scope="session")
def answers() -> dict[str, LookupOutcome]:
    return sample_answers()
