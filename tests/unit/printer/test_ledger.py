from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from printer.ledger import Entry, Ledger, Phase


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Ledger("tcp://a", tmp_path)) as made:
        yield made


def test_an_unknown_key_is_new(ledger: Ledger) -> None:
    assert ledger.find("k") == Entry(Phase.NEW)
    assert not ledger.strip_pending


def test_a_step_outlives_the_process(ledger: Ledger, tmp_path: Path) -> None:
    ledger.enter("k", Phase.TAIL, strip_pending=True, cuts=41)
    with closing(Ledger("tcp://a", tmp_path)) as again:
        found = again.find("k")
        assert (found.phase, found.cuts, found.doubted) == (Phase.TAIL, 41, False)
        assert again.strip_pending


def test_another_printer_has_slips_and_paper_of_its_own(ledger: Ledger, tmp_path: Path) -> None:
    ledger.enter("k", Phase.PRINTED, strip_pending=True)
    with closing(Ledger("tcp://b", tmp_path)) as other:
        assert other.find("k").phase is Phase.NEW
        assert not other.strip_pending


def test_one_cut_more_proves_a_tail(ledger: Ledger) -> None:
    ledger.enter("k", Phase.TAIL, strip_pending=True, cuts=41)
    ledger.settle_tails(42)
    assert ledger.find("k").phase is Phase.PRINTED
    assert not ledger.strip_pending


@pytest.mark.parametrize("cuts", [None, 41, 43])
def test_any_other_count_proves_nothing_for_ever(ledger: Ledger, cuts: int | None) -> None:
    ledger.enter("k", Phase.TAIL, strip_pending=True, cuts=41)
    ledger.settle_tails(cuts)
    found = ledger.find("k")
    assert (found.phase, found.cuts) == (Phase.TAIL, None)
    assert ledger.strip_pending


def test_neither_keys_nor_addresses_are_on_disk(ledger: Ledger, tmp_path: Path) -> None:
    ledger.enter("H29.18-260101-0042", Phase.PRINTED, strip_pending=False)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"H29.18" not in kept
    assert b"tcp://" not in kept


def test_slips_are_forgotten_after_a_day(ledger: Ledger, tmp_path: Path) -> None:
    ledger.enter("old", Phase.PRINTED, strip_pending=False)
    with closing(sqlite3.connect(tmp_path / "spool.sqlite")) as file, file:
        file.execute("UPDATE slip SET at = at - 90000")
    ledger.enter("new", Phase.PRINTED, strip_pending=False)
    assert ledger.find("old").phase is Phase.NEW
    assert ledger.find("new").phase is Phase.PRINTED


def test_only_one_process_has_the_printer(ledger: Ledger, tmp_path: Path) -> None:
    with closing(Ledger("tcp://a", tmp_path)) as other, ledger.alone(0) as mine:
        assert mine
        with other.alone(0) as theirs:
            assert not theirs
    with ledger.alone(0) as again:
        assert again
