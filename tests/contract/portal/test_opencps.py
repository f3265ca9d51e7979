"""The OpenCPS client against a portal that answers as the public source does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.deadline import Holidays, judge
from kiosk.domain.dossier import Channel, Lock, Status, StepState
from kiosk.domain.dossier_code import parse
from kiosk.domain.outcome import Found, NotFound
from kiosk.portal.opencps import OpenCps
from kiosk.portal.protocol import Portal
from kiosk.portal.simulator import PortalSimulator
from tests.contract.portal.conftest import NOW
from tests.contract.portal.test_every_status import CASES, code_of, found
from tests.helpers.portals import client_of, one


@pytest.mark.parametrize("what", sorted(CASES.keys() - {"without-secret"}))
def test_the_look_up_code_opens_steps_and_a_masked_name(
    what: str, simulator: PortalSimulator, portal: Portal
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
    simulator: PortalSimulator, portal: Portal
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
    simulator: PortalSimulator, portal: Portal
) -> None:
    assert found(portal, code_of(simulator, "paused"), None).lock is Lock.PAUSE
    assert found(portal, code_of(simulator, "locked"), None).lock is Lock.LOCK
    unmapped = found(portal, code_of(simulator, "unmapped"), None)
    assert (unmapped.status, unmapped.status_text) == (None, "Đang số hóa kết quả")


def test_a_province_maps_its_own_statuses(simulator: PortalSimulator) -> None:
    statuses = {"archiving_x": Status.READY}
    portal = one(client_of(simulator, lambda: NOW, statuses))

    assert found(portal, code_of(simulator, "unmapped"), None).status is Status.READY


def test_the_steps_say_where_the_dossier_stands(simulator: PortalSimulator, portal: Portal) -> None:
    secret = simulator.dossier("long").secret
    steps = found(portal, code_of(simulator, "long"), secret).steps
    ready = simulator.dossier("ready").secret

    states = [step.state for step in steps]
    assert states == [StepState.DONE] * 6 + [StepState.NOW] + [StepState.TO_COME] * 5
    assert [step.at is None for step in steps] == [False] * 7 + [True] * 5
    done = found(portal, code_of(simulator, "ready"), ready).steps
    assert {step.state for step in done} == {StepState.DONE}


@pytest.mark.parametrize("secret", ["0000", "ABCD", "A B", "x\r\nHost: y", "Ộ", "a" * 99])
def test_a_wrong_look_up_code_and_no_such_dossier_are_one_answer(
    secret: str, simulator: PortalSimulator, portal: Portal
) -> None:
    nobody = parse("H20.129-261124-9999")
    assert nobody is not None

    wrong = portal.look_up(code_of(simulator, "processing"), secret)
    asked = len(simulator.requests)
    unknown = portal.look_up(nobody, secret)

    assert wrong == unknown == NotFound(with_secret=True)
    assert len(simulator.requests) == 2 * asked


def test_the_look_up_code_is_taken_in_small_letters(
    simulator: PortalSimulator, portal: Portal
) -> None:
    secret = simulator.dossier("processing").secret.lower()

    assert isinstance(portal.look_up(code_of(simulator, "processing"), secret), Found)


def test_a_receipt_without_a_code_opens_by_its_id_and_only_with_the_look_up_code(
    simulator: PortalSimulator, portal: Portal
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
    stranger = one(OpenCps(simulator.url, "1"))

    assert stranger.look_up(code_of(simulator, "processing"), None) == NotFound()


@pytest.mark.parametrize("tail", ["/", "/o/rest/v2", "/o/rest/v2/"])
def test_the_address_may_end_as_people_write_it(tail: str, simulator: PortalSimulator) -> None:
    portal = one(OpenCps(simulator.url + tail, simulator.group_id))

    assert isinstance(portal.look_up(code_of(simulator, "processing"), None), Found)


def test_what_the_office_wants_is_told_with_the_look_up_code_only(
    simulator: PortalSimulator, portal: Portal
) -> None:
    paper, money = simulator.dossier("supplement"), simulator.dossier("payment")

    assert found(portal, code_of(simulator, "supplement"), None).wanted == ""
    told = found(portal, code_of(simulator, "supplement"), paper.secret).wanted
    assert told == "Bổ sung bản vẽ mặt bằng có chữ ký của chủ nhà."
    asked = found(portal, code_of(simulator, "payment"), money.secret).wanted
    assert asked == "75.000 đồng – Lệ phí cấp giấy phép xây dựng"


def test_how_it_was_filed_and_how_the_result_comes_are_told(
    simulator: PortalSimulator, portal: Portal
) -> None:
    assert found(portal, code_of(simulator, "processing"), None).filed is Channel.ONLINE
    assert found(portal, code_of(simulator, "ready"), None).filed is Channel.COUNTER
    assert not found(portal, code_of(simulator, "ready"), None).by_post
    assert found(portal, code_of(simulator, "ready-by-post"), None).by_post
