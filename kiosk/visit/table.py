"""The table: on which page which event leads where. Nothing else decides where a person goes.

The picture of it in docs/visit.md is generated from here (`python -m kiosk.visit.diagram`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.visit import events as on
from kiosk.visit import guiding, looking_up, moves, printing
from kiosk.visit.moves import Move
from kiosk.visit.pages import PASSING, Page
from kiosk.visit.state import Visit


@dataclass(frozen=True, slots=True)
class Rule:
    """What an event does; `to` lists every page it may lead to, empty when it stays."""

    do: Callable[[Visit, Any], Move]
    to: tuple[Page, ...] = ()


P = Page
_LANDING = (P.QUESTION, P.SERVICE, P.STEPS, P.CHECKLIST)
_ASK_FROM = (P.HOME, P.CODE, P.SECRET)
_READ_FROM = (P.HOME, P.QUESTION, P.SERVICES, P.SEARCH)
_SCAN = Rule(looking_up.scan, (P.ASKING, P.SECRET, P.CODE))
_PRINT = Rule(printing.print_, (P.PRINTING,))
_CHOOSE = Rule(guiding.choose, _LANDING)
_OPEN_CODE = Rule(looking_up.open_code, (P.CODE,))
_RELATED = Rule(guiding.open_related, (P.SEARCH,))
_HITS = Rule(guiding.take_hits)

_NO_VISIT = frozenset({P.ATTRACT})
_OPEN = tuple(page for page in Page if page not in _NO_VISIT)
_CALM = tuple(page for page in _OPEN if page not in (*PASSING, P.IDLE, P.RATE))
_UNSCANNED = tuple(page for page in _CALM if page not in looking_up.OPEN_TO_SCANS)

EVERYWHERE: dict[type, tuple[tuple[Page, ...], Rule]] = {
    on.BackWanted: (
        tuple(p for p in _CALM if p not in (P.HOME, P.SORRY)),
        Rule(moves.back, tuple(p for p in _CALM if p is not P.HELP)),
    ),
    on.HomeWanted: (tuple(p for p in _OPEN if p is not P.HOME), Rule(moves.home, (P.HOME,))),
    on.HelpWanted: (
        tuple(p for p in _CALM if p is not P.HELP),
        Rule(moves.help_, (P.HELP,)),
    ),
    on.EndWanted: (tuple(p for p in _OPEN if p is not P.RATE), Rule(moves.end, (P.RATE,))),
    on.LanguageChosen: (_OPEN, Rule(moves.choose_language)),
    on.TextSizeWanted: (_OPEN, Rule(moves.next_text_size)),
    on.ContrastWanted: (_OPEN, Rule(moves.switch_contrast)),
    on.Scanned: (tuple(p for p in Page if p in looking_up.OPEN_TO_SCANS), _SCAN),
    on.HitsCame: (_OPEN, _HITS),
    on.IdleReached: (_CALM, Rule(moves.warn, (P.IDLE,))),
    on.WentWrong: (_OPEN, Rule(moves.go_wrong, (P.SORRY,))),
}
"""Rules that hold on many pages; a page's own rule comes first."""

TABLE: dict[tuple[Page, type], Rule] = {
    (P.ATTRACT, on.Started): Rule(moves.start, (P.HOME,)),
    (P.ATTRACT, on.Scanned): Rule(looking_up.start_by_scan, (P.ASKING, P.SECRET, P.CODE)),
    (P.HOME, on.GuideChosen): _CHOOSE,
    (P.HOME, on.ServicesWanted): Rule(guiding.open_services, (P.SERVICES,)),
    (P.HOME, on.GuidesAwaited): Rule(guiding.await_guides, (P.OPENING,)),
    (P.HOME, on.LookupWanted): _OPEN_CODE,
    (P.OPENING, on.GuidesCame): Rule(guiding.go_on, (P.HOME, P.SERVICES, *_LANDING)),
    (P.OPENING, on.BackWanted): Rule(moves.back, (P.HOME,)),
    (P.QUESTION, on.Answered): Rule(guiding.answer, (P.SERVICE, P.STEPS, P.CHECKLIST)),
    (P.QUESTION, on.GuideChosen): Rule(guiding.lead_on, _LANDING),
    (P.QUESTION, on.BackWanted): Rule(guiding.back_from_question, (P.HOME, P.SERVICES, P.SEARCH)),
    (P.SERVICES, on.AudienceChosen): Rule(guiding.choose_audience),
    (P.SERVICES, on.LifeEventChosen): Rule(guiding.open_event, (P.SEARCH, *_LANDING)),
    (P.SERVICES, on.SearchWanted): Rule(guiding.open_search, (P.SEARCH,)),
    (P.SEARCH, on.QueryTyped): Rule(guiding.type_query),
    (P.SEARCH, on.GuideChosen): _CHOOSE,
    (P.SEARCH, on.ProcedureChosen): Rule(guiding.open_procedure, (P.PROCEDURE,)),
    (P.SEARCH, on.ServicesWanted): Rule(guiding.open_services, (P.SERVICES,)),
    (P.SERVICE, on.Ticked): Rule(guiding.tick),
    (P.SERVICE, on.StepsWanted): Rule(guiding.open_steps, (P.STEPS,)),
    (P.SERVICE, on.RelatedWanted): _RELATED,
    (P.SERVICE, on.PhoneWanted): Rule(guiding.open_phone, (P.PHONE,)),
    (P.SERVICE, on.PrintWanted): _PRINT,
    (P.SERVICE, on.BackWanted): Rule(guiding.back_from_guide, _READ_FROM),
    (P.STEPS, on.NextWanted): Rule(guiding.next_step, (P.CHECKLIST, P.PHONE, P.SERVICE)),
    (P.STEPS, on.PreviousWanted): Rule(guiding.previous_step, (*_READ_FROM, P.SERVICE)),
    (P.STEPS, on.BackWanted): Rule(guiding.previous_step, (*_READ_FROM, P.SERVICE)),
    (P.STEPS, on.PrintWanted): _PRINT,
    (P.CHECKLIST, on.Ticked): Rule(guiding.tick),
    (P.CHECKLIST, on.StepsWanted): Rule(guiding.open_steps, (P.STEPS,)),
    (P.CHECKLIST, on.RelatedWanted): _RELATED,
    (P.CHECKLIST, on.PhoneWanted): Rule(guiding.open_phone, (P.PHONE,)),
    (P.CHECKLIST, on.PrintWanted): _PRINT,
    (P.CHECKLIST, on.BackWanted): Rule(guiding.back_from_guide, (*_READ_FROM, P.STEPS)),
    (P.PHONE, on.PrintWanted): _PRINT,
    (P.CODE, on.CodeTyped): Rule(looking_up.type_code),
    (P.CODE, on.CodeGiven): Rule(looking_up.give_code, (P.SECRET, P.ASKING)),
    (P.SECRET, on.SecretTyped): Rule(looking_up.type_secret),
    (P.SECRET, on.SecretGiven): Rule(looking_up.give_secret, (P.ASKING,)),
    (P.SECRET, on.SecretMissing): Rule(looking_up.go_without_secret, (P.ASKING,)),
    (P.ASKING, on.LookupCame): Rule(looking_up.take_answer, (P.RESULT, P.TROUBLE, P.HANDOVER)),
    (P.ASKING, on.BackWanted): Rule(moves.back, _ASK_FROM),
    (P.RESULT, on.PrintWanted): _PRINT,
    (P.RESULT, on.LookupWanted): _OPEN_CODE,
    (P.TROUBLE, on.AgainWanted): Rule(looking_up.ask_again, (P.ASKING,)),
    (P.TROUBLE, on.LookupWanted): Rule(looking_up.correct_code, (P.CODE,)),
    (P.HANDOVER, on.PrintWanted): _PRINT,
    (P.HANDOVER, on.LookupWanted): Rule(looking_up.correct_code, (P.CODE,)),
    (P.PRINTING, on.PrintCame): Rule(printing.take_print, (P.PRINTED, P.UNCERTAIN, P.QR_INSTEAD)),
    (P.UNCERTAIN, on.SlipSeen): Rule(printing.see_slip, (P.PRINTED, P.QR_INSTEAD)),
    (P.QR_INSTEAD, on.AgainWanted): _PRINT,
    (P.IDLE, on.Extended): Rule(moves.extend, _CALM),
    (P.IDLE, on.Scanned): Rule(looking_up.wake_by_scan, (*_UNSCANNED, *_SCAN.to)),
    (P.IDLE, on.IdleOver): Rule(moves.time_out, (P.ATTRACT,)),
    (P.RATE, on.Rated): Rule(moves.rate, (P.ATTRACT,)),
    (P.RATE, on.EndWanted): Rule(moves.leave, (P.ATTRACT,)),
    (P.RATE, on.IdleReached): Rule(moves.leave, (P.ATTRACT,)),
}


def rule_for(page: Page, event: type) -> Rule | None:
    """The rule that holds, or None when the event means nothing on this page."""
    own = TABLE.get((page, event))
    if own is not None:
        return own
    pages, rule = EVERYWHERE.get(event, ((), None))
    return rule if page in pages else None
