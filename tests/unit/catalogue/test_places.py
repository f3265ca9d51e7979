"""The ward's own words in a guide's texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.catalogue.load import load_catalogue
from kiosk.catalogue.places import NOWHERE, PLACES, fill
from kiosk.domain.text import Language
from kiosk.domain.ward import Ward
from tests.unit.catalogue.guides import guide_text, write_folder

HERE = Ward(
    name="Phường Cao Lãnh",
    office="UBND phường Cao Lãnh",
    province="Tỉnh Đồng Tháp",
    counter="quầy số 2",
    hotline_eid="1900 0368",
    hours=("Thứ Hai – Thứ Sáu: 7:00 – 11:30",),
)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Đến công an {ward}.", "Đến công an phường Cao Lãnh."),
        ("{ward} cấp.", "Phường Cao Lãnh cấp."),
        ("Nộp trước. {counter} nhận.", "Nộp trước. Quầy số 2 nhận."),
        ("Hỏi\n{counter}", "Hỏi\nquầy số 2"),
        ("Gọi {hotline_eid}", "Gọi 1900 0368"),
        ("{hours}", "Thứ Hai – Thứ Sáu: 7:00 – 11:30"),
        ("Không có gì", "Không có gì"),
    ],
)
def test_a_placeholder_says_what_the_settings_say(written: str, said: str) -> None:
    assert fill(written, Language.VI, HERE) == said


def test_without_a_counter_an_officer_is_named_in_each_language() -> None:
    assert fill("Hỏi {counter}.", Language.VI, NOWHERE) == "Hỏi cán bộ."
    assert fill("Ask {counter}.", Language.EN, NOWHERE) == "Ask an officer."


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", Language)
def test_every_place_can_be_filled(place: str, language: Language) -> None:
    assert "{" not in fill(f"x {{{place}}}", language, HERE)


@pytest.mark.events("guides.left_out")
def test_another_word_in_braces_keeps_the_guide_off_the_screen(tmp_path: Path) -> None:
    text = guide_text().replace("Quầy số 2", "Công an {wrad}")
    catalogue = load_catalogue(write_folder(tmp_path, birth=text), HERE)
    assert catalogue.guides == ()
    told = "\n".join(map(str, catalogue.problems))
    assert 'channel[1].where.vi: holds "{wrad}"' in told
    assert 'did you mean "ward"?' in told
