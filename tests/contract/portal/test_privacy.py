"""Nothing about a person passes the boundary: neither outcomes, nor logs, nor exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.domain.dossier_code import parse
from kiosk.portal.http import Patience
from kiosk.portal.protocol import Portal
from kiosk.portal.simulator import FAULTS, Dialect, PortalSimulator
from tests.contract.portal.conftest import NOW
from tests.helpers.portals import portal_of

if TYPE_CHECKING:
    from tests.conftest import Heard

both = pytest.mark.parametrize("dialect", Dialect)
PRIVATE = ("applicantName", "applicantIdNo", "address", "contactTelNo", "contactEmail")


def private_values(simulator: PortalSimulator) -> set[str]:
    rows = [dossier.row for dossier in simulator.dossiers]
    values = {str(row[name]) for row in rows for name in PRIVATE}
    values |= {str(row["hasPassword"]) for row in rows}
    values |= {str(s["userName"]) for d in simulator.dossiers for u in d.steps
               for s in u["assignUsers"]}  # fmt: skip
    return {value.casefold() for value in values if value}


@both
def test_no_personal_value_is_in_an_outcome_or_in_the_log(
    simulator: PortalSimulator, portal: Portal, heard: Heard
) -> None:
    private = private_values(simulator)
    assert len(private) > 20

    for dossier in simulator.dossiers:
        code = parse(dossier.code)
        assert code is not None
        for secret in (None, "ZZZZ", dossier.secret or None):
            told = repr(portal.look_up(code, secret)).casefold()
            assert [value for value in private if value in told] == []

    logged = repr([vars(record) for record in heard.records]).casefold()
    assert heard.names().count("portal.answered") == 3 * len(simulator.dossiers)
    codes = {dossier.code.casefold() for dossier in simulator.dossiers}
    assert [value for value in private | codes if value in logged] == []


@pytest.mark.events(
    "portal.unreachable", "portal.bad_answer", "portal.refused", "portal.busy", "portal.clock_off"
)
@both
def test_no_fault_brings_a_code_into_the_log(simulator: PortalSimulator, heard: Heard) -> None:
    dossier = simulator.dossier("processing")
    code = parse(dossier.code)
    assert code is not None

    for fault in FAULTS:
        simulator.set_fault(fault)
        patience = Patience(connect=0.3, read=0.3, total=0.5)
        portal_of(simulator, patience, lambda: NOW).look_up(code, dossier.secret)

    logged = repr([vars(record) for record in heard.records])
    assert len(heard.records) == len(FAULTS) + 1
    assert dossier.code not in logged
    assert dossier.secret not in logged
