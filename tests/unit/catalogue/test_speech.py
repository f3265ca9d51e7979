"""Leftovers of Telex and VNI, slips, glued words, Southern words, fillers, and why a hit is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.catalogue.leftovers import composed
from kiosk.catalogue.load import load_guides
from kiosk.catalogue.search import Search
from kiosk.catalogue.speech import Speech, load_speech, speech_problems
from kiosk.catalogue.spelling import Spelling
from kiosk.domain.guide import Audience
from kiosk.domain.hit import Why
from kiosk.domain.procedure import Procedure

FOLDER = Path(__file__).parents[3] / "assets" / "guides"
LONG = Procedure("1.009999", "Đăng ký khai thác tuyến vận tải hành khách cố định", "Đường bộ")


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(load_guides(FOLDER), [LONG], load_speech(FOLDER))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("ddawng kys keets hoon", "marriage"),
        ("d9a8ng ky1 ket61 hon6", "marriage"),
        ("taamj trus", "temporary-residence"),
        ("dangkykhaisinh", "birth"),
        ("khai sihn", "birth"),
        ("chứng thuc bản xao", "certified-copy"),
        ("cho tui hỏi làm giấy khai sanh thì mần sao", "birth"),
        ("tạm tr", "temporary-residence"),
    ],
)
def test_what_fingers_and_ears_make_of_words_still_finds(
    search: Search, typed: str, wanted: str
) -> None:
    assert search.find(typed)[0].guide_id == wanted


def test_a_long_sentence_finds_it_near_the_top(search: Search) -> None:
    typed = "vợ chồng tui mới mướn nhà giờ phải khai tạm trú ở đâu"
    assert "temporary-residence" in [hit.guide_id for hit in search.find(typed)][:3]


def test_typed_marks_speak_for_the_word_that_has_them(search: Search) -> None:
    """ "bán" is to sell; "bản" is a copy."""
    unmarked = {hit.guide_id for hit in search.find("ban sao")}
    assert "civil-extract" in unmarked
    assert search.find("bản sao")[0].score > search.find("bán sao")[0].score


def test_a_hit_says_which_name_matched(search: Search) -> None:
    hit = search.find("giấy độc thân")[0]
    assert (hit.guide_id, hit.why) == ("single-status", Why.NAME)
    assert "độc thân" in hit.said


def test_a_hit_whose_title_matches_says_nothing_more(search: Search) -> None:
    hit = search.find("đăng ký khai sinh")[0]
    assert (hit.guide_id, hit.why, hit.said) == ("birth", Why.TITLE, "")
    assert {"đăng", "ký", "khai", "sinh"} <= hit.words


def test_the_words_of_a_hit_are_those_that_were_meant(search: Search) -> None:
    words = search.find("đăng ký")[0].words
    assert {"đăng", "ký"} <= words
    assert not words & {"danh", "dạng", "dâng"}


def test_a_word_that_only_begins_alike_is_not_marked_beside_the_word_itself() -> None:
    search = Search((), [Procedure("1.000001", "Cấp giấy phép khai thác tàu cá")])
    assert search.find("tàu cá")[0].words == {"tàu", "cá"}
    assert search.find("giay phep kh")[0].words == {"giấy", "phép", "khai"}


def test_a_former_code_says_so() -> None:
    guides = [
        replace(guide, former_codes=("2.999999",)) if guide.id == "birth" else guide
        for guide in load_guides(FOLDER)
    ]
    (hit,) = Search(guides).find("2.9999")
    assert (hit.guide_id, hit.why, hit.said) == ("birth", Why.FORMER_CODE, "2.999999")


def test_a_procedure_without_a_guide_comes_behind_the_guides(search: Search) -> None:
    hits = search.find("đăng ký khai")
    at = next(place for place, hit in enumerate(hits) if hit.procedure is not None)
    assert at > 0
    assert (hits[at].procedure, hits[at].guide_id) == (LONG, "")
    assert search.find("vận tải hành khách")[0].procedure == LONG


def test_a_procedure_fits_every_audience(search: Search) -> None:
    found = search.find("tuyến vận tải hành khách", audience=Audience.OFFICIAL)
    assert [hit.code for hit in found][:1] == [LONG.code]


def test_leftovers_are_composed_by_both_methods() -> None:
    assert list(composed("ddawng")) == ["đăng"]
    assert list(composed("d9a8ng")) == ["đăng"]
    assert list(composed("tam")) == []


def test_one_slip_is_near_and_two_are_not() -> None:
    spelling = Spelling(["khai", "sinh", "chung", "trung", "thuong"])
    assert set(spelling.near("khia")) == {"khai"}
    assert set(spelling.near("trung")) == {"chung"}
    assert "thuong" in spelling.near("thuon")
    assert spelling.near("hkia") == {}
    assert spelling.near("si") == {}


def test_a_phrase_is_said_otherwise_elsewhere() -> None:
    speech = Speech(phrases=((("kết", "hôn"), ("cưới",)),))
    assert list(speech.variants(("đăng", "ký", "kết", "hôn"))) == [("đăng", "ký", "cưới")]
    assert list(speech.variants(("kết", "bạn"))) == []


@pytest.mark.parametrize("content", ["", "fillers = 3", 'same = [["mot"], 2]', "= nothing", "\xff"])
def test_speech_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "speech.toml").write_text(content, encoding="latin-1")
    assert load_speech(tmp_path) == Speech()
    assert load_speech(tmp_path / "nowhere") == Speech()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('fillers = ["a"]\nsame = [["a", "b"]]', ""),
        ("= nothing", "is not TOML"),
        ('filler = ["a"]', "is none of fillers, same"),
        ('same = [["a"]]', "needs two words or more"),
    ],
)
def test_the_check_tells_what_is_wrong_with_speech(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "speech.toml").write_text(content, encoding="utf-8")
    found = [str(problem) for problem in speech_problems(tmp_path)]
    assert bool(found) is bool(told)
    assert told in "".join(found)
