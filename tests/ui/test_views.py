"""Views as tables: a scene in, what the page shows out; no window needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.catalogue.highlight import highlight
from kiosk.domain.deadline import VIETNAM
from kiosk.domain.guide import Audience, Kind
from kiosk.domain.hit import Hit
from kiosk.domain.outcome import Found, NotPrinted, PrinterState
from kiosk.domain.text import Language
from kiosk.ui.gallery import TROUBLES
from kiosk.ui.scene import Scene
from kiosk.ui.views.frame import derive_frame
from kiosk.ui.views.guide import derive_guide
from kiosk.ui.views.paper import derive_paper
from kiosk.ui.views.question import QuestionView, derive_question
from kiosk.ui.views.result import derive_result
from kiosk.ui.views.services import derive_services
from kiosk.ui.views.trouble import derive_trouble
from kiosk.visit import events as on
from kiosk.visit.pages import Page
from kiosk.visit.state import RELATED, Visit
from tests.helpers.rooms import NOW

if TYPE_CHECKING:
    from kiosk.domain.outcome import LookupOutcome
    from kiosk.ui.scene import Place

TONES = {
    "processing": ("progress", "clock"),
    "overdue": ("red", "warning"),
    "supplement": ("amber", "warning"),
    "payment": ("amber", "warning"),
    "paused": ("amber", "info"),
    "ready": ("green", "check"),
    "returned": ("plain", "info"),
    "withdrawn": ("plain", "info"),
}


@pytest.mark.parametrize(("what", "tone"), TONES.items(), ids=list(TONES))
def test_each_state_of_a_dossier_has_its_own_look(
    place: Place, answers: dict[str, LookupOutcome], what: str, tone: tuple[str, str]
) -> None:
    found = answers[what]
    assert isinstance(found, Found)
    props = derive_result(Scene(Visit(outcome=found), place, found.dossier.fetched_at))
    assert (props.tone, props.icon) == tone
    assert props.state
    assert props.now_title


def test_the_reminder_is_offered_only_while_there_is_a_day_to_come(
    place: Place, answers: dict[str, LookupOutcome]
) -> None:
    found = answers["processing"]
    assert isinstance(found, Found)
    now = found.dossier.fetched_at
    visit = Visit(outcome=found)
    assert derive_result(Scene(visit, place, now)).qr_is_reminder
    assert not derive_result(Scene(visit, place, now + timedelta(days=60))).qr_is_reminder


def test_a_status_nobody_has_mapped_keeps_the_portals_own_words(
    place: Place, answers: dict[str, LookupOutcome]
) -> None:
    found = answers["unmapped"]
    assert isinstance(found, Found)
    props = derive_result(Scene(Visit(outcome=found), place, found.dossier.fetched_at))
    assert props.state == found.dossier.status_text


@pytest.mark.parametrize("name", list(TROUBLES))
@pytest.mark.parametrize("language", list(Language))
def test_every_trouble_says_what_happened_and_what_to_do(
    place: Place, name: str, language: Language
) -> None:
    visit = Visit(outcome=TROUBLES[name], code="H20.129-261105-0035", language=language)
    props = derive_trouble(Scene(visit, place, NOW))
    assert props.title
    assert props.happened
    assert props.todo
    assert bool(props.code) == props.can_correct
    assert bool(props.portal) == (not props.can_correct and name != "too-many")
    assert bool(props.staff) == bool(props.portal)


def test_staff_see_when_the_portal_last_answered(place: Place) -> None:
    visit = Visit(outcome=TROUBLES["timeout"], last_answer=NOW - timedelta(hours=26))
    props = derive_trouble(Scene(visit, place, NOW))
    assert f"{NOW - timedelta(hours=26):%H:%M %d/%m}" in props.staff
    assert "timeout" in props.staff


@pytest.mark.parametrize("state", list(PrinterState))
def test_the_paper_page_says_why_and_never_claims_what_the_printer_did_not(
    place: Place, state: PrinterState
) -> None:
    why = derive_paper(Scene(Visit(printed=NotPrinted(state)), place, NOW)).why
    assert why
    if state is not PrinterState.PAPER_OUT:
        assert "hết giấy" not in why


def test_ticks_follow_the_visit_and_facts_stay_short(place: Place) -> None:
    guide = place.guide("birth")
    assert guide is not None
    props = derive_guide(Scene(Visit(guide=guide, ticks=frozenset({1})), place, NOW))
    assert [row.checked for row in props.documents][:2] == [False, True]
    assert [row.icon for row in props.facts] == ["fee", "clock", "place"]
    assert props.phone == guide.phone_url


def test_the_old_level_is_a_setting(place: Place) -> None:
    guide = place.guide("birth")
    shown = derive_guide(Scene(Visit(guide=guide), place, NOW))
    hidden = derive_guide(Scene(Visit(guide=guide), replace(place, show_old_level=False), NOW))
    assert shown.old_level
    assert not hidden.old_level


def test_a_hit_marks_what_matches_and_escapes_the_rest(place: Place) -> None:
    guide = place.guide("birth")
    assert guide is not None
    words = frozenset({"khai", "sinh"})
    hit = Hit(guide.codes[0], guide.id, guide.title, 1.0, words=words)
    title = replace(guide.title, vi="A <b>&lt; khai sinh")
    strange = Hit("9.999999", "", title, 0.5, words=words)
    scene = Scene(Visit(query="khai sinh", hits=(hit, strange)), place, NOW)
    first, second = derive_services(scene, highlight).hits
    assert "<u>" in first.title
    assert "<b>" not in second.title
    assert second.guide == ""


def test_tiles_without_a_guide_for_this_audience_are_left_out(place: Place) -> None:
    everybody = derive_services(Scene(Visit(), place, NOW), highlight).tiles
    firm = Visit(audience=Audience.HOUSEHOLD_BUSINESS)
    assert 0 < len(derive_services(Scene(firm, place, NOW), highlight).tiles) < len(everybody)


@pytest.mark.parametrize("page", [page for page in Page if page is not Page.ATTRACT])
def test_every_page_but_the_first_has_bars_and_a_way_out(place: Place, page: Page) -> None:
    props = derive_frame(Scene(Visit(page=page, trail=(Page.HOME,)), place, NOW))
    assert props.bars
    assert props.can_end
    assert props.clock == "09:42"


def test_a_service_shows_the_facts_of_these_answers_and_this_day(place: Place) -> None:
    guide = place.guide("id-card")
    assert guide is not None

    def fee(need: str, now: datetime = NOW) -> str:
        visit = Visit(guide=guide, answers={"need": need})
        return derive_guide(Scene(visit, place, now)).facts[0].value

    assert fee("change") == "25.000\u00a0đồng"
    assert fee("lost") == "35.000\u00a0đồng"
    assert fee("first") == fee("unsure") == "Hỏi cán bộ"
    unsure = derive_guide(Scene(Visit(guide=guide, answers={"need": "first"}), place, NOW))
    assert unsure.facts[0].condition == ""
    assert fee("change", datetime(2027, 1, 1, tzinfo=VIETNAM)) == "Hỏi cán bộ"


def test_a_guide_without_facts_has_none_and_is_listed_by_what_it_is_for(place: Place) -> None:
    guide = place.guide("birth")
    assert guide is not None
    bare = replace(guide, kind=Kind.GENERAL, level=None, fees=(), times=(), places=())
    props = derive_guide(Scene(Visit(guide=bare), place, NOW))
    assert (props.facts, props.level_word, props.phone_files) == ((), "", False)
    (row,) = derive_services(Scene(Visit(listed=(bare,)), place, NOW), highlight).hits
    assert (row.line, row.badge) == (guide.summary.vi, "")


def test_an_answer_of_another_guide_opens_it(place: Place) -> None:
    eid = place.guide("eid")
    sent: list[on.Event] = []
    view = QuestionView(sent.append, place.guide)
    view.show(derive_question(Scene(Visit(guide=eid), place, NOW)))
    view.answer("child")
    view.answer("mine")
    assert sent == [
        on.GuideChosen(chosen) for chosen in place.guides if chosen.id == "eid-child"
    ] + [on.Answered("need", "mine")]


def test_related_guides_are_listed_under_their_own_heading(place: Place) -> None:
    listed = tuple(place.guides[:2])
    visit = Visit(event_id=RELATED, listed=listed)
    props = derive_services(Scene(visit, place, NOW), highlight)
    assert (props.heading, props.typing, len(props.hits)) == ("Việc liên quan", False, 2)
