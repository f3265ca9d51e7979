"""Every screen there is, as visits at the moment they stand on it: for pictures and for tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kiosk.domain.hit import Hit, Why
from kiosk.domain.outcome import (
    BadAnswer,
    Busy,
    Fault,
    HandedOver,
    LookupOutcome,
    NotFound,
    NotPrinted,
    PrinterState,
    Reach,
    Refused,
    TooManyTries,
    Unreachable,
)
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Slip
from kiosk.domain.text import Text
from kiosk.ui.guide_pages import guide_pages
from kiosk.ui.scene import Place
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit

PROCEDURE = Procedure(
    "1.004441",
    "Cho phép trường mẫu giáo, trường mầm non, nhà trẻ tư thục hoạt động giáo dục trở lại sau khi"
    " bị đình chỉ hoạt động giáo dục, đăng ký lại",
    "Giáo dục mầm non",
    "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-4fc4-7716-bab8-167242b3fcda",
)
UNGUIDED = Hit(
    PROCEDURE.code,
    "",
    Text(PROCEDURE.name, PROCEDURE.name),
    0.4,
    words=frozenset({"đăng", "ký"}),
    procedure=PROCEDURE,
)
CODE = "H20.129-261105-0035"
TROUBLES: Mapping[str, LookupOutcome] = MappingProxyType(
    {
        "not-found": NotFound(),
        "wrong-secret": NotFound(with_secret=True),
        "no-network": Unreachable(Reach.NO_NETWORK),
        "portal-down": BadAnswer(Fault.SERVER_ERROR),
        "portal-strange": BadAnswer(Fault.NOT_JSON),
        "timeout": Unreachable(Reach.TIMEOUT),
        "tls": Unreachable(Reach.TLS),
        "refused": Refused(),
        "refused-clock": Refused(clock_wrong=True),
        "clock": Unreachable(Reach.CLOCK),
        "busy": Busy(),
        "resting": Busy(40),
        "too-many": TooManyTries(160),
    }
)


def gallery(place: Place, answers: Mapping[str, LookupOutcome]) -> Iterator[tuple[str, Visit]]:
    """A name and a visit for each screen. `answers` are look-ups to show, by name."""
    yield "attract", Visit()
    yield "home", Visit(page=Page.HOME)
    yield from _guides(place)
    yield from _lookups(answers)
    yield from _paper()
    inside = (Page.HOME,)
    yield "help", Visit(page=Page.HELP, trail=inside)
    yield "idle", Visit(page=Page.IDLE, trail=inside)
    yield "rate", Visit(page=Page.RATE)
    yield "sorry", Visit(page=Page.SORRY)


def _guides(place: Place) -> Iterator[tuple[str, Visit]]:
    trail = (Page.HOME, Page.SERVICES)
    yield "services", Visit(page=Page.SERVICES, trail=trail[:1])
    yield "search-empty", Visit(page=Page.SEARCH, trail=trail)
    words = frozenset({"đăng", "ký"})
    hits = tuple(
        Hit("", guide.id, guide.title, 1.0, Why.NAME, guide.keywords[0], words)
        for guide in place.guides[:11]
    )
    event = place.life_events[0].id if place.life_events else ""
    listed = Visit(page=Page.SEARCH, trail=trail, event_id=event, listed=place.guides)
    yield "search-listed", listed
    found = Visit(page=Page.SEARCH, trail=trail, query="đăng ký", hits=(*hits, UNGUIDED))
    yield "search", found
    yield "search-nothing", replace(found, query="xyz", hits=())
    yield "opening", Visit(page=Page.OPENING, trail=trail[:1])
    procedure = Visit(page=Page.PROCEDURE, trail=(*trail, Page.SEARCH), procedure=PROCEDURE)
    yield "procedure", procedure
    long = replace(PROCEDURE, name=f"{PROCEDURE.name}; " * 3)
    yield "procedure-long", replace(procedure, procedure=long)
    yield "procedure-bare", replace(procedure, procedure=replace(PROCEDURE, url=""))
    for guide in place.guides:
        for page, number, visit in guide_pages(guide, tuple(guide.own_ways())[:1]):
            yield f"{page}-{guide.id}{number}", visit


def _lookups(answers: Mapping[str, LookupOutcome]) -> Iterator[tuple[str, Visit]]:
    trail = (Page.HOME, Page.CODE)
    typing = Visit(page=Page.CODE, trail=trail[:1], code="H20.129-261105-00")
    yield "code", typing
    yield "code-doubtful", replace(typing, code="H20.129-261305-0035")
    yield "code-wrong", replace(typing, code_wrong=True)
    yield "code-card", replace(typing, code="", card_shown=True)
    yield "secret", Visit(page=Page.SECRET, trail=trail, code=CODE, secret="AB")  # noqa: S106
    yield "asking", Visit(page=Page.ASKING, trail=trail, code=CODE)
    for name, outcome in answers.items():
        yield f"result-{name}", Visit(page=Page.RESULT, trail=trail, code=CODE, outcome=outcome)
    for name, outcome in TROUBLES.items():
        yield f"trouble-{name}", Visit(page=Page.TROUBLE, trail=trail, code=CODE, outcome=outcome)
    handed = HandedOver("https://dichvucong.gov.vn/tra-cuu-ho-so")
    yield "handover", Visit(page=Page.HANDOVER, trail=trail, code=CODE, outcome=handed)


def _paper() -> Iterator[tuple[str, Visit]]:
    inside = Visit(trail=(Page.HOME,), slip=Slip((), CODE))
    yield "printing", replace(inside, page=Page.PRINTING)
    yield "printed", replace(inside, page=Page.PRINTED)
    yield "uncertain", replace(inside, page=Page.UNCERTAIN)
    for state in (PrinterState.PAPER_OUT, PrinterState.OFFLINE, PrinterState.UNKNOWN):
        failed = replace(inside, printed=NotPrinted(state))
        yield f"qr-{state.value}", replace(failed, page=Page.QR_INSTEAD)
