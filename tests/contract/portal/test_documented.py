"""The fault table of docs/look-up.md says what the kiosk does, fault by fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.commands.lookup import exit_code
from kiosk.portal.simulator import FAULTS
from kiosk.ui.views.trouble import trouble_kind
from tests.contract.portal.test_faults import ANSWERED, EXPECTED, IGATE

TABLE = Path(__file__).parents[3] / "docs" / "look-up.md"


def rows() -> dict[str, list[str]]:
    """The table's rows by the fault they begin with."""
    text = TABLE.read_text(encoding="utf-8")
    section = text.partition("## Every fault")[2].partition("\n## ")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")]
             for line in section.splitlines() if line.startswith("|")]  # fmt: skip
    return {re.split(r"[ ,]", first)[0]: [first, *others] for first, *others in reversed(cells)}


def test_every_fault_has_its_row() -> None:
    assert set(FAULTS) <= rows().keys()


WAITED_FOR = {"portal-slow"}
"""At the shipped patience it is an answer."""


@pytest.mark.parametrize("fault", sorted(EXPECTED.keys() - WAITED_FOR))
def test_a_row_names_the_page_and_the_exit_code(fault: str) -> None:
    outcome, (_, _cause, page, code, _wait) = EXPECTED[fault], rows()[fault]
    assert page.split()[0] == trouble_kind(outcome)
    assert code.split()[0] == str(exit_code(outcome))


def test_what_differs_in_igate_is_named() -> None:
    assert "portal-token" in ANSWERED
    for fault, outcome in IGATE.items():
        assert trouble_kind(outcome) in rows()[fault][2]
