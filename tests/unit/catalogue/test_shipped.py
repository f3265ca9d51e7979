"""The guides that ship: complete, unbroken, and right for each answer a person can give."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.load import Catalogue, load_catalogue
from kiosk.domain.guide import Audience, Guide, Kind
from kiosk.domain.text import Text

FOLDER = Path(__file__).parents[3] / "assets" / "guides"
CHECKED_SOON_AFTER = date(2026, 11, 26)

ASKED_FOR = {
    "birth": "1.001193",
    "death": "1.000656",
    "marriage": "1.000894",
    "single-status": "1.004873",
    "civil-extract": "2.000635",
    "certified-copy": "2.000815",
    "permanent-residence": "1.004222",
    "temporary-residence": "1.004194",
    "residence-confirmation": "1.010041",
    "id-card": "1.014061",
    "household-business": "1.001612",
    "social-allowance": "1.001776",
    "eid": "3.000228",
}


@cache
def shipped() -> Catalogue:
    return load_catalogue(FOLDER)


def guide(wanted: str) -> Guide:
    found = shipped().guide(wanted)
    assert found is not None
    return found


def texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def steps(wanted: str, **answers: str) -> list[str]:
    """The short Vietnamese names of the steps, on one line each."""
    asked = guide(wanted)
    assert asked.next_question(answers) is None, "an answer is missing"
    return [" ".join(step.short.vi.split()) for step in asked.steps_for(answers)]


def papers(wanted: str, **answers: str) -> list[str]:
    return [" ".join(paper.name.vi.split()) for paper in guide(wanted).documents_for(answers)]


def test_the_shipped_guides_have_no_problem() -> None:
    assert [str(problem) for problem in check_folder(FOLDER, today=CHECKED_SOON_AFTER)] == []


@pytest.mark.parametrize(("name", "code"), ASKED_FOR.items())
def test_each_service_asked_for_is_there_by_id_and_by_code(name: str, code: str) -> None:
    assert guide(name) is guide(code)


@pytest.mark.parametrize("name", ASKED_FOR)
def test_every_answer_leads_to_papers_and_steps(name: str) -> None:
    asked = guide(name)
    ways = list(asked.ways())
    assert len(ways) >= 3
    for answers in asked.own_ways():
        assert asked.documents_for(answers), answers
        count = len(asked.steps_for(answers))
        assert 3 <= count <= 6 if asked.kind is Kind.SERVICE else 1 <= count <= 10, answers


@pytest.mark.parametrize("name", ASKED_FOR)
def test_every_text_is_in_both_languages_and_composed(name: str) -> None:
    seen = [text for text in texts(guide(name)) if text]
    assert len(seen) > 40
    for text in seen:
        assert text.vi, text
        assert text.en, text
        assert unicodedata.is_normalized("NFC", text.vi), text


@pytest.mark.parametrize("name", ASKED_FOR)
def test_nobody_is_told_a_ward_has_checked_what_it_has_not(name: str) -> None:
    source = guide(name).source
    assert "Phường chưa kiểm tra" in " ".join(source.checker.vi.split())
    assert source.checked == date(2026, 11, 10)
    assert source.decision


def test_fees_and_times_are_those_of_the_decisions() -> None:
    told = {
        name: " ".join(f"{guide(name).fees[0].value.vi} {guide(name).times[0].value.vi}".split())
        for name in ASKED_FOR
    }
    assert told["birth"] == told["death"] == told["marriage"] == "Miễn phí 1 ngày"
    assert told["civil-extract"].startswith("8.000 đồng")
    assert told["certified-copy"].startswith("2.000 đồng")
    assert told["permanent-residence"] == "20.000 đồng 7 ngày làm việc"
    assert told["temporary-residence"] == "15.000 đồng 3 ngày làm việc"
    assert told["residence-confirmation"] == "Miễn phí 1 ngày làm việc"
    assert told["household-business"] == "Hỏi cán bộ 3 ngày làm việc"


def test_the_tiles_come_in_order_and_lead_somewhere() -> None:
    tiles = [event.id for event in shipped().tiles()]
    assert tiles[:4] == ["birth", "marriage", "residence", "id-card"]
    assert {"household-business", "allowance", "certify", "funeral"} <= set(tiles)
    assert all(len(event.name.vi.split("\n")) <= 2 for event in shipped().events)


@pytest.mark.parametrize("audience", Audience)
def test_there_is_something_for_everyone(audience: Audience) -> None:
    assert sum(audience in guide.audiences for guide in shipped().guides) >= 3


def test_a_birth_at_the_counter_needs_the_form_and_by_phone_does_not() -> None:
    assert "Tờ khai theo mẫu" in papers("birth", paper="yes", way="counter")
    assert "Tờ khai theo mẫu" not in papers("birth", paper="yes", way="phone")
    assert "Giấy cam đoan về việc sinh" in papers("birth", paper="none", way="phone")


def test_with_a_valid_card_level_two_is_one_visit_to_the_police() -> None:
    told = steps("eid", need="mine", card="yes", sim="yes", app="no", level2="no", level1="no")
    assert told == [
        "Cài VNeID",
        "Đăng ký mức 1",
        "Chụp khuôn mặt",
        "Đến công an",
        "Phiếu, vân tay",
        "Kích hoạt",
        "Đăng nhập",
    ]
    carried = papers("eid", need="mine", card="yes", sim="yes", app="no", level2="no", level1="no")
    assert "Thẻ căn cước gắn chip" in carried


def test_without_a_card_card_and_level_two_are_made_together() -> None:
    answers = {"need": "mine", "card": "no", "sim": "yes", "app": "yes", "level2": "no"}
    made = guide("eid").steps_for(answers)
    assert steps("eid", **answers) == ["Đến công an", "Phiếu, vân tay", "Kích hoạt", "Đăng nhập"]
    assert "Làm thẻ và mức 2" in " ".join(made[0].title.vi.split())
    assert "7 ngày làm việc" in " ".join(made[0].note.vi.split())


def test_whoever_has_level_two_in_use_only_signs_in() -> None:
    assert steps("eid", need="mine", card="yes", sim="yes", app="yes", level2="active") == [
        "Đăng nhập"
    ]


def test_a_level_two_never_opened_only_needs_activation() -> None:
    told = steps("eid", need="mine", card="yes", sim="no", app="no", level2="waiting")
    assert told == ["Số chính chủ", "Cài VNeID", "Kích hoạt", "Đăng nhập"]


def test_not_being_sure_of_anything_begins_with_an_officer() -> None:
    unsure = dict.fromkeys(("need", "card", "sim", "app", "level2", "level1"), "unsure")
    assert steps("eid", **unsure)[0] == "Hỏi cán bộ"
