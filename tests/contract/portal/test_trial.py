"""The morning's question to a portal, over real sockets: every answer, and what it costs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.readiness import PortalSeen
from kiosk.domain.route import Route
from kiosk.portal.backends import Backend
from kiosk.portal.http import Patience
from kiosk.portal.simulator import Dialect, PortalSimulator
from kiosk.portal.trial import TriedPortal, try_portals
from tests.helpers.portals import client_of, real_now

TIGHT = Patience(1.0, 1.0, 2.0)


def tried(simulator: PortalSimulator, ahead: timedelta = timedelta()) -> PortalSeen:
    backend = Backend(Route("portal", ("H20",)), client_of(simulator, real_now))
    [seen] = try_portals([TriedPortal(backend, simulator.url)], TIGHT, lambda: real_now() + ahead)
    return seen


@pytest.mark.parametrize("dialect", Dialect)
def test_a_portal_that_is_well(dialect: Dialect) -> None:
    with PortalSimulator(now=real_now(), dialect=dialect) as simulator:
        seen = tried(simulator)
    assert (seen.portal, seen.state, seen.encrypted) == ("portal", "ok", False)
    assert 0 <= seen.seconds < 2
    assert seen.skew_seconds is not None
    assert abs(seen.skew_seconds) <= 2


def test_the_clocks_are_compared() -> None:
    with PortalSimulator(now=real_now()) as simulator:
        seen = tried(simulator, ahead=timedelta(minutes=10))
    assert seen.skew_seconds is not None
    assert -602 <= seen.skew_seconds <= -598


def test_a_portal_that_is_not_there() -> None:
    with PortalSimulator(now=real_now()) as simulator:
        backend = Backend(Route("portal"), client_of(simulator, real_now))
        url = simulator.url
    [seen] = try_portals([TriedPortal(backend, url)], TIGHT, real_now)
    assert (seen.state, seen.skew_seconds) == ("refused", None)


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("500", "bad_answer"),
        ("html", "bad_answer"),
        ("401", "turned_away"),
        ("429", "busy"),
        ("timeout", "timeout"),
    ],
)
def test_a_portal_that_is_not_well(fault: str, state: str) -> None:
    with PortalSimulator(now=real_now(), fault=fault) as simulator:
        assert tried(simulator).state == state


def test_a_portal_that_opens_its_list_to_nobody_is_well() -> None:
    with PortalSimulator(now=real_now(), fault="203-text") as simulator:
        assert tried(simulator).state == "ok"


def test_the_question_asks_for_nobody() -> None:
    with PortalSimulator(now=real_now()) as simulator:
        tried(simulator)
        asked = " ".join(simulator.requests)
        codes = [dossier.code for dossier in simulator.dossiers]
    assert asked
    assert not any(code in asked for code in codes)
