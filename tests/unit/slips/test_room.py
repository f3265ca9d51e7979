"""What has no room on a slip or in its code is found before anybody prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kiosk.domain.guide import Guide
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.slips.room import too_much
from tests.helpers.fullest import fullest_guide


def test_the_shipped_guides_have_room(
    guides: tuple[Guide, ...], ward: Ward, all_words: Mapping[Language, Words], now: datetime
) -> None:
    assert [much for guide in guides for much in too_much(guide, ward, all_words, now)] == []


def test_more_papers_than_a_slip_holds_are_told_with_its_length(
    ward: Ward, all_words: Mapping[Language, Words], now: datetime
) -> None:
    (much,) = too_much(fullest_guide(), ward, all_words, now)
    assert 190 < much.mm < 300
    few = replace(fullest_guide(), documents=fullest_guide().documents[:3])
    assert list(too_much(few, ward, all_words, now)) == []


def test_a_code_that_lost_lines_is_told(
    ward: Ward, all_words: Mapping[Language, Words], now: datetime
) -> None:
    without_page = replace(fullest_guide(), phone_url="")
    assert next(much.mm for much in too_much(without_page, ward, all_words, now)) == 0
