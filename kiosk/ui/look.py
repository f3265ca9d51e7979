"""The look's tokens, read from config/screens/look.toml and turned into pixels for one panel."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEXT_STEPS = ("t1", "t2", "t3")
HEADING_STEPS = ("t4", "t5", "t6", "t7", "count")
BAR_STEPS = ("barWord",)
BUTTON_STEPS = ("buttonWord",)
FIXED_STEPS = ("barName", "barClock")


@dataclass(frozen=True, slots=True)
class Panel:
    """One screen: its size in pixels and its true width in millimetres (0: not measured)."""

    width: int
    height: int
    width_mm: float = 0.0

    @property
    def portrait(self) -> bool:
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Look:
    """Every token for one panel, text size and theme."""

    colours: Mapping[str, str]
    pixels: Mapping[str, float]
    family: str
    portrait: bool
    motion: Mapping[str, int]


def read_tokens(path: Path) -> Mapping[str, Any]:
    """The tokens as they stand in the file. Raises OSError or tomllib.TOMLDecodeError."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def derive(tokens: Mapping[str, Any], panel: Panel, text_size: int, contrast: bool) -> Look:
    """Millimetres become pixels by the panel's own scale; text by its step and size."""
    name = "portrait" if panel.portrait else "landscape"
    way = tokens[name]
    per_mm = panel.width / (panel.width_mm or way["width"])
    pixels: dict[str, float] = {
        name: millimetres * per_mm
        for table in (tokens["space"], tokens["shape"], way)
        for name, millimetres in table.items()
    }
    letters = tokens["type"]
    distance = letters["far"] if panel.portrait else 1.0
    sizes = tokens["sizes"][name]
    for steps, growth in (
        (TEXT_STEPS, sizes["text"][text_size]),
        (HEADING_STEPS, sizes["heading"][text_size]),
        (BAR_STEPS, sizes["bar"][text_size]),
        (BUTTON_STEPS, sizes["button"][text_size]),
        (FIXED_STEPS, 1.0),
    ):
        for step in steps:
            capital = letters[step] * distance * growth
            pixels[step] = round(capital * per_mm / letters["capRatio"])
    return Look(
        colours=tokens["colours"]["contrast" if contrast else "light"],
        pixels=pixels,
        family=letters["family"],
        portrait=panel.portrait,
        motion=tokens["motion"],
    )
