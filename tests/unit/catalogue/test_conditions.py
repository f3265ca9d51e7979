"""Facts that hold for some answers, up to a day, from a source of their own."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.ages import Ages
from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.load import load_catalogue
from kiosk.domain.guide import ASK_STAFF, Fact, Guide, first_that_holds
from tests.unit.catalogue.guides import guide_text, write_folder

TODAY = date(2026, 11, 20)
FEE = '[[fee]]\nvalue = { vi = "Miễn phí", en = "Free" }\n'
FEES = """
[[fee]]
when = { who = ["other"] }
value = "ask"

[[fee]]
until = 2026-12-31
value = { vi = "4.000 đồng", en = "4,000 dong" }
source = "half"

[[fee]]
value = { vi = "8.000 đồng", en = "8,000 dong" }

[sources.half]
decision = "1/TT-BTC"
checked = 2026-10-01
checker = { vi = "Người thử", en = "A tester" }
"""


def with_fees(fees: str) -> str:
    text = guide_text()
    assert FEE in text
    return text.replace(FEE, "") + fees


def load(folder: Path, text: str) -> Guide:
    catalogue = load_catalogue(write_folder(folder, birth=text))
    assert [str(problem) for problem in catalogue.problems] == []
    return catalogue.guides[0]


def told(folder: Path, text: str, **more: object) -> list[str]:
    write_folder(folder, birth=text)
    return [str(problem) for problem in check_folder(folder, today=TODAY, **more)]  # type: ignore[arg-type]


def fee(guide: Guide, who: str, day: date = TODAY) -> Fact:
    fact = first_that_holds(guide.fees, {"who": who}, day)
    assert fact is not None
    return fact


def test_the_first_fact_that_holds_for_these_answers_is_told(tmp_path: Path) -> None:
    guide = load(tmp_path, with_fees(FEES))
    assert fee(guide, "other").value == ASK_STAFF
    assert fee(guide, "parent").value.en == "4,000 dong"


def test_a_fact_gives_way_on_the_day_after_its_last(tmp_path: Path) -> None:
    guide, last = load(tmp_path, with_fees(FEES)), date(2026, 12, 31)
    assert fee(guide, "parent", last).value.en == "4,000 dong"
    assert fee(guide, "parent", last + timedelta(days=1)).value.en == "8,000 dong"


def test_a_fact_names_its_own_source_and_others_keep_the_guides(tmp_path: Path) -> None:
    guide = load(tmp_path, with_fees(FEES))
    assert guide.source_of(fee(guide, "parent").source).decision == "1/TT-BTC"
    assert guide.source_of(fee(guide, "other").source) == guide.source


@pytest.mark.events("guides.left_out")
@pytest.mark.parametrize(
    ("fees", "sentence"),
    [
        ('[[fee]]\nwhen = { who = ["other"] }\nvalue = "ask"', "fee: says nothing for: who = p"),
        ('[[fee]]\nuntil = 2026-12-31\nvalue = "ask"', "fee: says nothing for: who = parent"),
        ('[[fee]]\nvalue = "ask"\n[[fee]]\nvalue = "ask"', "fee[2].when: no answers ever lead"),
        ('[[fee]]\nwhen = { whom = ["x"] }\nvalue = "ask"', 'did you mean "who"?'),
        ('[[fee]]\nvalue = "ask"\nsource = "haf"\n' + FEES[FEES.index("[so") :], 'mean "half"?'),
        ('[[fee]]\nvalue = "asks"', "must be in both languages"),
        ('[fee]\nvalue = "ask"', "each under [[fee]]"),
    ],
)
def test_what_would_leave_somebody_without_a_fact_is_told(
    tmp_path: Path, fees: str, sentence: str
) -> None:
    assert any(sentence in line for line in told(tmp_path, with_fees(fees)))


def test_a_fact_that_has_ended_is_to_be_taken_out(tmp_path: Path) -> None:
    lines = told(tmp_path, with_fees(FEES.replace("2026-12-31", "2026-11-19")))
    assert [line.partition(": ")[2] for line in lines] == [
        "fee[2].until: ended on 19/11/2026; take this [[fee]] out"
    ]


def test_each_kind_of_fact_grows_old_by_its_own_age(tmp_path: Path) -> None:
    lines = told(tmp_path, with_fees(FEES), ages=Ages(fee=30, rule=9, step=99))
    assert [line.partition(" for")[0].partition(": ")[2] for line in lines] == [
        "source.checked: nobody checked the times, places and papers",
        "sources.half.checked: nobody checked the fees",
    ]


def test_a_source_that_nothing_comes_from_is_told(tmp_path: Path) -> None:
    lines = told(tmp_path, with_fees(FEES.replace('source = "half"\n', "")))
    assert any("sources.half: nothing comes from here" in line for line in lines)


def test_a_code_that_the_imported_catalogue_lacks_is_only_a_warning(tmp_path: Path) -> None:
    assert told(tmp_path, guide_text(), imported={"1.001193"}) == []
    (line,) = told(tmp_path, guide_text(), imported={"2.000001"})
    assert "(warning) 1.001193 is not among the imported procedures" in line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Bước giữa", "Bước giữa!", 'title = { vi = "Bước giữa!"'),
        ('vi = "Được nhờ"', 'vi = "Được nhờ!"', 'reason = { vi = "Được nhờ!"'),
        ("2026-11-10", "2026-11-21", "checked = 2026-11-21"),
        ("Làm b.", "Làm b ngay!", 'actions = [{ vi = "Làm a."'),
    ],
)
def test_a_problem_names_the_line_it_is_on(tmp_path: Path, old: str, new: str, line: str) -> None:
    text = guide_text().replace(old, new, 1)
    (problem,) = check_folder(write_folder(tmp_path, birth=text), today=TODAY)
    assert text.splitlines()[problem.line - 1].startswith(line)
