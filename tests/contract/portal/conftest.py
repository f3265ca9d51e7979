"""A portal on a real socket, and a client that is in a hurry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.portal.http import Patience
from kiosk.portal.opencps import OpenCpsPortal
from kiosk.portal.simulator import PortalSimulator

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=VIETNAM)


@pytest.fixture
def simulator() -> Iterator[PortalSimulator]:
    with PortalSimulator(now=NOW) as running:
        yield running


@pytest.fixture
def portal(simulator: PortalSimulator) -> OpenCpsPortal:
    patience = Patience(connect=1.0, read=5.0, total=8.0)
    return OpenCpsPortal(simulator.url, simulator.group_id, patience=patience, now=lambda: NOW)


@pytest.fixture
def hurried(simulator: PortalSimulator) -> OpenCpsPortal:
    """For faults that keep a client waiting."""
    patience = Patience(connect=0.3, read=0.3, total=0.5)
    return OpenCpsPortal(simulator.url, simulator.group_id, patience=patience, now=lambda: NOW)
