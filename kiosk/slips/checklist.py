"""The slip of a guide, and a person's own e-ID check-list, on paper and as text for a phone."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from kiosk.domain.guide import Answers, Guide, GuideStep, Kind, first_that_holds
from kiosk.domain.slip import (
    Block,
    Field,
    Headline,
    Item,
    Paragraph,
    QrCode,
    Rule,
    Section,
    Slip,
)
from kiosk.domain.text import Language, Text, Words
from kiosk.domain.ward import Ward
from kiosk.slips.lookup import footer
from kiosk.slips.qr import LONGEST

CUT = "…"
"""The last line of a list that had to leave some out."""


def guide_slip(guide: Guide, answers: Answers, ward: Ward, words: Words, now: datetime) -> Slip:
    """What to bring as boxes to tick, the steps in short, fee and time, and a code.

    The code is the portal's page; of the e-ID guide, whose list is this person's own, and where
    there is no page, it is the list itself.
    """
    read = _Reader(words.language)
    page = "" if guide.kind is Kind.EID else guide.phone_url
    qr = page or checklist_text(guide, answers, words, words.language)
    note = "slip.guide.eid_title" if guide.kind is Kind.EID else "slip.guide.title"
    blocks: list[Block] = [
        Headline(
            office=ward.office,
            province=ward.province,
            title=guide.title.in_(words.language),
            note=words.say(note),
        ),
        Rule(),
    ]
    documents = guide.documents_for(answers)
    if documents:
        blocks.append(Section(words.say("slip.guide.bring")))
        blocks += [Item(read(document.name), read(document.note)) for document in documents]
        blocks.append(Rule(dashed=True))
    steps = guide.steps_for(answers)
    if steps:
        blocks.append(Section(words.say("slip.guide.steps")))
        blocks += [Item(_short(step, read), number=n) for n, step in enumerate(steps, start=1)]
        blocks.append(Rule(dashed=True))
    if guide.kind is not Kind.EID:
        blocks += _facts(guide, answers, words, now, read)
    caption = "slip.guide.scan_page" if page else "slip.guide.scan_text"
    blocks += [QrCode(qr, words.say(caption)), Rule(dashed=True)]
    blocks.append(
        Paragraph(
            words.say(
                "slip.guide.source",
                decision=guide.source.decision,
                date=f"{guide.source.checked:%d/%m/%Y}",
            ),
            centred=True,
        )
    )
    blocks += footer(ward, words, now, "slip.guide.printed")
    return Slip(tuple(blocks), qr, more=words.say("slip.guide.more"))


def checklist_text(guide: Guide, answers: Answers, words: Words, language: Language) -> str:
    """The check-list as plain text within what a phone reads from paper and screen.

    What to bring comes first; what does not fit is left out by whole lines, and said so.
    """
    read = _Reader(language)
    lines = [read(guide.title)]
    documents, steps = guide.documents_for(answers), guide.steps_for(answers)
    if documents:
        lines.append(f"{words.say('slip.guide.bring')}:")
        lines += [f"- {read(document.name)}" for document in documents]
    if steps:
        lines.append(f"{words.say('slip.guide.steps')}:")
        lines += [f"{number}. {_short(step, read)}" for number, step in enumerate(steps, start=1)]
    plain = (unicodedata.normalize("NFC", line).replace("\u00a0", " ") for line in lines)
    return _cut(list(plain), LONGEST)


class _Reader:
    """Reads texts in one language, on one line."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, text: Text) -> str:
        return text.in_(self._language).replace("\n", " ")


def _short(step: GuideStep, read: _Reader) -> str:
    return read(step.short) or read(step.title)


def _facts(
    guide: Guide, answers: Answers, words: Words, now: datetime, read: _Reader
) -> list[Block]:
    told = {"fee": guide.fees, "time": guide.times, "place": guide.places}
    blocks: list[Block] = []
    for name, facts in told.items():
        fact = first_that_holds(facts, answers, now.date())
        if fact is not None:
            heading = words.say(f"screens.service.{name}")
            blocks.append(Field(heading, read(fact.value), note=read(fact.condition)))
    return [*blocks, Rule(dashed=True)] if blocks else []


def _cut(lines: list[str], octets: int) -> str:
    """Whole lines only, within `octets` of UTF-8; an ellipsis tells that some are missing."""
    text = "\n".join(lines)
    while len(lines) > 1 and len(text.encode()) > octets:
        lines = lines[:-1]
        text = "\n".join([*lines, CUT])
    return text.encode()[:octets].decode(errors="ignore")
