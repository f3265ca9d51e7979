from __future__ import annotations

from pathlib import Path

import pytest

from printer.model import read_model

SHIPPED = sorted((Path(__file__).parents[3] / "config/printers").glob("*.toml"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_model_can_be_read(file: Path) -> None:
    model = read_model(file)
    assert model.paper.width in (384, 512, 576)
    assert model.name


def test_there_are_models_for_every_width() -> None:
    assert {read_model(file).paper.width for file in SHIPPED} == {384, 512, 576}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("width = ", "TOML"),
        ("wide = 576", "wide is not known"),
        ('width = "576"', "width must be like 576"),
        ("width = 100", "576 dots wide, not 100"),
        ("full_cut = 1", "full_cut must be like False"),
        ('acknowledge = "maybe"', "acknowledge is pid or gsr or none"),
    ],
)
def test_a_model_that_cannot_be_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "model.toml"
    file.write_text(text)
    with pytest.raises(ValueError, match=says):
        read_model(file)
