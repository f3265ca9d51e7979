"""Moves of the look-up: code, look-up code, asking, the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.domain import dossier_code
from kiosk.domain.count import Count
from kiosk.domain.deadline import Holidays, judge
from kiosk.domain.dossier_code import CardScan, CodeScan, UnknownScan
from kiosk.domain.outcome import Found, HandedOver, kind_of
from kiosk.domain.route import takes_secret
from kiosk.visit import events as on
from kiosk.visit.asks import Ask, LookUp, Tally
from kiosk.visit.moves import Move
from kiosk.visit.pages import Page
from kiosk.visit.state import SECRET_LENGTH, Visit

OPEN_TO_SCANS = frozenset(
    {Page.HOME, Page.CODE, Page.SECRET, Page.RESULT, Page.TROUBLE, Page.HANDOVER}
)
"""Where a scanned receipt leads on; elsewhere it would tear a person out of what they read."""

AFTER_CODE = frozenset({Page.SECRET, Page.RESULT, Page.TROUBLE, Page.HANDOVER})
"""Pages that are about one code; once another is on its way, Back must not return to them."""


def open_code(visit: Visit, event: on.LookupWanted) -> Move:
    """A fresh page for the code, whatever was looked up before."""
    return replace(_cleared(visit), code=event.prefix).to(Page.CODE), ()


def correct_code(visit: Visit, _event: on.LookupWanted) -> Move:
    """Back to the code as it was typed, to mend it; a portal's own number is not typed."""
    code = "" if visit.code.startswith("#") else visit.code
    return replace(_cleared(visit), code=code).to(Page.CODE), ()


def type_code(visit: Visit, event: on.CodeTyped) -> Move:
    return replace(visit, code=event.text, code_wrong=False, card_shown=False), ()


def give_code(visit: Visit, _event: on.CodeGiven) -> Move:
    """On to the look-up code where it opens anything, else straight to the portal."""
    code = dossier_code.parse(visit.code)
    if code is None:
        return replace(visit, code_wrong=True), ()
    given = replace(visit, code_wrong=False)
    return (given.to(Page.SECRET), ()) if takes_secret(visit.routes, code) else _ask(given)


def type_secret(visit: Visit, event: on.SecretTyped) -> Move:
    return replace(visit, secret=event.text), ()


def give_secret(visit: Visit, _event: on.SecretGiven) -> Move:
    if len(visit.secret) < SECRET_LENGTH:
        return visit, ()
    return _ask(visit)


def go_without_secret(visit: Visit, _event: on.SecretMissing) -> Move:
    return _ask(replace(visit, secret=""))


def ask_again(visit: Visit, _event: on.AgainWanted) -> Move:
    return _ask(visit.back())


def scan(visit: Visit, event: on.Scanned) -> Move:
    """A receipt leads on by itself; a card is gently refused and its content goes nowhere."""
    read = dossier_code.read_scan(event.text)
    match read:
        case CodeScan():
            scanned = replace(_cleared(visit), code=read.code.text, secret=read.secret or "")
            wanted = takes_secret(visit.routes, read.code) and not read.secret
            return (scanned.to(Page.SECRET), ()) if wanted else _ask(scanned)
        case CardScan():
            return replace(_cleared(visit), code="", card_shown=True).to(Page.CODE), ()
        case UnknownScan():
            return replace(_cleared(visit), code_wrong=True).to(Page.CODE), ()
        case _:
            assert_never(read)


def wake_by_scan(visit: Visit, event: on.Scanned) -> Move:
    """Scanning is activity: it takes the warning away, and leads on where a scan would."""
    awake = visit.back()
    return scan(awake, event) if awake.page in OPEN_TO_SCANS else (awake, ())


def start_by_scan(visit: Visit, event: on.Scanned) -> Move:
    """Somebody who holds a receipt under the scanner has already said what they want."""
    begun, asks = scan(replace(visit.home(), trail=()), event)
    return begun, (Tally(Count.VISIT_STARTED), *asks)


def take_answer(visit: Visit, event: on.LookupCame) -> Move:
    if event.ticket != visit.ticket:
        return visit, ()
    answered = replace(visit, outcome=event.outcome, last_answer=event.last_answer)
    if isinstance(event.outcome, HandedOver):
        return replace(answered, secret="").to(Page.HANDOVER), (Tally(Count.LOOKUP_HANDED_OVER),)
    if not isinstance(event.outcome, Found):
        return answered.to(Page.TROUBLE), (Tally(Count.LOOKUP_FAILED, kind_of(event.outcome)),)
    dossier = event.outcome.dossier
    late = judge(dossier, dossier.fetched_at, Holidays()).overdue
    counts = (Count.LOOKED_UP, Count.LOOKED_UP_OVERDUE) if late else (Count.LOOKED_UP,)
    return replace(answered, secret="").to(Page.RESULT), tuple(map(Tally, counts))


def _ask(visit: Visit) -> tuple[Visit, tuple[Ask, ...]]:
    """No page asks before its code was found to be one, so None here is only for the types."""
    code = dossier_code.parse(visit.code)
    if code is None:
        return visit, ()
    ticket = visit.ticket + 1
    asking = replace(visit, ticket=ticket, outcome=None).to(Page.ASKING)
    return asking, (LookUp(ticket, code, visit.secret or None),)


def _cleared(visit: Visit) -> Visit:
    """Without what was looked up before, and off the pages that were about it."""
    while visit.page in AFTER_CODE:
        visit = visit.back()
    return replace(
        visit, secret="", code_wrong=False, card_shown=False, outcome=None, slip=None, printed=None
    )
