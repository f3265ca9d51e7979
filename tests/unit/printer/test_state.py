from __future__ import annotations

import unicodedata

import pytest

from printer.escpos.status import to_state
from printer.state import WORDS, PrinterState, Result

IDLE = 0x12


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((0x12, 0x12, 0x12, 0x12), PrinterState.READY),
        ((0x16, 0x12, 0x12, 0x12), PrinterState.READY),
        ((0x12, 0x12, 0x12, 0x1E), PrinterState.NEAR_END),
        ((0x1A, 0x12, 0x12, 0x72), PrinterState.PAPER_OUT),
        ((0x1A, 0x32, 0x12, 0x12), PrinterState.PAPER_OUT),
        ((0x1A, 0x16, 0x12, 0x72), PrinterState.COVER_OPEN),
        ((0x1A, 0x52, 0x1A, 0x12), PrinterState.CUTTER),
        ((0x1A, 0x12, 0x12, 0x12), PrinterState.OFFLINE),
        ((0x1A, 0x52, 0x32, 0x12), PrinterState.OFFLINE),
    ],
)
def test_status_bytes_become_the_worst_thing_they_say(
    answers: tuple[int, int, int, int], state: PrinterState
) -> None:
    assert to_state(*answers) is state


def test_names_are_those_that_scripts_rely_on() -> None:
    assert [state.value for state in PrinterState] == [
        "ready", "near-end", "paper-out", "cover-open", "cutter", "offline", "busy", "unknown",
    ]  # fmt: skip
    assert [result.value for result in Result] == [
        "printed", "uncertain", "failed", "expired", "cancelled",
    ]  # fmt: skip


def test_only_ready_and_near_end_can_print() -> None:
    assert {state for state in PrinterState if state.can_print} == {
        PrinterState.READY,
        PrinterState.NEAR_END,
    }


@pytest.mark.parametrize("state", PrinterState)
def test_every_state_has_plain_words_for_citizen_and_officer(state: PrinterState) -> None:
    words = WORDS[state]
    for phrase in (words.citizen, words.officer):
        for text in (phrase.vi, phrase.en):
            assert text.endswith(".")
            assert unicodedata.is_normalized("NFC", text)
            assert "!" not in text
            for sentence in text.rstrip(".").split(". "):
                assert len(sentence.split()) <= 14
        for unwanted in ("lỗi", "vui lòng"):
            assert unwanted not in phrase.vi.lower()


@pytest.mark.parametrize("state", PrinterState)
def test_no_state_claims_that_paper_is_missing_but_paper_out(state: PrinterState) -> None:
    says = "hết giấy" in WORDS[state].citizen.vi.lower()
    assert says is (state is PrinterState.PAPER_OUT)
