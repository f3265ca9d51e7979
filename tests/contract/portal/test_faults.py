"""Every way a portal fails, over real sockets: told apart, in bounded time, and recovered from."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import (
    BadAnswer,
    Busy,
    Fault,
    Found,
    LookupOutcome,
    NotFound,
    Reach,
    Refused,
    Unreachable,
)
from kiosk.portal.http import Patience
from kiosk.portal.opencps import OpenCps
from kiosk.portal.protocol import Portal
from kiosk.portal.simulator import FAULTS, Dialect, PortalSimulator
from tests.contract.portal.conftest import NOW
from tests.helpers.portals import one, portal_of

if TYPE_CHECKING:
    from tests.conftest import Heard

EXPECTED: dict[str, LookupOutcome] = {
    "portal-refused": Unreachable(Reach.REFUSED),
    "portal-timeout": Unreachable(Reach.TIMEOUT),
    "portal-slow": Unreachable(Reach.TIMEOUT),
    "portal-drip": Unreachable(Reach.TIMEOUT),
    "portal-drip-headers": Unreachable(Reach.TIMEOUT),
    "portal-401": Refused(),
    "portal-403": Refused(),
    "portal-429": Busy(),
    "portal-429-wait": Busy(20),
    "portal-500": BadAnswer(Fault.SERVER_ERROR),
    "portal-503": BadAnswer(Fault.SERVER_ERROR),
    "portal-html": BadAnswer(Fault.NOT_JSON),
    "portal-html-as-json": BadAnswer(Fault.NOT_JSON),
    "portal-xml": BadAnswer(Fault.NOT_JSON),
    "portal-broken-json": BadAnswer(Fault.BROKEN_JSON),
    "portal-cut": BadAnswer(Fault.BROKEN_JSON),
    "portal-garbage": BadAnswer(Fault.NOT_JSON),
    "portal-203-text": BadAnswer(Fault.NOT_JSON),
    "portal-203-json": Refused(),
    "portal-huge": BadAnswer(Fault.TOO_LARGE),
    "portal-deep": BadAnswer(Fault.WRONG_SHAPE),
    "portal-empty": Unreachable(Reach.REFUSED),
    "portal-nothing": BadAnswer(Fault.BROKEN_JSON),
    "portal-redirect": BadAnswer(Fault.REDIRECTED),
    "portal-wrong-shape": BadAnswer(Fault.WRONG_SHAPE),
}
ANSWERED = ("portal-clock", "portal-token", "portal-token-once")
"""Faults that spoil no answer in OpenCPS."""

IGATE: dict[str, LookupOutcome] = {
    "portal-203-json": BadAnswer(Fault.NOT_JSON),
    "portal-token": Refused(),
}
"""Where iGate's answer differs: 203 means nothing there, and there is a token to refuse."""

EVENTS = (
    *("portal.unreachable", "portal.bad_answer", "portal.refused", "portal.busy"),
    "portal.clock_off",
)

pytestmark = pytest.mark.events(*EVENTS)


@pytest.fixture
def code(simulator: PortalSimulator) -> DossierCode:
    read = parse(simulator.dossier("processing").code)
    assert read is not None
    return read


def test_every_fault_has_its_expectation() -> None:
    assert {*EXPECTED, *ANSWERED} == set(FAULTS)


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("with_secret", [False, True])
@pytest.mark.parametrize("fault", EXPECTED)
def test_a_fault_is_told_apart_in_time_and_recovered_from(
    fault: str,
    with_secret: bool,
    dialect: Dialect,
    simulator: PortalSimulator,
    hurried: Portal,
    portal: Portal,
    code: DossierCode,
) -> None:
    secret = simulator.dossier("processing").secret if with_secret else None
    expected = EXPECTED[fault]
    if dialect is Dialect.IGATE:
        expected = IGATE.get(fault, expected)
    elif with_secret and fault == "portal-203-text":
        expected = NotFound(with_secret=True)
    in_time = expected != Unreachable(Reach.TIMEOUT)
    simulator.set_fault(fault)

    began = time.monotonic()
    outcome = (portal if in_time else hurried).look_up(code, secret)
    took = time.monotonic() - began

    assert outcome == expected
    assert took < (4.0 if in_time else 1.5)
    assert len(simulator.requests) <= 3
    simulator.set_fault(None)
    afterwards = portal_of(simulator, now=lambda: NOW) if fault == "portal-429-wait" else portal
    assert isinstance(afterwards.look_up(code, secret), Found)


@pytest.mark.parametrize("dialect", Dialect)
def test_a_clock_that_is_off_is_named_and_the_answer_still_given(
    simulator: PortalSimulator, portal: Portal, code: DossierCode, heard: Heard
) -> None:
    simulator.set_fault("portal-clock")

    assert isinstance(portal.look_up(code, None), Found)
    (off,) = heard.fields("portal.clock_off")
    assert off["portal"] == "portal"
    assert abs(int(str(off["seconds"])) - 86_400) < 60


@pytest.mark.parametrize("auth_key", [True, False])
def test_a_refusal_under_another_clock_names_the_clock_where_the_key_is_made_of_it(
    simulator: PortalSimulator, code: DossierCode, auth_key: bool
) -> None:
    simulator.set_fault("portal-401")
    behind = datetime.now(VIETNAM) - timedelta(minutes=3)
    client = OpenCps(simulator.url, simulator.group_id, auth_key=auth_key)
    portal = one(client, now=lambda: behind)

    assert portal.look_up(code, None) == Refused(clock_wrong=auth_key)


@pytest.mark.parametrize("dialect", [Dialect.IGATE])
def test_a_client_that_gets_no_token_is_refused(
    simulator: PortalSimulator, portal: Portal, code: DossierCode
) -> None:
    simulator.set_fault("portal-token")

    assert portal.look_up(code, None) == Refused()


@pytest.mark.parametrize("dialect", [Dialect.IGATE])
def test_a_token_that_is_called_back_is_renewed_within_three_requests(
    simulator: PortalSimulator, portal: Portal, code: DossierCode
) -> None:
    simulator.set_fault("portal-token-once")
    for asked in (2, 3, 3):
        before = len(simulator.requests)
        assert isinstance(portal.look_up(code, None), Found)
        assert len(simulator.requests) - before == asked


def test_nothing_hangs_on_after_a_portal_that_drips(
    simulator: PortalSimulator, hurried: Portal, code: DossierCode
) -> None:
    simulator.set_fault("portal-drip-headers")
    outcomes = [hurried.look_up(code, None) for _ in range(3)]

    assert outcomes == [Unreachable(Reach.TIMEOUT)] * 3
    for thread in threading.enumerate():
        if thread.name == "portal-exchange":
            thread.join(2.0)
            assert not thread.is_alive()


def test_a_slow_portal_within_the_limits_is_waited_for(
    simulator: PortalSimulator, portal: Portal, code: DossierCode
) -> None:
    simulator.set_fault("slow")

    assert isinstance(portal.look_up(code, None), Found)


def test_a_name_that_does_not_resolve_is_dns_or_no_network(code: DossierCode) -> None:
    portal = one(OpenCps("http://portal.invalid", "1"), Patience(1.0, 1.0, 15.0))

    outcome = portal.look_up(code, None)

    assert outcome in (Unreachable(Reach.DNS), Unreachable(Reach.NO_NETWORK))


def test_a_portal_that_speaks_no_tls_is_told_as_tls(
    simulator: PortalSimulator, code: DossierCode
) -> None:
    portal = one(OpenCps(simulator.url.replace("http:", "https:"), simulator.group_id))

    assert portal.look_up(code, "ABCD") == Unreachable(Reach.TLS)


def test_a_missing_certificate_file_is_told_as_tls(
    simulator: PortalSimulator, code: DossierCode
) -> None:
    url = simulator.url.replace("http:", "https:")
    portal = one(OpenCps(url, simulator.group_id), ca_file="/nonexistent/ca.pem")

    assert portal.look_up(code, None) == Unreachable(Reach.TLS)


def test_a_fault_that_does_not_exist_is_named(simulator: PortalSimulator) -> None:
    with pytest.raises(ValueError, match="portal-timeout"):
        simulator.set_fault("no-such-fault")
