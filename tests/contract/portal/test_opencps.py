"""The OpenCPS client against a portal that answers as the public source does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.deadline import Holidays, Timing, judge
from kiosk.domain.dossier import Dossier, Lock, Status, StepState
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.outcome import Found, NotFound, Refused
from kiosk.portal.opencps import OpenCpsPortal
from kiosk.portal.simulator import PortalSimulator
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


def code_of(simulator: PortalSimulator, what: str) -> DossierCode:
    code = parse(simulator.dossier(what).code)
    assert code is not None
    return code


def found(portal: OpenCpsPortal, code: DossierCode, secret: str | None) -> Dossier:
    outcome = portal.look_up(code, secret)
    assert isinstance(outcome, Found)
    assert outcome.unlocked == (secret is not None)
    return outcome.dossier


def test_the_simulator_has_no_case_that_goes_untested(simulator: PortalSimulator) -> None:
    assert {dossier.what for dossier in simulator.dossiers} == set(CASES)


@pytest.mark.parametrize("what", CASES)
def test_every_status_is_told_without_the_look_up_code(
    what: str, simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    dossier = found(portal, code_of(simulator, what), None)

    judged = judge(dossier, NOW, Holidays())
    assert (dossier.status, judged.timing) == CASES[what]
    assert dossier.code == simulator.dossier(what).code
    assert dossier.fetched_at == NOW
    assert (dossier.applicant, dossier.steps) == (None, ())
    assert len(simulator.requests) == 1


@pytest.mark.parametrize("what", sorted(CASES.keys() - {"without-secret"}))
def test_the_look_up_code_opens_steps_and_a_masked_name(
    what: str, simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    simulated = simulator.dossier(what)
    dossier = found(portal, code_of(simulator, what), simulated.secret)

    assert (dossier.status, judge(dossier, NOW, Holidays()).timing) == CASES[what]
    assert len(dossier.steps) == len(simulated.steps)
    name = str(simulated.row["applicantName"])
    assert (dossier.applicant is None) == (not name)
    assert dossier.applicant is None or dossier.applicant.casefold() != name.casefold()
    assert len(simulator.requests) == 3


def test_dates_come_in_vietnams_time_and_an_extension_counts_only_when_later(
    simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    extended = found(portal, code_of(simulator, "extended"), None)
    early = found(portal, code_of(simulator, "early"), None)

    assert extended.due is not None
    assert extended.extended_due is not None
    assert extended.due < NOW < extended.extended_due
    assert extended.due.utcoffset() == timedelta(hours=7)
    assert early.extended_due is None
    assert early.finished is not None
    assert early.returned is None
    assert found(portal, code_of(simulator, "returned"), None).returned is not None


def test_locks_and_unknown_statuses_keep_their_meaning(
    simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    assert found(portal, code_of(simulator, "paused"), None).lock is Lock.PAUSE
    assert found(portal, code_of(simulator, "locked"), None).lock is Lock.LOCK
    unmapped = found(portal, code_of(simulator, "unmapped"), None)
    assert (unmapped.status, unmapped.status_text) == (None, "Đang số hóa kết quả")


def test_a_province_maps_its_own_statuses(simulator: PortalSimulator) -> None:
    statuses = {"archiving_x": Status.READY}
    portal = OpenCpsPortal(simulator.url, simulator.group_id, statuses=statuses)

    assert found(portal, code_of(simulator, "unmapped"), None).status is Status.READY


def test_the_steps_say_where_the_dossier_stands(
    simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    secret = simulator.dossier("long").secret
    steps = found(portal, code_of(simulator, "long"), secret).steps
    ready = simulator.dossier("ready").secret

    states = [step.state for step in steps]
    assert states == [StepState.DONE] * 6 + [StepState.NOW] + [StepState.TO_COME] * 5
    assert [step.at is None for step in steps] == [False] * 7 + [True] * 5
    done = found(portal, code_of(simulator, "ready"), ready).steps
    assert {step.state for step in done} == {StepState.DONE}


def test_a_longer_code_that_begins_alike_is_another_dossier(
    simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    short, longer = simulator.dossier("processing"), simulator.dossier("longer-code")
    assert longer.code.startswith(short.code)

    assert found(portal, code_of(simulator, "processing"), None).code == short.code
    cut = parse(short.code[:-1] + "9")
    assert cut is not None
    assert portal.look_up(cut, None) == NotFound()


@pytest.mark.parametrize("secret", ["0000", "ABCD", "A B", "x\r\nHost: y", "Ộ", "a" * 99])
def test_a_wrong_look_up_code_and_no_such_dossier_are_one_answer(
    secret: str, simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    nobody = parse("H20.129-261124-9999")
    assert nobody is not None

    wrong = portal.look_up(code_of(simulator, "processing"), secret)
    asked = len(simulator.requests)
    unknown = portal.look_up(nobody, secret)

    assert wrong == unknown == NotFound(with_secret=True)
    assert len(simulator.requests) == 2 * asked


def test_the_look_up_code_is_taken_in_small_letters(
    simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    secret = simulator.dossier("processing").secret.lower()

    assert isinstance(portal.look_up(code_of(simulator, "processing"), secret), Found)


def test_a_receipt_without_a_code_opens_by_its_id_and_only_with_the_look_up_code(
    simulator: PortalSimulator, portal: OpenCpsPortal
) -> None:
    simulated = simulator.dossier("processing")
    for name in (str(simulated.number), str(simulated.row["referenceUid"])):
        code = parse(f"#{name}")
        assert code is not None
        assert found(portal, code, simulated.secret).code == simulated.code
        before = len(simulator.requests)
        assert portal.look_up(code, None) == NotFound()
        assert len(simulator.requests) == before


def test_a_foreign_group_finds_nothing(simulator: PortalSimulator) -> None:
    stranger = OpenCpsPortal(simulator.url, "1")

    assert stranger.look_up(code_of(simulator, "processing"), None) == NotFound()


@pytest.mark.events("portal.refused")
def test_a_portal_that_is_not_set_up_is_not_asked(simulator: PortalSimulator) -> None:
    assert OpenCpsPortal("", "").look_up(code_of(simulator, "processing"), None) == Refused()


@pytest.mark.parametrize("tail", ["/", "/o/rest/v2", "/o/rest/v2/"])
def test_the_address_may_end_as_people_write_it(tail: str, simulator: PortalSimulator) -> None:
    portal = OpenCpsPortal(simulator.url + tail, simulator.group_id)

    assert isinstance(portal.look_up(code_of(simulator, "processing"), None), Found)
