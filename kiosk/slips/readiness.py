"""The morning's readiness on paper, for the wall beside the kiosk."""

from __future__ import annotations

from kiosk.domain.readiness import Light, Readiness, tell
from kiosk.domain.slip import Block, Field, Headline, Rule, Section, Slip
from kiosk.domain.text import Words
from kiosk.domain.ward import Ward
from kiosk.slips.lookup import footer


def readiness_slip(readiness: Readiness, ward: Ward, words: Words) -> Slip:
    """What is to be mended first, then what is to be minded, then what is well."""
    blocks: list[Block] = [
        Headline(ward.office, ward.province, words.say("staff.slip.title"),
                 words.say(f"staff.light.{readiness.light}_all")),
        Rule(),
    ]  # fmt: skip
    for light in (Light.RED, Light.AMBER, Light.GREEN):
        told = [tell(each, words) for each in readiness.findings if each.light is light]
        if not told:
            continue
        blocks.append(Section(words.say(f"staff.light.{light}")))
        if light is Light.GREEN:
            blocks.append(
                Field(words.say("staff.slip.well"), ", ".join(each.name for each in told))
            )
        else:
            blocks += [Field(each.name, each.says, note=each.do) for each in told]
    blocks += [Rule(dashed=True), *footer(ward, words, readiness.at, "slip.guide.printed")]
    return Slip(tuple(blocks), "")
