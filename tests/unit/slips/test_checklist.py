"""The slip of a guide, and the same list as text for a phone."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.domain.guide import UNSURE, Guide, Kind
from kiosk.domain.slip import Field, Headline, Item, Paragraph, QrCode
from kiosk.domain.text import Language, Words
from kiosk.domain.ward import Ward
from kiosk.slips.checklist import checklist_text, guide_slip
from kiosk.slips.qr import LONGEST


def unsure(guide: Guide) -> dict[str, str]:
    """Somebody who answers every question with "Tôi không chắc"."""
    answers: dict[str, str] = {}
    while question := guide.next_question(answers):
        answers[question.id] = UNSURE
    return answers


def guide_called(guides: tuple[Guide, ...], kind: Kind) -> Guide:
    return next(guide for guide in guides if guide.kind is kind)


def test_documents_are_boxes_and_steps_are_numbered(
    guides: tuple[Guide, ...], ward: Ward, words: Words, now: datetime
) -> None:
    for guide in guides:
        answers = unsure(guide)
        slip = guide_slip(guide, answers, ward, words, now)
        items = [block for block in slip.blocks if isinstance(block, Item)]
        boxes = [item.text for item in items if not item.number]
        wanted = [document.name.in_(words.language) for document in guide.documents_for(answers)]
        assert [box.replace("\n", " ") for box in boxes] == [w.replace("\n", " ") for w in wanted]
        numbers = [item.number for item in items if item.number]
        assert numbers == list(range(1, len(guide.steps_for(answers)) + 1))
        assert "\n" not in "".join(item.text + item.note for item in items)
        assert slip.more


def test_the_code_is_the_portal_s_page_where_there_is_one(
    guides: tuple[Guide, ...], ward: Ward, words: Words, now: datetime
) -> None:
    guide = replace(guides[0], kind=Kind.SERVICE, phone_url="https://example.vn/a")
    slip = guide_slip(guide, {}, ward, words, now)
    assert slip.qr == "https://example.vn/a"
    assert [b.content for b in slip.blocks if isinstance(b, QrCode)] == [slip.qr]


def test_without_a_page_the_code_is_the_list_itself(
    guides: tuple[Guide, ...], ward: Ward, words: Words, now: datetime
) -> None:
    guide = replace(guides[0], phone_url="")
    answers = unsure(guide)
    slip = guide_slip(guide, answers, ward, words, now)
    assert slip.qr == checklist_text(guide, answers, words, words.language)


@pytest.mark.parametrize("language", list(Language))
def test_the_list_fits_a_code_and_is_plain_text(
    guides: tuple[Guide, ...], all_words: dict[Language, Words], language: Language
) -> None:
    for guide in guides:
        answers = unsure(guide)
        text = checklist_text(guide, answers, all_words[language], language)
        assert 0 < len(text.encode()) <= LONGEST
        assert unicodedata.is_normalized("NFC", text)
        assert "\u00a0" not in text
        assert text.startswith(" ".join(guide.title.in_(language).split()))


def test_a_list_too_long_ends_at_a_line_and_says_so(
    guides: tuple[Guide, ...], vietnamese: Words
) -> None:
    guide = guides[0]
    many = replace(guide, documents=tuple(replace(guide.documents[0], when={}) for _ in range(40)))
    lines = checklist_text(many, {}, vietnamese, Language.VI).splitlines()
    assert lines[-1] == "…"
    assert len(set(lines[2:-1])) == 1


def test_the_e_id_slip_is_a_personal_list_without_fees(
    guides: tuple[Guide, ...], ward: Ward, vietnamese: Words, now: datetime
) -> None:
    guide = guide_called(guides, Kind.EID)
    slip = guide_slip(guide, unsure(guide), ward, vietnamese, now)
    head = slip.blocks[0]
    assert isinstance(head, Headline)
    assert head.note == "Việc của riêng bạn"
    assert not [block for block in slip.blocks if isinstance(block, Field)]
    assert slip.qr == checklist_text(guide, unsure(guide), vietnamese, Language.VI)


def test_the_source_and_its_date_stand_at_the_foot(
    guides: tuple[Guide, ...], ward: Ward, words: Words, now: datetime
) -> None:
    for guide in guides:
        slip = guide_slip(guide, {}, ward, words, now)
        feet = " ".join(block.text for block in slip.blocks if isinstance(block, Paragraph))
        assert guide.source.decision in feet
        assert f"{guide.source.checked:%d/%m/%Y}" in feet
