"""Every way a portal fails, over real sockets: told apart, in bounded time, and recovered from."""

from __future__ import annotations

import threading
import time

import pytest

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
from kiosk.portal.opencps import OpenCpsPortal
from kiosk.portal.simulator import FAULTS, PortalSimulator

EXPECTED: dict[str, LookupOutcome] = {
    "portal-refused": Unreachable(Reach.REFUSED),
    "portal-timeout": Unreachable(Reach.TIMEOUT),
    "portal-slow": Unreachable(Reach.TIMEOUT),
    "portal-drip": Unreachable(Reach.TIMEOUT),
    "portal-drip-headers": Unreachable(Reach.TIMEOUT),
    "portal-401": Refused(),
    "portal-403": Refused(),
    "portal-429": Busy(),
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
EVENTS = ("portal.unreachable", "portal.bad_answer", "portal.refused", "portal.busy")

pytestmark = pytest.mark.events(*EVENTS)


@pytest.fixture
def code(simulator: PortalSimulator) -> DossierCode:
    read = parse(simulator.dossier("processing").code)
    assert read is not None
    return read


def test_every_fault_has_its_expectation() -> None:
    assert set(EXPECTED) == set(FAULTS)


@pytest.mark.parametrize("with_secret", [False, True])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_apart_in_time_and_recovered_from(
    fault: str,
    with_secret: bool,
    simulator: PortalSimulator,
    hurried: OpenCpsPortal,
    portal: OpenCpsPortal,
    code: DossierCode,
) -> None:
    secret = simulator.dossier("processing").secret if with_secret else None
    expected = EXPECTED[fault]
    if with_secret and fault == "portal-203-text":
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
    assert isinstance(portal.look_up(code, secret), Found)


def test_nothing_hangs_on_after_a_portal_that_drips(
    simulator: PortalSimulator, hurried: OpenCpsPortal, code: DossierCode
) -> None:
    """More times over than the four that may hang at once."""
    simulator.set_fault("portal-drip-headers")
    outcomes = [hurried.look_up(code, None) for _ in range(6)]

    assert outcomes == [Unreachable(Reach.TIMEOUT)] * 6
    for thread in threading.enumerate():
        if thread.name == "portal-exchange":
            thread.join(2.0)
            assert not thread.is_alive()


def test_a_slow_portal_within_the_limits_is_waited_for(
    simulator: PortalSimulator, portal: OpenCpsPortal, code: DossierCode
) -> None:
    simulator.set_fault("slow")

    assert isinstance(portal.look_up(code, None), Found)


def test_a_name_that_does_not_resolve_is_dns_or_no_network(code: DossierCode) -> None:
    portal = OpenCpsPortal(
        "http://portal.invalid", "1", patience=Patience(connect=1.0, read=1.0, total=15.0)
    )

    outcome = portal.look_up(code, None)

    assert outcome in (Unreachable(Reach.DNS), Unreachable(Reach.NO_NETWORK))


def test_a_portal_that_speaks_no_tls_is_told_as_tls(
    simulator: PortalSimulator, code: DossierCode
) -> None:
    portal = OpenCpsPortal(simulator.url.replace("http:", "https:"), simulator.group_id)

    assert portal.look_up(code, "ABCD") == Unreachable(Reach.TLS)


def test_a_missing_certificate_file_is_told_as_tls(
    simulator: PortalSimulator, code: DossierCode
) -> None:
    url = simulator.url.replace("http:", "https:")
    portal = OpenCpsPortal(url, simulator.group_id, ca_file="/nonexistent/ca.pem")

    assert portal.look_up(code, None) == Unreachable(Reach.TLS)


def test_a_fault_that_does_not_exist_is_named(simulator: PortalSimulator) -> None:
    with pytest.raises(ValueError, match="portal-timeout"):
        simulator.set_fault("no-such-fault")
