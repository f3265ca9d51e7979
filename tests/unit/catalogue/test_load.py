"""Reading a folder of guides: what is wrong is said, and never hides what is right."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.load import Catalogue, load_catalogue, load_guides
from kiosk.domain.guide import UNSURE
from tests.conftest import Heard
from tests.unit.catalogue.guides import guide_text, write_folder

TODAY = date(2026, 11, 20)


def load(folder: Path, **guides: str) -> Catalogue:
    return load_catalogue(write_folder(folder, **guides))


def said(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in catalogue.problems]


def test_a_sound_guide_loads_without_a_problem(tmp_path: Path) -> None:
    catalogue = load(tmp_path, birth=guide_text())
    assert said(catalogue) == []
    assert [guide.id for guide in catalogue.guides] == ["birth"]
    assert load_guides(tmp_path) == catalogue.guides


def test_every_question_ends_with_not_being_sure(tmp_path: Path) -> None:
    (question,) = load(tmp_path, birth=guide_text()).guides[0].questions
    assert [choice.id for choice in question.choices] == ["parent", "other", UNSURE]
    assert question.choices[-1].label.vi == "Tôi không chắc"
    assert question.choices[-1].reason.en


def test_compounds_and_numbers_are_bound(tmp_path: Path) -> None:
    guide = load(tmp_path, birth=guide_text()).guides[0]
    assert guide.title.vi == "Đăng ký khai\u00a0sinh"
    assert guide.times[0].value.vi == "3\u00a0ngày"
    assert guide.channels[0].where.vi == "Quầy số\u00a02"


def test_texts_come_out_composed_even_when_typed_decomposed(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", guide_text())
    title = load(tmp_path, birth=typed).guides[0].title.vi
    assert title == unicodedata.normalize("NFC", title)
    assert title == "Đăng ký khai\u00a0sinh"


@pytest.mark.events("guides.left_out")
def test_a_broken_guide_does_not_take_the_others_down(tmp_path: Path, heard: Heard) -> None:
    torn = guide_text("death", 4)[:300]
    catalogue = load(tmp_path, birth=guide_text(), death=torn)
    assert [guide.id for guide in catalogue.guides] == ["birth"]
    assert [problem.file for problem in catalogue.problems] == ["death.toml"]
    assert heard.fields("guides.left_out") == [{"file": "death.toml", "problems": 1}]


@pytest.mark.events("guides.left_out")
def test_all_problems_of_a_guide_are_told_at_once(tmp_path: Path) -> None:
    wrong = (
        guide_text()
        .replace('level = "full"', 'level = "fulll"')
        .replace("keywords", "keyword")
        .replace(', en = "A parent." }', " }")
        .replace("2026-11-10", '"2026-11-10"')
        .replace('audiences = ["citizen"]', 'audiences = "citizen"')
    )
    catalogue = load(tmp_path, birth=wrong)
    told = "\n".join(said(catalogue))
    assert catalogue.guides == ()
    for sentence in (
        'birth.toml: level: "fulll" is none of full, partial, counter, did you mean "full"?',
        'birth.toml: keyword: is not a field here, did you mean "keywords"?',
        "birth.toml: keywords: is missing",
        "birth.toml: who.en: is missing",
        "birth.toml: source.checked: must be a date without quotation marks",
        "birth.toml: audiences: must be a list of words",
    ):
        assert sentence in told


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('who = ["other", "unsure"]', 'whom = ["other"]', 'no question "whom" is asked before'),
        ('who = ["other", "unsure"]', 'who = ["others"]', 'has no choice "others"'),
        ('id = "other"', 'id = "parent"', "two choices have the same id"),
        ('id = "birth"', 'id = "bird"', "write the file's own name"),
        ("https://example", "http://example", "https:// first"),
        ("1.001193", "1.1193", "is not a procedure code"),
        ('vi = "Cha hoặc mẹ."', 'vi = " "', "is empty"),
        ("[[document]]", "[document]", "must be a list of tables, each under [[document]]"),
    ],
)
@pytest.mark.events("guides.left_out")
def test_what_would_mislead_keeps_a_guide_off_the_screen(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    text = guide_text()
    assert old in text
    catalogue = load(tmp_path, birth=text.replace(old, new), other=guide_text("other", 4))
    assert [guide.id for guide in catalogue.guides] == ["other"]
    assert any(sentence in problem for problem in said(catalogue))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Làm a.", "Vui lòng làm a.", "say what to do instead"),
        ("Làm a.", "Làm a ngay!", 'says "!"'),
        ("Làm a.", "Đến UBND.", 'shortens "UBND"'),
        ("Làm a.", "a " * 15 + ".", "sentence of more than 14 words"),
        ("Đăng ký khai sinh", "Đăng ký khai\\nsinh", 'breaks the line inside "khai sinh"'),
        ("Đăng ký khai sinh", "Đăng ký khai sinh cho trẻ em vừa ra đời", "at most 26 fit"),
        ("Miễn phí", "Không mất tiền", "more than 2 words"),
        ('en = "First"', 'en = "Bước đầu"', "is the same in both languages"),
        ('events = ["birth"]', 'events = ["brith"]', 'no life event "brith"'),
        ("2026-11-10", "2026-11-21", "is still to come"),
        ("2026-11-10", "2025-11-10", "nobody checked the steps for 375 days"),
    ],
)
def test_what_only_reads_badly_is_told_but_shown(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    text = guide_text()
    assert old in text
    catalogue = load(tmp_path, birth=text.replace(old, new))
    assert len(catalogue.guides) == 1
    told = [str(problem) for problem in check_folder(tmp_path, today=TODAY)]
    assert any(sentence in problem for problem in told)


@pytest.mark.events("guides.left_out")
def test_a_step_that_no_answer_reaches_is_a_problem(tmp_path: Path) -> None:
    second = """
[[question]]
id = "more"
ask = { vi = "Còn gì?", en = "More?" }
when = { who = ["other"] }

[[question.choice]]
id = "yes"
icon = "check"
label = { vi = "Có", en = "Yes" }
reason = { vi = "Còn", en = "There is" }

[[document]]
name = { vi = "Giấy hai", en = "Paper two" }
when = { who = ["parent"], more = ["yes"] }
"""
    catalogue = load(tmp_path, birth=guide_text() + second)
    assert "birth.toml: document[2].when: no answers ever lead here; mend the when" in said(
        catalogue
    )


@pytest.mark.events("guides.left_out")
def test_answers_that_lead_to_no_step_are_a_problem(tmp_path: Path) -> None:
    only = guide_text().replace("actions =", 'when = { who = ["parent"] }\nactions =')
    told = said(load(tmp_path, birth=only))
    assert (
        "birth.toml: step: nobody is told what to do for: who = other; write a step for them"
        in told
    )


def test_a_code_in_two_guides_is_told(tmp_path: Path) -> None:
    told = said(load(tmp_path, birth=guide_text(), again=guide_text("again")))
    assert "birth.toml: codes: 1.001193 belongs to another guide too; take it out of one" in told


def test_a_tile_without_a_guide_is_dropped(tmp_path: Path) -> None:
    catalogue = load(tmp_path, birth=guide_text())
    assert [event.id for event in catalogue.events] == ["birth", "land"]
    assert [event.id for event in catalogue.tiles()] == ["birth"]


def test_a_guide_is_found_by_its_code(tmp_path: Path) -> None:
    catalogue = load(tmp_path, birth=guide_text())
    assert catalogue.guide("1.001193") is catalogue.guide("birth") is catalogue.guides[0]
    assert catalogue.guide("1.999999") is None


def test_a_missing_folder_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    catalogue = load_catalogue(tmp_path / "nowhere")
    assert catalogue.guides == catalogue.events == ()
    assert any("holds no guide" in problem for problem in said(catalogue))


@pytest.mark.events("guides.left_out")
def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, birth=guide_text())
    (folder / "old.toml").write_bytes("title = 'Kết hôn'".encode("utf-16"))
    catalogue = load_catalogue(folder)
    assert [guide.id for guide in catalogue.guides] == ["birth"]
    assert said(catalogue) == ["old.toml: is not saved as UTF-8 text; save it as UTF-8"]


def test_a_word_alone_on_a_headings_last_line_is_told(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, birth=guide_text().replace("Bước cuối", "Bước cuối\\ncùng"))
    told = [str(problem) for problem in check_folder(folder, today=TODAY)]
    assert len(told) == 1
    assert 'step[3].title.vi: leaves "cùng" alone on the last line' in told[0]
