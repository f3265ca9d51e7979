"""Moves through the guides: finding one, answering its questions, reading its steps."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from kiosk.domain.count import Count
from kiosk.domain.guide import Answers, Guide, Kind
from kiosk.visit import events as on
from kiosk.visit.asks import Find, OpenGuides, Tally
from kiosk.visit.moves import Move, back, without_guide
from kiosk.visit.pages import Page
from kiosk.visit.state import RELATED, Visit


def open_services(visit: Visit, _event: on.ServicesWanted) -> Move:
    return without_guide(visit).to(Page.SERVICES), ()


def await_guides(visit: Visit, event: on.GuidesAwaited) -> Move:
    waiting = replace(visit, ticket=visit.ticket + 1, awaits_eid=event.eid)
    return waiting.to(Page.OPENING), (OpenGuides(waiting.ticket),)


def go_on(visit: Visit, event: on.GuidesCame) -> Move:
    """Where the person wanted to go while the guides were being read."""
    if event.ticket != visit.ticket:
        return visit, ()
    if not visit.awaits_eid:
        return visit.to(Page.SERVICES), ()
    if event.eid is None:
        return visit.home(), ()
    return choose(replace(visit, awaits_eid=False), on.GuideChosen(event.eid))


def choose_audience(visit: Visit, event: on.AudienceChosen) -> Move:
    """Touching the chosen one again takes the filter off."""
    audience = None if visit.audience is event.audience else event.audience
    return replace(visit, audience=audience), ()


def open_event(visit: Visit, event: on.LifeEventChosen) -> Move:
    """A tile with one guide leads straight into it; with several, to their list."""
    if len(event.guides) == 1:
        return choose(visit, on.GuideChosen(event.guides[0]))
    listed = replace(_unsearched(visit), event_id=event.event_id, listed=event.guides)
    return listed.to(Page.SEARCH), ()


def open_search(visit: Visit, _event: on.SearchWanted) -> Move:
    return _unsearched(visit).to(Page.SEARCH), ()


def type_query(visit: Visit, event: on.QueryTyped) -> Move:
    ticket = visit.ticket + 1
    typed = replace(visit, ticket=ticket, query=event.text, event_id="", listed=())
    if not event.text.strip():
        return replace(typed, hits=()), ()
    find = Find(ticket, event.text, visit.audience)
    return typed, (find,) if visit.query.strip() else (find, Tally(Count.SEARCHED))


def take_hits(visit: Visit, event: on.HitsCame) -> Move:
    if event.ticket != visit.ticket:
        return visit, ()
    return replace(visit, hits=event.hits), ()


def choose(visit: Visit, event: on.GuideChosen) -> Move:
    chosen = replace(without_guide(visit), guide=event.guide)
    return chosen.to(_first_page(event.guide)), (_tally(event.guide),)


def open_procedure(visit: Visit, event: on.ProcedureChosen) -> Move:
    return replace(visit, procedure=event.procedure).to(Page.PROCEDURE), ()


def lead_on(visit: Visit, event: on.GuideChosen) -> Move:
    """An answer that belongs to another guide: it opens, and Back leads to this question."""
    led = replace(visit.leading_on(), guide=event.guide, page=_first_page(event.guide))
    return led, (_tally(event.guide),)


def open_related(visit: Visit, event: on.RelatedWanted) -> Move:
    """The list of what is often needed too; Back from it leads to what is being read."""
    if not event.guides:
        return visit, ()
    listed = replace(visit.leading_on(), event_id=RELATED, listed=event.guides, page=Page.SEARCH)
    return listed, ()


def answer(visit: Visit, event: on.Answered) -> Move:
    """Keeps the answer if it is to the question being asked; the last one leads on."""
    guide = visit.guide
    asked = guide.next_question(visit.answers) if guide else None
    if guide is None or asked is None or asked.id != event.question_id:
        return visit, ()
    answers = MappingProxyType({**visit.answers, asked.id: event.choice_id})
    answered = replace(visit, answers=answers, ticks=frozenset(), step=0)
    if guide.next_question(answers) is not None:
        return answered, ()
    return answered.to(_page_after_questions(guide, answers)), ()


def back_from_question(visit: Visit, event: on.BackWanted) -> Move:
    """To the question before, or out of the questions from the first one."""
    if not visit.answers:
        return back(without_guide(visit), event)
    return replace(visit, answers=_without_last(visit)), ()


def back_from_guide(visit: Visit, event: on.BackWanted) -> Move:
    """From what the questions led to, back to the last question."""
    if visit.trail and visit.trail[-1] is Page.QUESTION:
        return replace(visit, answers=_without_last(visit), step=0).back(), ()
    return back(visit, event)


def tick(visit: Visit, event: on.Ticked) -> Move:
    return replace(visit, ticks=visit.ticks ^ {event.index}), ()


def open_steps(visit: Visit, _event: on.StepsWanted) -> Move:
    if visit.guide is None or not visit.guide.steps_for(visit.answers):
        return visit, ()
    return replace(visit, step=0).to(Page.STEPS), ()


def next_step(visit: Visit, _event: on.NextWanted) -> Move:
    """The next step; past the last one, to the check-list (e-ID, general) or onto the phone."""
    guide = visit.guide
    if guide is None:
        return visit, ()
    if visit.step + 1 < len(guide.steps_for(visit.answers)):
        return replace(visit, step=visit.step + 1), ()
    finished = (Tally(Count.GUIDE_FINISHED, _apart(guide)),)
    if guide.kind is not Kind.SERVICE and guide.documents_for(visit.answers):
        return visit.to(Page.CHECKLIST), finished
    if guide.kind is not Kind.SERVICE or guide.phone_url:
        shown, asks = open_phone(visit, on.PhoneWanted())
        return shown, (*finished, *asks)
    return visit.to(Page.SERVICE), finished


def previous_step(visit: Visit, _event: on.PreviousWanted | on.BackWanted) -> Move:
    if visit.step > 0:
        return replace(visit, step=visit.step - 1), ()
    return back_from_guide(visit, on.BackWanted())


def open_phone(visit: Visit, _event: on.PhoneWanted) -> Move:
    return visit.to(Page.PHONE), (Tally(Count.PHONE_SHOWN),)


def _first_page(guide: Guide) -> Page:
    return Page.QUESTION if guide.next_question({}) else _page_after_questions(guide, {})


def _page_after_questions(guide: Guide, answers: Answers) -> Page:
    """A service begins with what it needs; an e-ID or general guide is its steps."""
    if guide.kind is Kind.SERVICE:
        return Page.SERVICE
    return Page.STEPS if guide.steps_for(answers) else Page.CHECKLIST


def _tally(guide: Guide) -> Tally:
    what = Count.EID_GUIDED if guide.kind is Kind.EID else Count.GUIDED
    return Tally(what, _apart(guide))


def _apart(guide: Guide) -> str:
    """Guides are counted apart by level, as the reform indices ask, and by name."""
    level = guide.level.value if guide.level else "none"
    return f"{level}/{guide.id}"


def _unsearched(visit: Visit) -> Visit:
    """Nothing searched, and what is still being searched for comes too late."""
    return replace(visit, ticket=visit.ticket + 1, event_id="", listed=(), query="", hits=())


def _without_last(visit: Visit) -> MappingProxyType[str, str]:
    return MappingProxyType(dict(list(visit.answers.items())[:-1]))
