"""A portal on a real socket, and clients with and without patience."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.portal.http import Patience
from kiosk.portal.protocol import Portal
from kiosk.portal.simulator import Dialect, PortalSimulator
from tests.helpers.portals import portal_of

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=VIETNAM)


@pytest.fixture
def dialect() -> Dialect:
    """OpenCPS, unless a test is parametrised over both."""
    return Dialect.OPENCPS


@pytest.fixture
def simulator(dialect: Dialect) -> Iterator[PortalSimulator]:
    with PortalSimulator(now=NOW, dialect=dialect) as running:
        yield running


@pytest.fixture
def portal(simulator: PortalSimulator) -> Portal:
    return portal_of(simulator, Patience(connect=1.0, read=5.0, total=8.0), lambda: NOW)


@pytest.fixture
def hurried(simulator: PortalSimulator) -> Portal:
    """For faults that keep a client waiting."""
    return portal_of(simulator, Patience(connect=0.3, read=0.3, total=0.5), lambda: NOW)
