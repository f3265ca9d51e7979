"""What a printer says of itself, and what became of one slip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class PrinterState(Enum):
    """What the printer reported. Silence is UNKNOWN, never a guess at the paper."""

    READY = "ready"
    NEAR_END = "near-end"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    CUTTER = "cutter"
    OFFLINE = "offline"
    BUSY = "busy"
    UNKNOWN = "unknown"

    @property
    def can_print(self) -> bool:
        """Whether a slip started now is expected to come out."""
        return self in (PrinterState.READY, PrinterState.NEAR_END)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence in both languages, Vietnamese in NFC."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class StateWords:
    """What the person at the screen reads, and what the officer who can mend it reads."""

    citizen: Phrase
    officer: Phrase


_NO_SLIP = Phrase(
    "Máy chưa in được phiếu. Mời bạn chụp mã trên màn hình.",
    "No slip can be printed now. Please photograph the code on the screen.",
)

WORDS: Mapping[PrinterState, StateWords] = MappingProxyType(
    {
        PrinterState.READY: StateWords(
            Phrase("Máy in sẵn sàng.", "The printer is ready."),
            Phrase("Máy in sẵn sàng.", "The printer is ready."),
        ),
        PrinterState.NEAR_END: StateWords(
            Phrase("Máy in sẵn sàng.", "The printer is ready."),
            Phrase(
                "Máy in còn in được, giấy sắp hết. Chuẩn bị cuộn giấy mới.",
                "The printer still prints, the paper is nearly used up. Have a new roll at hand.",
            ),
        ),
        PrinterState.PAPER_OUT: StateWords(
            Phrase(
                "Máy in hết giấy. Mời bạn chụp mã trên màn hình.",
                "The printer is out of paper. Please photograph the code on the screen.",
            ),
            Phrase(
                "Hết giấy. Lắp cuộn giấy mới rồi đóng nắp.",
                "Out of paper. Put a new roll in and close the cover.",
            ),
        ),
        PrinterState.COVER_OPEN: StateWords(
            _NO_SLIP,
            Phrase(
                "Nắp máy in đang mở. Ấn nắp xuống đến khi nghe tiếng tách.",
                "The printer's cover is open. Press it down until it clicks.",
            ),
        ),
        PrinterState.CUTTER: StateWords(
            _NO_SLIP,
            Phrase(
                "Dao cắt giấy bị kẹt. Tắt máy in, gỡ giấy kẹt, rồi bật lại.",
                "The paper cutter is stuck. Switch the printer off, free the paper, switch it on.",
            ),
        ),
        PrinterState.OFFLINE: StateWords(
            _NO_SLIP,
            Phrase(
                "Không kết nối được máy in. Kiểm tra nguồn điện và dây cáp.",
                "The printer cannot be reached. Check its power and its cable.",
            ),
        ),
        PrinterState.BUSY: StateWords(
            Phrase("Máy in đang in. Mời bạn chờ.", "The printer is at work. Please wait."),
            Phrase(
                "Máy in đang bận với một phiếu hoặc một chương trình khác.",
                "The printer is busy with a slip or with another program.",
            ),
        ),
        PrinterState.UNKNOWN: StateWords(
            Phrase(
                "Chưa biết máy in có in được không. Mời bạn chụp mã trên màn hình.",
                "It is not known whether the printer works. Please photograph the code "
                "on the screen.",
            ),
            Phrase(
                "Máy in không trả lời. Tắt máy in, chờ 10 giây, rồi bật lại.",
                "The printer does not answer. Switch it off, wait 10 seconds, switch it on.",
            ),
        ),
    }
)
"""The words of every state."""


class Result(Enum):
    """What became of one slip.

    PRINTED: the printer itself confirmed it. UNCERTAIN: the bytes went out and no proof came
    back. FAILED, EXPIRED, CANCELLED: certainly no valid slip came out.
    """

    PRINTED = "printed"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one slip; `state` says why when the result is FAILED, else it is None."""

    result: Result
    state: PrinterState | None = None


PRINTED = Outcome(Result.PRINTED)
UNCERTAIN = Outcome(Result.UNCERTAIN)
EXPIRED = Outcome(Result.EXPIRED)
CANCELLED = Outcome(Result.CANCELLED)


def failed(state: PrinterState) -> Outcome:
    return Outcome(Result.FAILED, state)
