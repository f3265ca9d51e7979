"""How a guide may speak: lengths that fit the screen and the slip, and words to keep away from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.catalogue.breaks import Binder
from kiosk.catalogue.limits import Limit
from kiosk.catalogue.problem import Problem, Weight
from kiosk.catalogue.table import Reading
from kiosk.domain.text import Language, Text

SENTENCE_WORDS = 14

AVOIDED = {
    Language.VI: re.compile(r"(?<!\w)(?:lỗi|vui lòng)(?!\w)|!", re.IGNORECASE),
    Language.EN: re.compile(r"\b(?:error|invalid)\b|!", re.IGNORECASE),
}
SHORTENED = re.compile(r"\b(?!QR\b)[A-ZĐ]{2,}\b")
"""An abbreviation; a form's own name (CT01) and VNeID do not match."""

SENTENCE_END = re.compile(r"[.?:;]\s+|\n")
SPACE = re.compile(r"[ \n]+")


def check_wording(reading: Reading, binder: Binder) -> Iterator[Problem]:
    """Every text that is too long, too hard, or broken inside a compound. None is fatal."""
    for place, text, limit in reading.texts:
        if _untranslated(text):
            sentence = "is the same in both languages; translate it"
            yield Problem(reading.file, f"{place}.en", sentence, Weight.FAULT)
        for language in Language:
            said = text.in_(language)
            for sentence in _faults(said, limit, language, binder):
                yield Problem(reading.file, f"{place}.{language}", sentence, Weight.FAULT)


def _untranslated(text: Text) -> bool:
    """Whether Vietnamese stands where English should; opening hours are the same in both."""
    said = text.vi
    return text.en == said and not said.isascii() and not any(map(str.isdigit, said))


def _faults(said: str, limit: Limit, language: Language, binder: Binder) -> Iterator[str]:
    yield from _too_long(said, limit)
    for sentence in SENTENCE_END.split(said):
        if len(SPACE.split(sentence.strip())) > SENTENCE_WORDS:
            yield f"has a sentence of more than {SENTENCE_WORDS} words; make two of it"
    if found := AVOIDED[language].search(said):
        yield f'says "{found[0]}"; say what to do instead'
    if found := SHORTENED.search(said):
        yield f'shortens "{found[0]}"; write the long form'
    for compound in binder.parted(said):
        yield f'breaks the line inside "{compound}"; break before or after it'


def _too_long(said: str, limit: Limit) -> Iterator[str]:
    lines = said.split("\n")
    longest = max(len(line) for line in lines)
    if len(lines) > limit.lines:
        yield f"has {len(lines)} lines, at most {limit.lines} fit; shorten it"
    if limit.heading and len(lines) > 1 and len(lines[-1].split()) == 1:
        yield f'leaves "{lines[-1]}" alone on the last line; break earlier'
    if limit.by_line and longest > limit.letters:
        yield f"has a line of {longest} letters, at most {limit.letters} fit; shorten it"
    if not limit.by_line and len(said) > limit.letters:
        yield f"has {len(said)} letters, at most {limit.letters} fit; shorten it"
    if limit.words and len(SPACE.split(said)) > limit.words:
        yield f"has more than {limit.words} words; shorten it, or add a compound to words.toml"
