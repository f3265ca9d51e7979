"""Every shipped guide on both papers and in both languages: its code is read back from the slip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pytest
from pyzbar.pyzbar import ZBarSymbol, decode

from kiosk.domain.guide import Answers, Guide, Kind
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.slips.checklist import CUT, guide_slip
from kiosk.slips.draw import draw

DOTS = {"80 mm": 576, "58 mm": 384}


def fullest_way(guide: Guide) -> Answers:
    """The answers of whoever needs the most papers."""
    return max(guide.own_ways(), key=lambda way: len(guide.documents_for(way)))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("paper", DOTS)
@pytest.mark.parametrize("language", Language)
def test_the_code_of_every_slip_is_read_back(
    guides: tuple[Guide, ...],
    ward: Ward,
    all_words: Mapping[Language, Words],
    now: datetime,
    paper: str,
    language: Language,
) -> None:
    unread = []
    for guide in guides:
        slip = guide_slip(guide, fullest_way(guide), ward, all_words[language], now)
        picture = draw(slip, DOTS[paper]).convert("L")
        found = [row.data.decode() for row in decode(picture, symbols=[ZBarSymbol.QRCODE])]
        if found != [slip.qr]:
            unread.append((guide.id, found))
    assert unread == []


def test_a_code_is_the_portal_page_or_the_whole_list(
    guides: tuple[Guide, ...], ward: Ward, all_words: Mapping[Language, Words], now: datetime
) -> None:
    for guide in guides:
        for language in Language:
            for answers in guide.own_ways():
                slip = guide_slip(guide, answers, ward, all_words[language], now)
                assert holds_all(guide, slip), (guide.id, answers)


def holds_all(guide: Guide, slip: Slip) -> bool:
    if guide.phone_url and guide.kind is not Kind.EID:
        return slip.qr == guide.phone_url
    return bool(slip.qr) and not slip.qr.endswith(CUT)
