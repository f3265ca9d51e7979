"""How a guide may speak: lengths that fit the screen and the slip, and words to keep away from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.breaks import Binder
from kiosk.catalogue.problem import Problem
from kiosk.domain.guide import Guide
from kiosk.domain.text import Language, Text


@dataclass(frozen=True, slots=True)
class Limit:
    """`letters` at most: of each line where its breaks are set by hand, else of the whole text."""

    letters: int
    lines: int = 1
    words: int = 0
    by_line: bool = False
    heading: bool = False


TITLE = Limit(letters=26, lines=2, by_line=True, heading=True)
SHORT = Limit(letters=12, lines=2, by_line=True)
VALUE = Limit(letters=15, words=2)
CONDITION = Limit(letters=34)
NOTICE = Limit(letters=90, lines=2)
LABEL = Limit(letters=24, words=5)
ROW = Limit(letters=40)
LINE = Limit(letters=52)
SENTENCES = Limit(letters=170)
ACTION = Limit(letters=80)

SENTENCE_WORDS = 14
ACTIONS = range(2, 5)

AVOIDED = {
    Language.VI: re.compile(r"(?<!\w)(?:lỗi|vui lòng)(?!\w)|!", re.IGNORECASE),
    Language.EN: re.compile(r"\b(?:error|invalid)\b|!", re.IGNORECASE),
}
SHORTENED = re.compile(r"\b(?!QR\b)[A-ZĐ]{2,}\b")
"""An abbreviation; a form's own name (CT01) and VNeID do not match."""

SENTENCE_END = re.compile(r"[.?:;]\s+|\n")
SPACE = re.compile(r"[ \n]+")


def check_wording(guide: Guide, file: str, binder: Binder) -> Iterator[Problem]:
    """Every text that is too long, too hard, or broken inside a compound. None is fatal."""
    for place, text, limit in _texts(guide):
        for language in Language:
            said = text.in_(language)
            for sentence in _faults(said, limit, language, binder):
                yield Problem(file, f"{place}.{language}", sentence, fatal=False)
    for at, step in enumerate(guide.steps, start=1):
        if len(step.actions) not in ACTIONS:
            sentence = f"has {len(step.actions)} actions, a step has 2 to 4"
            yield Problem(file, f"step[{at}].actions", sentence, fatal=False)


def _faults(said: str, limit: Limit, language: Language, binder: Binder) -> Iterator[str]:
    yield from _too_long(said, limit)
    for sentence in SENTENCE_END.split(said):
        if len(SPACE.split(sentence.strip())) > SENTENCE_WORDS:
            yield f"has a sentence of more than {SENTENCE_WORDS} words"
    if found := AVOIDED[language].search(said):
        yield f'says "{found[0]}"; say what to do instead'
    if found := SHORTENED.search(said):
        yield f'shortens "{found[0]}"; write the long form'
    for compound in binder.parted(said):
        yield f'breaks the line inside "{compound}"'


def _too_long(said: str, limit: Limit) -> Iterator[str]:
    lines = said.split("\n")
    longest = max(len(line) for line in lines)
    if len(lines) > limit.lines:
        yield f"has {len(lines)} lines, at most {limit.lines} fit"
    if limit.heading and len(lines) > 1 and len(lines[-1].split()) == 1:
        yield f'leaves "{lines[-1]}" alone on the last line'
    if limit.by_line and longest > limit.letters:
        yield f"has a line of {longest} letters, at most {limit.letters} fit"
    if not limit.by_line and len(said) > limit.letters:
        yield f"has {len(said)} letters, at most {limit.letters} fit"
    if limit.words and len(SPACE.split(said)) > limit.words:
        yield f"has more than {limit.words} words"


def _texts(guide: Guide) -> Iterator[tuple[str, Text, Limit]]:
    yield "title", guide.title, TITLE
    yield "summary", guide.summary, SENTENCES
    yield "who", guide.who, SENTENCES
    yield "good_news", guide.good_news, NOTICE
    for name, fact in (("fee", guide.fee), ("time", guide.time), ("place", guide.place)):
        yield f"{name}.value", fact.value, VALUE
        yield f"{name}.condition", fact.condition, CONDITION
    for at, channel in enumerate(guide.channels, start=1):
        yield f"channel[{at}].fee", channel.fee, CONDITION
        yield f"channel[{at}].time", channel.time, CONDITION
        yield f"channel[{at}].where", channel.where, SENTENCES
    for at, question in enumerate(guide.questions, start=1):
        yield f"question[{at}].ask", question.ask, TITLE
        yield f"question[{at}].hint", question.hint, NOTICE
        for row, choice in enumerate(question.choices, start=1):
            yield f"question[{at}].choice[{row}].label", choice.label, LABEL
            yield f"question[{at}].choice[{row}].reason", choice.reason, ROW
    for at, document in enumerate(guide.documents, start=1):
        yield f"document[{at}].name", document.name, ROW
        yield f"document[{at}].note", document.note, LINE
    for at, step in enumerate(guide.steps, start=1):
        yield f"step[{at}].part", step.part, LABEL
        yield f"step[{at}].short", step.short, SHORT
        yield f"step[{at}].title", step.title, TITLE
        yield f"step[{at}].note", step.note, NOTICE
        for row, action in enumerate(step.actions, start=1):
            yield f"step[{at}].actions[{row}]", action, ACTION
