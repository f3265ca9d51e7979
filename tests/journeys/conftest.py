"""Every journey is made on both panels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.rooms import PANELS, Rooms, open_rooms

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


@pytest.fixture(params=sorted(PANELS))
def rooms(request: pytest.FixtureRequest, tmp_path: Path, qapp: QGuiApplication) -> Iterator[Rooms]:
    assert qapp is not None
    with open_rooms(tmp_path, PANELS[request.param]) as opened:
        yield opened
