"""Every status and every generation of code, in both dialects, by real HTTP."""

from __future__ import annotations

import pytest

from kiosk.domain.deadline import Holidays, Timing, judge
from kiosk.domain.dossier import Dossier, Status
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import Found, NotFound
from kiosk.portal.protocol import Portal
from kiosk.portal.simulator import Dialect, PortalSimulator
from kiosk.portal.simulator.dossiers import make_dossiers
from tests.contract.portal.conftest import NOW

CASES = {
    "submitted": (Status.SUBMITTED, Timing.UNDATED),
    "received": (Status.RECEIVED, Timing.ON_TIME),
    "not-accepted": (Status.NOT_ACCEPTED, Timing.CLOSED),
    "processing": (Status.PROCESSING, Timing.ON_TIME),
    "supplement": (Status.SUPPLEMENT_WANTED, Timing.WAITING),
    "payment": (Status.PAYMENT_WANTED, Timing.WAITING),
    "withdrawn": (Status.WITHDRAWN, Timing.CLOSED),
    "stopped": (Status.STOPPED, Timing.CLOSED),
    "ready": (Status.READY, Timing.READY),
    "ready-by-post": (Status.READY, Timing.READY),
    "returned": (Status.RETURNED, Timing.CLOSED),
    "overdue": (Status.PROCESSING, Timing.OVERDUE),
    "due-today": (Status.PROCESSING, Timing.DUE_TODAY),
    "extended": (Status.PROCESSING, Timing.ON_TIME),
    "paused": (Status.PROCESSING, Timing.PAUSED),
    "locked": (Status.PROCESSING, Timing.PAUSED),
    "supplement-late": (Status.SUPPLEMENT_WANTED, Timing.WAITING),
    "early": (Status.READY, Timing.READY),
    "unmapped": (None, Timing.ON_TIME),
    "empty": (Status.PROCESSING, Timing.UNDATED),
    "first-form": (Status.PROCESSING, Timing.ON_TIME),
    "central": (Status.PROCESSING, Timing.ON_TIME),
    "ministry": (Status.PROCESSING, Timing.ON_TIME),
    "dots-only": (Status.PROCESSING, Timing.ON_TIME),
    "long": (Status.PROCESSING, Timing.ON_TIME),
    "longer-code": (Status.RETURNED, Timing.CLOSED),
    "without-secret": (Status.PROCESSING, Timing.ON_TIME),
}


IGATE = {
    "paused": (Status.PROCESSING, Timing.ON_TIME),
    "locked": (Status.PROCESSING, Timing.OVERDUE),
}
"""iGate's public search tells of no lock."""


def code_of(simulator: PortalSimulator, what: str) -> DossierCode:
    code = parse(simulator.dossier(what).code)
    assert code is not None
    return code


def found(portal: Portal, code: DossierCode, secret: str | None) -> Dossier:
    outcome = portal.look_up(code, secret)
    assert isinstance(outcome, Found)
    assert outcome.unlocked == (secret is not None)
    return outcome.dossier


def test_the_simulator_has_no_case_that_goes_untested(simulator: PortalSimulator) -> None:
    assert {dossier.what for dossier in simulator.dossiers} == set(CASES)


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("what", CASES)
def test_every_status_is_told_without_the_look_up_code(
    what: str, dialect: Dialect, simulator: PortalSimulator, portal: Portal
) -> None:
    dossier = found(portal, code_of(simulator, what), None)

    judged = judge(dossier, NOW, Holidays())
    expected = CASES[what] if dialect is Dialect.OPENCPS else IGATE.get(what, CASES[what])
    assert (dossier.status, judged.timing) == expected
    assert dossier.code == simulator.dossier(what).code
    assert dossier.fetched_at == NOW
    assert (dossier.applicant, dossier.steps) == (None, ())
    assert len(simulator.requests) == (1 if dialect is Dialect.OPENCPS else 2)
    assert dossier.procedure_name == simulator.dossier(what).row["serviceName"]
    assert dossier.procedure_code == simulator.dossier(what).row["serviceCode"]


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("secret", [None, "ABCD"])
def test_a_code_that_nobody_has_is_not_found(
    secret: str | None, dialect: Dialect, simulator: PortalSimulator, portal: Portal
) -> None:
    nobody = parse("H20.129-261124-9999")
    assert nobody is not None

    opens = secret is not None and dialect is Dialect.OPENCPS
    assert portal.look_up(nobody, secret) == NotFound(with_secret=opens)
    assert len(simulator.requests) == 2 if opens or dialect is Dialect.IGATE else 1


@pytest.mark.parametrize("dialect", Dialect)
def test_a_longer_code_that_begins_alike_is_another_dossier(
    simulator: PortalSimulator, portal: Portal
) -> None:
    short, longer = simulator.dossier("processing"), simulator.dossier("longer-code")
    assert longer.code.startswith(short.code)

    assert found(portal, code_of(simulator, "processing"), None).code == short.code
    cut = parse(short.code[:-1] + "9")
    assert cut is not None
    assert portal.look_up(cut, None) == NotFound()


@pytest.mark.parametrize("dialect", Dialect)
def test_dates_come_in_vietnams_time(simulator: PortalSimulator, portal: Portal) -> None:
    extended = found(portal, code_of(simulator, "extended"), None)

    assert extended.deadline is not None
    assert extended.deadline > NOW
    assert extended.deadline.utcoffset() == NOW.utcoffset()
    assert extended.received is not None
    assert extended.received < NOW


@pytest.mark.parametrize("dialect", Dialect)
def test_a_status_nobody_has_mapped_keeps_the_portals_own_words(
    simulator: PortalSimulator, portal: Portal
) -> None:
    unmapped = found(portal, code_of(simulator, "unmapped"), None)

    assert (unmapped.status, unmapped.status_text) == (None, "Đang số hóa kết quả")


def test_the_same_seed_gives_the_same_people_and_another_one_others() -> None:
    people = [
        [(each.code, each.secret, each.row["applicantName"]) for each in make_dossiers(NOW, seed)]
        for seed in (7, 7, 8)
    ]

    assert people[0] == people[1]
    assert people[0] != people[2]
