"""A client for a simulated portal, put together as the kiosk puts it together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Status
from kiosk.domain.route import Route
from kiosk.portal.backends import Backend, Backends
from kiosk.portal.http import Patience
from kiosk.portal.igate import IGate
from kiosk.portal.opencps import OpenCps
from kiosk.portal.protocol import Dialect as Client
from kiosk.portal.simulator import Dialect, PortalSimulator

IGATE_STATUSES = {"19": Status.RECEIVED, "18": Status.WITHDRAWN, "8": Status.STOPPED}
"""What the simulator's settings say of the names that are not the national ones."""


def real_now() -> datetime:
    return datetime.now(VIETNAM)


def client_of(
    simulator: PortalSimulator,
    now: Callable[[], datetime],
    statuses: Mapping[str, Status] = MappingProxyType({}),
) -> Client:
    said = simulator.settings
    if simulator.dialect is Dialect.OPENCPS:
        return OpenCps(simulator.url, simulator.group_id, statuses=statuses, now=now)
    return IGate(
        simulator.url,
        str(said["token_url"]),
        str(said["client_id"]),
        str(said["client_secret"]),
        statuses={**IGATE_STATUSES, **statuses},
        now=now,
    )


def portal_of(
    simulator: PortalSimulator,
    patience: Patience | None = None,
    now: Callable[[], datetime] = real_now,
) -> Backends:
    """Its dossiers are read as of `now`; the two machines' clocks are the real one."""
    return one(client_of(simulator, now), patience)


def one(
    client: Client,
    patience: Patience | None = None,
    now: Callable[[], datetime] = real_now,
    ca_file: str = "",
) -> Backends:
    """A portal with one back-end that takes every code."""
    return Backends([Backend(Route("portal"), client, ca_file)], patience, now)
