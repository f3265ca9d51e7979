"""What a service can answer, as closed unions: expected outcomes are values, not exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Found:
    """The portal knows the dossier. `unlocked` is true when the look-up code was accepted."""

    dossier: Dossier
    unlocked: bool


@dataclass(frozen=True, slots=True)
class BadCode:
    """What was typed or scanned is not a dossier code; nobody was asked."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """No such dossier, or the wrong look-up code: one answer for both, so that nobody can list."""

    with_secret: bool = False


class Reach(Enum):
    """Why the portal could not be reached."""

    NO_NETWORK = "no_network"
    DNS = "dns"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    TLS = "tls"
    CLOCK = "clock"
    """The portal's certificate is not valid yet: by this machine's clock, which must be wrong."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    cause: Reach


class Fault(Enum):
    """How an answer broke its promise."""

    SERVER_ERROR = "server_error"
    NOT_JSON = "not_json"
    BROKEN_JSON = "broken_json"
    WRONG_SHAPE = "wrong_shape"
    TOO_LARGE = "too_large"
    REDIRECTED = "redirected"


@dataclass(frozen=True, slots=True)
class BadAnswer:
    """The portal answered, but not with what it promised."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class Refused:
    """The portal turned the kiosk away (401, 403, wrong key).

    `clock_wrong` when the two clocks disagree so far that a key made from the minute cannot fit.
    """

    clock_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Busy:
    """The portal asked for patience (429), or failed so often that it is left alone for a while.

    `seconds` until it is asked again, 0 when unknown.
    """

    seconds: int = 0


@dataclass(frozen=True, slots=True)
class TooManyTries:
    """Codes were tried faster than a person reads them off a receipt; nobody was asked."""

    seconds: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """No portal answers a machine for this code: the person asks at `page` with their phone."""

    page: str


LookupOutcome = (
    Found
    | BadCode
    | NotFound
    | Unreachable
    | BadAnswer
    | Refused
    | Busy
    | TooManyTries
    | HandedOver
)


def kind_of(outcome: LookupOutcome) -> str:
    """The outcome's kind by name, for counting: nothing of the dossier or the code."""
    match outcome:
        case Unreachable(cause=cause):
            return cause.value
        case BadAnswer():
            return "bad_answer"
        case _:
            return _KINDS[type(outcome)]


_KINDS: dict[type, str] = {
    Found: "found",
    BadCode: "bad_code",
    NotFound: "not_found",
    Refused: "turned_away",
    Busy: "busy",
    TooManyTries: "too_many_tries",
    HandedOver: "handed_over",
}


class PrinterState(Enum):
    """What a printer says of itself; silence is UNKNOWN, never a guess."""

    READY = "ready"
    NEAR_END = "near-end"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    CUTTER = "cutter"
    OFFLINE = "offline"
    BUSY = "busy"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer itself confirmed that the slip is out."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Bytes went out and no proof came back: ask the person whether the slip is there."""


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Certainly no slip. `state` says why, as far as the printer told."""

    state: PrinterState


PrintOutcome = Printed | Uncertain | NotPrinted
