"""Guides that lead to others: answers, related guides, successors of codes and of guides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.load import Catalogue, load_catalogue
from kiosk.catalogue.search import Search
from kiosk.domain.procedure import Procedure
from tests.unit.catalogue.guides import guide_text, write_folder

TODAY = date(2026, 11, 20)


def load(folder: Path, **guides: str) -> Catalogue:
    return load_catalogue(write_folder(folder, **guides))


def said(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in catalogue.problems]


def with_field(text: str, field: str) -> str:
    return text.replace('kind = "service"', f'kind = "service"\n{field}', 1)


def leading_to(other: str) -> str:
    return (
        guide_text()
        .replace('id = "other"', f'id = "other"\nguide = "{other}"')
        .replace('["other", "unsure"]', '["unsure"]')
    )


def test_an_answer_may_lead_on_and_its_way_ends_there(tmp_path: Path) -> None:
    catalogue = load(tmp_path, birth=leading_to("death"), death=guide_text("death", 4))
    assert said(catalogue) == []
    guide = catalogue.guide("birth")
    assert guide is not None
    assert guide.leads_on({"who": "other"}) == "death"
    assert list(guide.own_ways()) == [{"who": "parent"}, {"who": "unsure"}]


def test_an_answer_that_leads_nowhere_is_told_and_not_offered(tmp_path: Path) -> None:
    catalogue = load(tmp_path, birth=leading_to("deth"), death=guide_text("death", 4))
    (line,) = said(catalogue)
    assert 'question[1].choice[2].guide: there is no guide "deth", did you mean "death"?' in line
    guide = catalogue.guide("birth")
    assert guide is not None
    assert [choice.id for choice in guide.questions[0].choices] == ["parent", "unsure"]


@pytest.mark.events("guides.left_out")
def test_nothing_may_depend_on_an_answer_that_leads_away(tmp_path: Path) -> None:
    text = leading_to("death").replace('["unsure"]', '["other", "unsure"]')
    catalogue = load(tmp_path, birth=text, death=guide_text("death", 4))
    assert any('has no choice "other"' in line for line in said(catalogue))


def test_related_guides_that_are_not_there_are_told_and_left_out(tmp_path: Path) -> None:
    text = with_field(guide_text(), 'related = ["death", "nowhere", "birth"]')
    catalogue = load(tmp_path, birth=text, death=guide_text("death", 4))
    assert [guide.related for guide in catalogue.guides] == [("death",), ()]
    told = "\n".join(said(catalogue))
    assert 'related[2]: there is no guide "nowhere"' in told
    assert "related[3]: leads to this guide itself" in told


def test_a_successor_is_found_by_the_codes_and_names_of_what_it_replaced(tmp_path: Path) -> None:
    old = with_field(guide_text("old", 5), 'replaced_by = "birth"').replace(
        '["làm khai sinh"]', '["giấy khai sanh"]'
    )
    catalogue = load(tmp_path, birth=guide_text(), old=old)
    assert said(catalogue) == []
    assert [guide.id for guide in catalogue.guides] == ["birth"]
    assert catalogue.guide("1.001195") is catalogue.guides[0]
    search = Search(catalogue.guides, [Procedure("1.001195", "Tên cũ của thủ tục")])
    assert [hit.guide_id for hit in search.find("giấy khai sanh")] == ["birth"]
    assert [(hit.code, hit.guide_id) for hit in search.find("1.001195")] == [("1.001193", "birth")]
    assert search.find("tên cũ của thủ tục") == ()


def test_a_former_code_leads_to_the_guide_of_today(tmp_path: Path) -> None:
    text = with_field(guide_text(), 'former_codes = ["2.000986"]')
    catalogue = load(tmp_path, birth=text)
    assert catalogue.guide("2.000986") is catalogue.guides[0]


@pytest.mark.parametrize(
    ("old", "older"), [("nowhere", "old"), ("older", "old")], ids=["dead end", "circle"]
)
def test_successors_that_end_nowhere_are_told(tmp_path: Path, old: str, older: str) -> None:
    catalogue = load(
        tmp_path,
        birth=guide_text(),
        old=with_field(guide_text("old", 5), f'replaced_by = "{old}"'),
        older=with_field(guide_text("older", 6), f'replaced_by = "{older}"'),
    )
    assert [guide.id for guide in catalogue.guides] == ["birth"]
    assert sum("no guide that is shown stands at the end" in line for line in said(catalogue)) == 2


def test_a_link_to_a_guide_that_was_replaced_names_its_successor(tmp_path: Path) -> None:
    catalogue = load(
        tmp_path,
        birth=with_field(guide_text(), 'related = ["old"]'),
        death=guide_text("death", 4),
        old=with_field(guide_text("old", 5), 'replaced_by = "death"'),
    )
    (line,) = said(catalogue)
    assert 'related[1]: "old" was replaced; write "death"' in line


def test_a_service_lacks_nothing_that_a_general_guide_may_lack(tmp_path: Path) -> None:
    general = guide_text().replace('kind = "service"', 'kind = "general"')
    start, end = general.index("[[fee]]"), general.index("[source]")
    bare = (general[:start] + general[end:]).replace('level = "full"\n', "")
    write_folder(tmp_path, birth=bare)
    assert check_folder(tmp_path, today=TODAY) == ()
