"""Language, text size and contrast: they change how a page reads, never where a person is."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kiosk.domain.text import Language
from kiosk.visit import events as on
from kiosk.visit.machine import step, usable
from kiosk.visit.pages import Page
from kiosk.visit.state import TEXT_SIZES, Visit
from tests.unit.visit.sample import after

AIDS: dict[str, on.Event] = {
    "language": on.LanguageChosen(Language.EN),
    "text_size": on.TextSizeWanted(),
    "contrast": on.ContrastWanted(),
}


@pytest.mark.parametrize("name", AIDS)
@pytest.mark.parametrize("page", [p for p in Page if p is not Page.ATTRACT], ids=lambda p: p.value)
def test_an_aid_keeps_the_place_and_everything_typed(
    name: str, page: Page, visits: dict[Page, list[Visit]]
) -> None:
    for visit in visits[page][:40]:
        aided, asks = step(visit, AIDS[name])
        assert asks == ()
        changed = [
            f.name for f in fields(Visit) if getattr(aided, f.name) != getattr(visit, f.name)
        ]
        assert changed == [name]


@pytest.mark.parametrize("page", [p for p in Page if p is not Page.ATTRACT], ids=lambda p: p.value)
def test_aids_are_at_hand_all_through_a_visit(page: Page) -> None:
    assert all(usable(Visit(page=page), type(aid)) for aid in AIDS.values())


def test_the_first_touch_may_choose_the_language() -> None:
    assert after(Visit(), on.Started(Language.EN)).language is Language.EN


def test_text_sizes_come_round_again() -> None:
    visit = after(Visit(), on.Started())
    seen = []
    for _ in range(TEXT_SIZES):
        seen.append(visit.text_size)
        visit = after(visit, on.TextSizeWanted())
    assert seen == list(range(TEXT_SIZES))
    assert visit.text_size == 0


def test_contrast_goes_on_and_off() -> None:
    visit = after(Visit(), on.Started(), on.ContrastWanted())
    assert visit.contrast
    assert not after(visit, on.ContrastWanted()).contrast


def test_aids_outlive_home_but_not_the_visit() -> None:
    aided = after(Visit(), on.Started(Language.EN), on.TextSizeWanted(), on.ContrastWanted())
    home = after(aided, on.ServicesWanted(), on.HomeWanted())
    assert (home.language, home.text_size, home.contrast) == (Language.EN, 1, True)
    over = after(home, on.IdleReached(), on.IdleOver())
    assert (over.language, over.text_size, over.contrast) == (Language.VI, 0, False)
