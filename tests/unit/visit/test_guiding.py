"""Finding a guide, answering its questions, reading its steps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.count import Count
from kiosk.domain.guide import UNSURE, Audience, Guide
from kiosk.visit import events as on
from kiosk.visit.asks import Find, Tally
from kiosk.visit.machine import step
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from tests.unit.visit.sample import (
    ADVICE,
    BIRTH,
    EID,
    EID_BARE,
    EID_PAPERS,
    EID_STEPS,
    GUIDES,
    HITS,
    MARRIAGE,
    RESIDENCE,
    after,
    answered,
    asks_of,
)

HOME = after(Visit(), on.Started())
SERVICES = after(HOME, on.ServicesWanted())
SEARCH = after(SERVICES, on.SearchWanted())
MARRIED = after(SEARCH, on.GuideChosen(MARRIAGE))


@pytest.mark.parametrize(
    ("guide", "page"),
    [
        (EID, Page.QUESTION),
        (EID_STEPS, Page.STEPS),
        (EID_BARE, Page.CHECKLIST),
        (BIRTH, Page.QUESTION),
        (MARRIAGE, Page.SERVICE),
        (ADVICE, Page.STEPS),
    ],
    ids=lambda value: getattr(value, "id", value),
)
def test_a_guide_opens_on_what_it_has_to_say_first(guide: Guide, page: Page) -> None:
    assert after(SEARCH, on.GuideChosen(guide)).page is page
    assert after(SERVICES, on.LifeEventChosen("one", (guide,))).page is page


def test_who_you_are_filters_and_a_second_touch_takes_the_filter_off() -> None:
    company = after(SERVICES, on.AudienceChosen(Audience.COMPANY))
    assert company.audience is Audience.COMPANY
    assert after(company, on.AudienceChosen(Audience.OFFICIAL)).audience is Audience.OFFICIAL
    assert after(company, on.AudienceChosen(Audience.COMPANY)).audience is None


def test_the_filter_goes_with_the_search() -> None:
    company = after(SERVICES, on.AudienceChosen(Audience.COMPANY), on.SearchWanted())
    [find, _tally] = asks_of(company, on.QueryTyped("thuế"))
    assert find == Find(company.ticket + 1, "thuế", Audience.COMPANY)


def test_a_tile_with_several_guides_lists_them_until_something_is_typed() -> None:
    listed = after(SERVICES, on.LifeEventChosen("birth", GUIDES))
    assert (listed.page, listed.listed, listed.event_id) == (Page.SEARCH, GUIDES, "birth")
    assert after(listed, on.QueryTyped("k")).listed == ()


def test_hits_of_an_older_query_never_replace_those_of_a_newer() -> None:
    older = after(SEARCH, on.QueryTyped("kh"))
    newer = after(older, on.QueryTyped("khai"))
    assert step(newer, on.HitsCame(older.ticket, HITS)) == (newer, ())
    assert answered(newer, lambda ticket: on.HitsCame(ticket, HITS)).hits == HITS


def test_an_emptied_query_shows_nothing_and_asks_nobody() -> None:
    typed = after(SEARCH, on.QueryTyped("kh"))
    found = answered(typed, lambda ticket: on.HitsCame(ticket, HITS))
    emptied, asks = step(found, on.QueryTyped(""))
    assert (emptied.hits, asks) == ((), ())
    assert step(emptied, on.HitsCame(typed.ticket, HITS)) == (emptied, ())


def test_hits_that_come_late_never_fill_a_search_opened_anew() -> None:
    typed = after(SEARCH, on.QueryTyped("kh"))
    anew = after(typed, on.BackWanted(), on.SearchWanted())
    assert (anew.query, anew.hits) == ("", ())
    assert step(anew, on.HitsCame(typed.ticket, HITS)) == (anew, ())
    listed = after(typed, on.BackWanted(), on.LifeEventChosen("birth", GUIDES))
    assert step(listed, on.HitsCame(typed.ticket, HITS)) == (listed, ())


def test_hits_that_come_while_help_is_read_are_there_afterwards() -> None:
    typed = after(SEARCH, on.QueryTyped("kh"))
    helped = answered(after(typed, on.HelpWanted()), lambda ticket: on.HitsCame(ticket, HITS))
    assert helped.page is Page.HELP
    assert after(helped, on.BackWanted()).hits == HITS


def test_a_search_is_counted_with_its_first_letter_only() -> None:
    first = asks_of(SEARCH, on.QueryTyped("k"))
    assert Tally(Count.SEARCHED) in first
    typed = after(SEARCH, on.QueryTyped("k"))
    assert Tally(Count.SEARCHED) not in asks_of(typed, on.QueryTyped("kh"))


def test_the_last_answer_leads_on() -> None:
    asked = after(SEARCH, on.GuideChosen(BIRTH))
    assert after(asked, on.Answered("married", "yes")).page is Page.SERVICE
    first = after(HOME, on.GuideChosen(EID))
    last = after(first, on.Answered("card", UNSURE), on.Answered("level", UNSURE))
    assert (last.page, last.step) == (Page.STEPS, 0)
    papers = after(HOME, on.GuideChosen(EID_PAPERS), on.Answered("lost", "yes"))
    assert papers.page is Page.CHECKLIST


def test_an_answer_to_another_question_changes_nothing() -> None:
    first = after(HOME, on.GuideChosen(EID))
    second = after(first, on.Answered("card", "yes"))
    assert step(second, on.Answered("card", "yes")) == (second, ())
    assert step(first, on.Answered("level", "yes")) == (first, ())


def test_a_double_press_on_an_answer_answers_one_question() -> None:
    first = after(HOME, on.GuideChosen(EID))
    pressed = on.Answered("card", "yes")
    once = after(first, pressed)
    twice, _ = step(once, pressed)
    assert dict(twice.answers) == {"card": "yes"}


def test_another_guide_starts_clean() -> None:
    used = after(MARRIED, on.Ticked(0), on.StepsWanted(), on.NextWanted())
    back = after(used, on.BackWanted(), on.BackWanted(), on.BackWanted())
    assert back.page is Page.SEARCH
    other = after(back, on.GuideChosen(RESIDENCE))
    assert (other.guide, other.ticks, other.step, dict(other.answers)) == (
        RESIDENCE,
        frozenset(),
        0,
        {},
    )


def test_a_tick_comes_and_goes() -> None:
    ticked = after(MARRIED, on.Ticked(1))
    assert ticked.ticks == {1}
    assert after(ticked, on.Ticked(0)).ticks == {0, 1}
    assert after(ticked, on.Ticked(1)).ticks == frozenset()


def test_past_the_last_step_come_the_phone_the_service_or_the_check_list() -> None:
    onto_phone = after(MARRIED, on.StepsWanted(), on.NextWanted(), on.NextWanted())
    assert onto_phone.page is Page.PHONE
    no_page = after(SEARCH, on.GuideChosen(RESIDENCE), on.StepsWanted(), on.NextWanted())
    assert no_page.page is Page.SERVICE
    eid = after(HOME, on.GuideChosen(EID_STEPS), on.NextWanted())
    assert eid.page is Page.CHECKLIST


def test_the_phone_is_counted_whichever_way_leads_there() -> None:
    last_step = after(MARRIED, on.StepsWanted(), on.NextWanted())
    assert Tally(Count.PHONE_SHOWN) in asks_of(last_step, on.NextWanted())
    assert Tally(Count.PHONE_SHOWN) in asks_of(MARRIED, on.PhoneWanted())


def test_a_guide_is_counted_by_its_kind() -> None:
    assert asks_of(SEARCH, on.GuideChosen(MARRIAGE)) == (
        Tally(Count.GUIDED, f"{MARRIAGE.level}/{MARRIAGE.id}"),
    )
    assert asks_of(HOME, on.GuideChosen(EID)) == (Tally(Count.EID_GUIDED, f"{EID.level}/{EID.id}"),)


def test_a_guide_without_steps_has_no_step_page() -> None:
    advice = after(SEARCH, on.GuideChosen(ADVICE))
    assert step(advice, on.StepsWanted()) == (advice, ())


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_every_query_has_a_ticket_of_its_own(queries: list[str]) -> None:
    visit, tickets = SEARCH, []
    for query in queries:
        visit, asks = step(visit, on.QueryTyped(query))
        tickets += [ask.ticket for ask in asks if isinstance(ask, Find)]
        assert visit.query == query
    assert len(set(tickets)) == len(tickets) == sum(bool(query.strip()) for query in queries)


def test_pages_about_a_guide_always_have_one(visits: dict[Page, list[Visit]]) -> None:
    about = (Page.QUESTION, Page.SERVICE, Page.STEPS, Page.CHECKLIST, Page.PHONE)
    for page in about:
        assert all(visit.guide is not None for visit in visits[page])
    for visit in visits[Page.QUESTION]:
        assert visit.guide is not None
        assert visit.guide.next_question(visit.answers) is not None
    for visit in visits[Page.STEPS]:
        assert visit.guide is not None
        assert visit.step < len(visit.guide.steps_for(visit.answers))


def test_a_general_guide_ends_on_the_phone() -> None:
    read = after(SEARCH, on.GuideChosen(ADVICE), on.NextWanted())
    assert read.page is Page.STEPS
    assert after(read, on.NextWanted()).page is Page.PHONE


def test_an_answer_that_leads_on_opens_the_other_guide_and_back_returns_to_the_question() -> None:
    asked = after(HOME, on.GuideChosen(EID), on.Answered("card", "yes"))
    for other in (BIRTH, MARRIAGE, EID_STEPS):
        led = after(asked, on.GuideChosen(other))
        assert (led.guide, dict(led.answers)) == (other, {})
        back = after(led, on.BackWanted())
        assert (back.page, back.guide, dict(back.answers)) == (Page.QUESTION, EID, {"card": "yes"})


def test_questions_of_a_guide_that_was_led_to_go_back_one_by_one() -> None:
    led = after(HOME, on.GuideChosen(EID), on.GuideChosen(BIRTH), on.Answered("married", "yes"))
    assert led.page is Page.SERVICE
    again = after(led, on.BackWanted())
    assert (again.page, again.guide, dict(again.answers)) == (Page.QUESTION, BIRTH, {})
    assert after(again, on.BackWanted()).guide is EID


def test_how_a_person_reads_survives_going_back_from_where_they_were_led() -> None:
    led = after(HOME, on.GuideChosen(EID), on.GuideChosen(MARRIAGE), on.TextSizeWanted())
    back = after(led, on.BackWanted())
    assert back.text_size == 1
    assert back.ticket >= led.ticket


def test_related_guides_are_a_list_that_back_leaves_for_what_was_being_read() -> None:
    listed = after(MARRIED, on.RelatedWanted((BIRTH, RESIDENCE)))
    assert (listed.page, listed.listed, listed.guide) == (Page.SEARCH, (BIRTH, RESIDENCE), None)
    chosen = after(listed, on.GuideChosen(RESIDENCE))
    assert chosen.page is Page.SERVICE
    assert after(chosen, on.BackWanted()).listed == (BIRTH, RESIDENCE)
    assert after(chosen, on.BackWanted(), on.BackWanted()) == replace(MARRIED, ticket=listed.ticket)
    assert step(MARRIED, on.RelatedWanted(())) == (MARRIED, ())
