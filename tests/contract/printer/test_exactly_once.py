"""The short form of ``make soak``: a few slips of every kind on every link, struck by faults."""

from __future__ import annotations

import pytest

from printer.simulator.build import Acks
from tests.campaigns.print_exactly_once import KINDS, LINKS, campaign


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_slip_is_doubled_and_none_called_printed_that_is_not(kind: Acks, link: str) -> None:
    tally = campaign(kind, link, jobs=6, seed=7)
    assert tally.well, tally.row()
    assert tally.found["one"] + tally.found["marked"] == 6, tally.row()
