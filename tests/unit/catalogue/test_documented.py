"""docs/guides.md: what it shows to authors is a guide without a fault, and its words are true."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.check_folder import check_folder
from kiosk.catalogue.guide_format import GUIDE
from kiosk.catalogue.json_schema import SCHEMAS, written
from kiosk.catalogue.load import load_guides
from kiosk.catalogue.places import PLACES
from kiosk.domain.guide import Level
from kiosk.domain.ward import Ward
from kiosk.settings.places import assets_dir
from tests.unit.catalogue.guides import write_folder

DOCUMENT = (Path(__file__).parents[3] / "docs" / "guides.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
HERE = Ward("Phường Cao Lãnh", "UBND phường Cao Lãnh", "Tỉnh Đồng Tháp")
ON = date(2026, 11, 24)


def shipped(name: str) -> str:
    return (assets_dir() / "guides" / name).read_text(encoding="utf-8")


def test_the_example_is_a_guide_without_a_problem(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, **{"stay-example": EXAMPLES[0]})
    for name in ("events.toml", "words.toml"):
        (folder / name).write_text(shipped(name), encoding="utf-8")
    assert [str(problem) for problem in check_folder(folder, today=ON)] == []


def test_a_province_s_levels_lie_over_the_guides_own(tmp_path: Path) -> None:
    text = (
        EXAMPLES[0].replace("1.999001", "1.001193").replace('level = "full"', 'level = "counter"')
    )
    folder = write_folder(tmp_path, **{"stay-example": text})
    for name in ("events.toml", "words.toml"):
        (folder / name).write_text(shipped(name), encoding="utf-8")
    (folder / "levels").mkdir()
    (folder / "levels" / "dong-thap.toml").write_text(EXAMPLES[1], encoding="utf-8")
    assert [str(problem) for problem in check_folder(folder, HERE, today=ON)] == []
    assert [guide.level for guide in load_guides(folder, HERE)] == [Level.FULL]
    assert [guide.level for guide in load_guides(folder)] == [Level.COUNTER]


def test_every_field_and_every_placeholder_is_explained() -> None:
    unexplained = [field.name for field in GUIDE.fields if f"{field.name}" not in DOCUMENT]
    assert not unexplained
    assert not [place for place in PLACES if f"`{{{place}}}`" not in DOCUMENT]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_beside_the_guides_is_up_to_date(name: str) -> None:
    fix = "python -m kiosk.catalogue.json_schema --write assets/guides"
    assert shipped(name) == written(*SCHEMAS[name]), f"run: {fix}"


def test_every_file_names_its_schema() -> None:
    for file in sorted((assets_dir() / "guides").glob("*.toml")):
        if file.name != "words.toml":
            first = file.read_text(encoding="utf-8").splitlines()[0]
            assert re.fullmatch(r"#:schema \./(?:guide|events)\.schema\.json", first), file.name
