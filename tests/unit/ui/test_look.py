"""The look's tokens: contrast by WCAG 2.2's own formula, and sizes in true millimetres."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kiosk.ui.look import (
    BAR_STEPS,
    BUTTON_STEPS,
    FIXED_STEPS,
    HEADING_STEPS,
    TEXT_STEPS,
    Panel,
    derive,
    read_tokens,
)

TOKENS = read_tokens(Path(__file__).parents[3] / "config" / "screens" / "look.toml")
THEMES: Mapping[str, Mapping[str, str]] = TOKENS["colours"]
EACH_THEME = pytest.mark.parametrize("theme", ["light", "contrast"])
LEAST_FOR_TEXT = {"light": 7.0, "contrast": 10.0}
LEAST_FOR_SHAPES = 3.0

WORDS = [
    *(
        f"{ink} on {ground}"
        for ink in ("ink", "ink2", "mute")
        for ground in ("ground", "surface", "sunk")
    ),
    *(f"ink on {ground}" for ground in ("tint", "fnKey", "amberTint", "redTint", "greenTint")),
    *(f"ink2 on {ground}" for ground in ("tint", "amberTint", "redTint", "greenTint")),
    *(f"primary on {ground}" for ground in ("ground", "surface", "tint")),
    *(f"onPrimary on {ground}" for ground in ("primary", "press")),
    *(f"{tone}Ink on {tone}Tint" for tone in ("amber", "red", "green")),
    "redInk on ground",
    "redInk on surface",
    "attractInk on attractGround",
    "attractPaper on attractGround",
    "attractGround on attractPaper",
]
SHAPES = [
    *(
        f"{border} on {ground}"
        for border in ("touch", "edge", "pink")
        for ground in ("ground", "surface")
    ),
    "red on surface",
    "green on surface",
    "red on redTint",
    "green on greenTint",
    "focus on focusGap",
]
"""What must be seen but is not read: borders of targets, dots, icons, the focus."""

PANELS = [
    Panel(1080, 1920),
    Panel(1920, 1080),
    Panel(1280, 800),
    Panel(1024, 768),
    Panel(2160, 3840),
    Panel(1080, 1920, width_mm=268.0),
]
EACH_PANEL = pytest.mark.parametrize("panel", PANELS, ids=lambda p: f"{p.width}x{p.height}")
TARGETS = {
    "portrait": {"tool": 21, "slot": 35, "button": 30, "row": 30, "key": 26, "padKey": 30},
    "landscape": {"tool": 21, "slot": 21, "button": 25, "row": 30, "key": 20, "padKey": 30},
}
"""At least this many millimetres high; none below 20."""


def luminance(colour: str) -> float:
    """WCAG's relative luminance of an sRGB colour written as #RRGGBB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(pair: str, theme: str) -> float:
    first, second = (luminance(THEMES[theme][name]) for name in pair.split(" on "))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def scale(panel: Panel) -> float:
    own = TOKENS["portrait" if panel.portrait else "landscape"]["width"]
    return float(panel.width / (panel.width_mm or own))


def test_the_formula_agrees_with_its_known_ends() -> None:
    assert (luminance("#FFFFFF") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21.0)
    assert (luminance("#FFFFFF") + 0.05) / (luminance("#767676") + 0.05) == pytest.approx(
        4.54, abs=0.005
    )


@EACH_THEME
@pytest.mark.parametrize("pair", WORDS)
def test_words_can_be_read(pair: str, theme: str) -> None:
    assert contrast(pair, theme) >= LEAST_FOR_TEXT[theme]


@EACH_THEME
@pytest.mark.parametrize("pair", ["ink on ground", "ink on surface"])
def test_running_text_has_fifteen_to_one(pair: str, theme: str) -> None:
    assert contrast(pair, theme) >= 15.0


@EACH_THEME
@pytest.mark.parametrize("pair", SHAPES)
def test_shapes_that_matter_can_be_seen(pair: str, theme: str) -> None:
    assert contrast(pair, theme) >= LEAST_FOR_SHAPES


def test_both_themes_name_the_same_colours() -> None:
    assert THEMES["light"].keys() == THEMES["contrast"].keys()
    for colours in THEMES.values():
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours.values())


@EACH_PANEL
def test_targets_are_large_enough_for_an_unsteady_finger(panel: Panel) -> None:
    look = derive(TOKENS, panel, 0, contrast=False)
    for name, least in TARGETS["portrait" if look.portrait else "landscape"].items():
        assert look.pixels[name] / scale(panel) >= least - 1e-9, name
        assert least >= 20


@EACH_PANEL
def test_gaps_between_targets_keep_a_finger_on_one(panel: Panel) -> None:
    look = derive(TOKENS, panel, 0, contrast=False)
    for name in ("small", "medium", "large", "wide", "huge"):
        assert look.pixels[name] / scale(panel) >= 2.5


@EACH_PANEL
def test_ten_keys_stand_side_by_side(panel: Panel) -> None:
    """The keyboard shares the width among ten keys, nine gaps of 2.8 mm and two edges of 5 mm."""
    pixels = derive(TOKENS, panel, 0, contrast=False).pixels
    unit = (panel.width - pixels["medium"] * 2 - pixels["hair"] * 1.4 * 9) / 10
    assert unit / scale(panel) >= 20


@EACH_PANEL
def test_bars_hold_what_stands_in_them(panel: Panel) -> None:
    pixels = derive(TOKENS, panel, 0, contrast=False).pixels
    assert pixels["topBar"] > pixels["tool"]
    assert pixels["bottomBar"] > pixels["slot"]
    assert pixels["topBar"] + pixels["bottomBar"] < panel.height / 2


@EACH_PANEL
@pytest.mark.parametrize("text_size", [0, 1, 2])
def test_capitals_are_as_high_as_the_reader_is_far(panel: Panel, text_size: int) -> None:
    look = derive(TOKENS, panel, text_size, contrast=False)
    letters: Mapping[str, Any] = TOKENS["type"]
    distance = letters["far"] if panel.portrait else 1.0
    sizes = TOKENS["sizes"]["portrait" if panel.portrait else "landscape"]
    growth = {
        **dict.fromkeys(TEXT_STEPS, sizes["text"][text_size]),
        **dict.fromkeys(HEADING_STEPS, sizes["heading"][text_size]),
        **dict.fromkeys(BAR_STEPS, sizes["bar"][text_size]),
        **dict.fromkeys(BUTTON_STEPS, sizes["button"][text_size]),
        **dict.fromkeys(FIXED_STEPS, 1.0),
    }
    half_a_pixel = 0.5 * letters["capRatio"] / scale(panel)
    for step, grown in growth.items():
        capital = look.pixels[step] * letters["capRatio"] / scale(panel)
        assert capital == pytest.approx(letters[step] * distance * grown, abs=half_a_pixel + 1e-9)


@pytest.mark.parametrize(
    ("panel", "expected"),
    [
        (
            Panel(1920, 1080),
            {"t1": 28, "t2": 34, "t3": 40, "t4": 48, "t5": 62, "t6": 92, "t7": 123},
        ),
        (
            Panel(1080, 1920),
            {"t1": 27, "t2": 33, "t3": 39, "t4": 46, "t5": 59, "t6": 89, "t7": 118},
        ),
    ],
    ids=["landscape", "portrait"],
)
def test_the_two_reference_panels_have_the_sheets_letters(
    panel: Panel, expected: dict[str, int]
) -> None:
    pixels = derive(TOKENS, panel, 0, contrast=False).pixels
    assert {step: pixels[step] for step in expected} == expected


@EACH_PANEL
def test_larger_text_is_larger_and_moves_nothing_else(panel: Panel) -> None:
    normal, large, largest = (
        derive(TOKENS, panel, size, contrast=False).pixels for size in range(3)
    )
    growing = (*TEXT_STEPS, *HEADING_STEPS, *BAR_STEPS)
    for name in normal:
        if name in BUTTON_STEPS:
            assert normal[name] <= large[name] <= largest[name]
        elif name in growing:
            assert normal[name] < large[name] < largest[name]
        else:
            assert normal[name] == large[name] == largest[name]


@EACH_PANEL
def test_the_same_panel_in_pixels_twice_as_fine_looks_the_same(panel: Panel) -> None:
    finer = Panel(panel.width * 2, panel.height * 2, panel.width_mm)
    look, twice = (derive(TOKENS, one, 0, contrast=False).pixels for one in (panel, finer))
    letters = {*TEXT_STEPS, *HEADING_STEPS, *BAR_STEPS, *BUTTON_STEPS, *FIXED_STEPS}
    for name in look.keys() - letters:
        assert twice[name] == pytest.approx(look[name] * 2)
    assert all(abs(twice[name] - look[name] * 2) <= 1 for name in letters)


def test_contrast_changes_colours_and_nothing_else() -> None:
    plain = derive(TOKENS, PANELS[0], 0, contrast=False)
    high = derive(TOKENS, PANELS[0], 0, contrast=True)
    assert plain.colours == THEMES["light"]
    assert high.colours == THEMES["contrast"]
    assert (plain.pixels, plain.family, plain.motion) == (high.pixels, high.family, high.motion)


def test_a_square_panel_is_landscape() -> None:
    assert not Panel(1000, 1000).portrait


def test_a_measured_panel_overrules_the_usual_one() -> None:
    usual = derive(TOKENS, Panel(1080, 1920), 0, contrast=False).pixels
    narrow = derive(TOKENS, Panel(1080, 1920, width_mm=268.0), 0, contrast=False).pixels
    assert narrow["button"] / usual["button"] == pytest.approx(337.5 / 268.0)
