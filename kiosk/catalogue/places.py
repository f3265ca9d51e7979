"""What a guide's text may leave to the ward: {ward}, {province}, {counter}, {hours} and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kiosk.catalogue.table import did_you_mean
from kiosk.domain.text import Language, Text
from kiosk.domain.ward import Ward

NOWHERE = Ward(name="Phường", office="UBND phường", province="Tỉnh")
"""A ward without a name of its own, for whoever reads guides without settings."""

PLACES: Mapping[str, Callable[[Ward], Text]] = {
    "ward": lambda ward: Text(ward.name, ward.name),
    "province": lambda ward: Text(ward.province, ward.province),
    "counter": lambda ward: _or(ward.counter, Text("cán bộ", "an officer")),
    "hours": lambda ward: _or("; ".join(ward.hours), Text("giờ làm việc", "office hours")),
    "address": lambda ward: _or(ward.address, Text(ward.name, ward.name)),
    "hotline_portal": lambda ward: Text(ward.hotline_portal, ward.hotline_portal),
    "hotline_eid": lambda ward: Text(ward.hotline_eid, ward.hotline_eid),
}
"""Every placeholder there is, and what it stands for. docs/guides.md lists them for authors."""

BRACED = re.compile(r"\{([^{}]*)\}")
SENTENCE_START = re.compile(r"(?:^|[.?:]\s)$")


def fill(text: str, language: Language, ward: Ward) -> str:
    """`text` with its placeholders filled in; a name begins small but at a sentence's start.

    Raises ValueError with a sentence when there is no such placeholder.
    """

    def say(match: re.Match[str]) -> str:
        name = match[1]
        if name not in PLACES:
            told = did_you_mean(name, PLACES)
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            raise ValueError(f'holds "{{{name}}}", which is none of {known}{told}')
        value = PLACES[name](ward).in_(language)
        begins = SENTENCE_START.search(text[: match.start()])
        return (value[:1].upper() if begins else value[:1].lower()) + value[1:]

    return BRACED.sub(say, text) if "{" in text else text


def _or(value: str, otherwise: Text) -> Text:
    return Text(value, value) if value else otherwise
