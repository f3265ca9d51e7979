"""Every screen there is, as visits at the moment they stand on it: for pictures and for tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kiosk.domain.guide import Guide, Hit
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
from kiosk.domain.slip import Slip
from kiosk.ui.scene import Place
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit

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
    hits = tuple(Hit(guide.codes[0], guide.id, guide.title, 1.0) for guide in place.guides)
    yield "search", Visit(page=Page.SEARCH, trail=trail, query="đăng ký", hits=hits)
    for guide in place.guides:
        answered = Visit(trail=trail, guide=guide)
        for question in _asked(answered):
            name = f"question-{guide.id}-{len(question.answers) + 1}"
            yield name, replace(question, page=Page.QUESTION)
            answered = question
        answered = _all_answered(guide, answered)
        steps = guide.steps_for(answered.answers)
        yield f"service-{guide.id}", replace(answered, page=Page.SERVICE)
        for number in range(len(steps)):
            yield f"steps-{guide.id}-{number + 1}", replace(answered, page=Page.STEPS, step=number)
        yield f"checklist-{guide.id}", replace(answered, page=Page.CHECKLIST)
        yield f"phone-{guide.id}", replace(answered, page=Page.PHONE)


def _asked(visit: Visit) -> Iterator[Visit]:
    """One visit for each question on the way of the first choices."""
    while visit.guide and (question := visit.guide.next_question(visit.answers)):
        yield visit
        first = question.choices[0].id
        visit = replace(visit, answers=MappingProxyType({**visit.answers, question.id: first}))


def _all_answered(guide: Guide, visit: Visit) -> Visit:
    """With the last choice for what is still open: the longest way through."""
    while question := guide.next_question(visit.answers):
        last = question.choices[-1].id
        visit = replace(visit, answers=MappingProxyType({**visit.answers, question.id: last}))
    return visit


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
