"""Several portals at once, over real sockets: who is asked, in which order, and at what price."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import Busy, Found, HandedOver, NotFound, Reach, Unreachable
from kiosk.domain.route import Route
from kiosk.portal.backends import Backend, Backends
from kiosk.portal.http import Patience
from kiosk.portal.national import National
from kiosk.portal.simulator import Dialect, PortalSimulator
from tests.contract.portal.conftest import NOW
from tests.helpers.portals import client_of

PAGE = "https://dichvucong.gov.vn/tra-cuu-ho-so"
HURRY = Patience(connect=0.3, read=0.4, total=1.2)


@pytest.fixture
def ministry() -> Iterator[PortalSimulator]:
    with PortalSimulator(now=NOW, dialect=Dialect.IGATE, seed=5) as running:
        yield running


def backend(simulator: PortalSimulator, name: str, *agencies: str) -> Backend:
    takes_secret = simulator.dialect is Dialect.OPENCPS
    return Backend(Route(name, agencies, takes_secret), client_of(simulator, lambda: NOW))


def code_of(simulator: PortalSimulator, what: str) -> DossierCode:
    code = parse(simulator.dossier(what).code)
    assert code is not None
    return code


NOBODY = parse("H20.129-261124-9999")


def test_the_codes_agency_decides_who_is_asked(
    simulator: PortalSimulator, ministry: PortalSimulator
) -> None:
    portal = Backends(
        [backend(simulator, "portal", "H20"), backend(ministry, "portal_ministry", "G")]
    )

    assert isinstance(portal.look_up(code_of(simulator, "processing"), None), Found)
    assert (len(simulator.requests), len(ministry.requests)) == (1, 0)
    assert isinstance(portal.look_up(code_of(ministry, "ministry"), None), Found)
    assert (len(simulator.requests), len(ministry.requests)) == (1, 2)


def test_where_the_first_has_no_such_dossier_the_next_is_asked(
    simulator: PortalSimulator, ministry: PortalSimulator
) -> None:
    simulator.dossiers = ()
    portal = Backends([backend(simulator, "portal"), backend(ministry, "portal_2")])

    assert isinstance(portal.look_up(code_of(ministry, "processing"), None), Found)
    assert len(simulator.requests) + len(ministry.requests) == 3


@pytest.mark.events("portal.unreachable")
@pytest.mark.parametrize("fault", ["portal-refused", "portal-timeout", "portal-drip-headers"])
def test_where_the_first_cannot_answer_the_next_still_can(
    fault: str, simulator: PortalSimulator, ministry: PortalSimulator
) -> None:
    simulator.set_fault(fault)
    portal = Backends([backend(simulator, "portal"), backend(ministry, "portal_2")], HURRY)

    assert isinstance(portal.look_up(code_of(ministry, "processing"), None), Found)
    simulator.set_fault(None)


@pytest.mark.events("portal.unreachable")
def test_a_portal_that_could_not_answer_might_have_had_it(
    simulator: PortalSimulator, ministry: PortalSimulator
) -> None:
    assert NOBODY is not None
    simulator.set_fault("portal-timeout")
    both = [backend(simulator, "portal"), backend(ministry, "portal_2")]

    for order in (both, both[::-1]):
        assert Backends(order, HURRY).look_up(NOBODY, None) == Unreachable(Reach.TIMEOUT)
    simulator.set_fault(None)


@pytest.mark.parametrize("secret", [None, "ABCD"])
def test_all_of_them_share_three_requests(
    secret: str | None, simulator: PortalSimulator, ministry: PortalSimulator
) -> None:
    assert NOBODY is not None
    portal = Backends([backend(simulator, "portal"), backend(ministry, "portal_2")])

    assert portal.look_up(NOBODY, secret) == NotFound(with_secret=secret is not None)
    assert len(simulator.requests) + len(ministry.requests) == (2 if secret else 3)


@pytest.mark.events("portal.unreachable")
def test_all_of_them_share_one_deadline(
    simulator: PortalSimulator, ministry: PortalSimulator
) -> None:
    assert NOBODY is not None
    for each in (simulator, ministry):
        each.set_fault("portal-drip-headers")
    portal = Backends([backend(simulator, "portal"), backend(ministry, "portal_2")], HURRY)

    began = time.monotonic()
    assert portal.look_up(NOBODY, None) == Unreachable(Reach.TIMEOUT)
    assert time.monotonic() - began < HURRY.total + 0.5


@pytest.mark.events("portal.unreachable")
def test_the_tenth_person_does_not_wait_for_a_portal_that_hangs(
    simulator: PortalSimulator,
) -> None:
    code = code_of(simulator, "processing")
    portal = Backends([backend(simulator, "portal")], HURRY)
    simulator.set_fault("portal-timeout")
    took = []
    outcomes = []
    for _ in range(10):
        began = time.monotonic()
        outcomes.append(portal.look_up(code, None))
        took.append(time.monotonic() - began)

    assert outcomes[:3] == [Unreachable(Reach.TIMEOUT)] * 3
    assert all(isinstance(told, Busy) and 0 < told.seconds <= 18 for told in outcomes[3:])
    assert max(took[3:]) < min(took[:3]) / 4
    assert len(simulator.requests) == 3
    simulator.set_fault(None)


def test_where_no_portal_answers_a_machine_nothing_is_sent() -> None:
    assert NOBODY is not None
    national = Backend(Route("portal", takes_secret=False), National(PAGE))

    assert Backends([national]).look_up(NOBODY, None) == HandedOver(PAGE)


@pytest.mark.events("portal.unreachable")
def test_handing_over_never_hides_what_a_portal_said(simulator: PortalSimulator) -> None:
    assert NOBODY is not None
    national = Backend(Route("portal_2", takes_secret=False), National(PAGE))
    portal = Backends([backend(simulator, "portal"), national], HURRY)

    assert portal.look_up(NOBODY, None) == NotFound()
    simulator.set_fault("portal-refused")
    assert portal.look_up(NOBODY, None) == Unreachable(Reach.REFUSED)
    simulator.set_fault(None)


@pytest.mark.events("portal.unreachable")
def test_staff_can_be_told_when_a_portal_last_answered(simulator: PortalSimulator) -> None:
    code = code_of(simulator, "processing")
    now = datetime.now(VIETNAM)
    portal = Backends([backend(simulator, "portal")], HURRY, lambda: now)
    simulator.set_fault("portal-refused")
    portal.look_up(code, None)
    assert portal.last_answer is None
    simulator.set_fault(None)
    portal.look_up(code, None)
    assert portal.last_answer == now


@pytest.mark.events("portal.unreachable")
def test_a_connection_that_broke_is_tried_once_more(simulator: PortalSimulator) -> None:
    simulator.set_fault("portal-empty")
    portal = Backends([backend(simulator, "portal")])

    assert portal.look_up(code_of(simulator, "processing"), None) == Unreachable(Reach.REFUSED)
    assert len(simulator.requests) == 2
