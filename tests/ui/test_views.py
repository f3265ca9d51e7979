"""Views as tables: a scene in, what the page shows out; no window needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.catalogue.highlight import highlight
from kiosk.domain.guide import Audience, Hit
from kiosk.domain.outcome import Found, NotPrinted, PrinterState
from kiosk.domain.text import Language
from kiosk.ui.gallery import TROUBLES
from kiosk.ui.scene import Scene
from kiosk.ui.views.frame import derive_frame
from kiosk.ui.views.guide import derive_guide
from kiosk.ui.views.paper import derive_paper
from kiosk.ui.views.result import derive_result
from kiosk.ui.views.services import derive_services
from kiosk.ui.views.trouble import derive_trouble
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
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
    hit = Hit(guide.codes[0], guide.id, guide.title, 1.0)
    strange = Hit("9.999999", "", replace(guide.title, vi="A <b>&lt; khai sinh"), 0.5)
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
