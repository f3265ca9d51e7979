"""docs/printing-faults.md, walked row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.catalogue.words import load_words
from kiosk.domain.text import Language
from kiosk.settings.places import CHECKOUT, assets_dir
from printer.state import WORDS, Outcome, PrinterState, Result
from tests.contract.printer.fault_scenarios import SCENARIOS, Bench
from tests.helpers.print_service import wait_for

TEXTS = load_words(assets_dir() / "i18n")[Language.VI].named
NOBODY = "nobody reads"


@dataclass(frozen=True, slots=True)
class Row:
    citizen: str
    officer: str
    phase: str
    paper: str


def rows() -> dict[str, Row]:
    text = (CHECKOUT / "docs" / "printing-faults.md").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if name := re.fullmatch(r"`([a-z-]+)`", cells[0]):
            phase = re.match(r"`([a-z]+)`", cells[4])
            assert phase is not None, line
            found[name[1]] = Row(cells[2], cells[3], phase[1], cells[5])
    return found


ROWS = rows()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with ExitStack() as opened:
        yield Bench(tmp_path, opened)


def test_every_row_has_a_scenario_and_every_scenario_a_row() -> None:
    assert SCENARIOS.keys() == ROWS.keys()


def citizen_reads(outcome: Outcome) -> str:
    match outcome.result:
        case Result.PRINTED:
            return TEXTS["screens.printed.title"]
        case Result.UNCERTAIN:
            return TEXTS["screens.uncertain.title"]
        case Result.FAILED:
            state = outcome.state or PrinterState.UNKNOWN
            return TEXTS[f"screens.paper.why.{state.value.replace('-', '_')}"]
        case _:
            return NOBODY


@pytest.mark.parametrize("name", ROWS)
def test_what_happens_is_what_the_table_says(name: str, bench: Bench) -> None:
    row = ROWS[name]
    outcome = SCENARIOS[name](bench)
    assert outcome.result.value == row.phase
    assert citizen_reads(outcome).replace("\u00a0", " ") == row.citizen
    wait_for(lambda: WORDS[bench.service.client.status()].officer.vi == row.officer)
    assert bench.paper() == row.paper
