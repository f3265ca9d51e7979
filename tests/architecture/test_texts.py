"""Every text of screens and slips is there in both languages, is used, and is kind."""

from __future__ import annotations

import re
import string
import unicodedata

import pytest

from kiosk.catalogue.words import load_words
from kiosk.domain.text import Language
from kiosk.settings.places import assets_dir
from tests.architecture.sources import python_files, qml_files, short, words_in

TEXTS = {language: words.named for language, words in load_words(assets_dir() / "i18n").items()}
VI, EN = TEXTS[Language.VI], TEXTS[Language.EN]
AREAS = {name.partition(".")[0] for name in VI}
NAME = re.compile(rf"(?:{'|'.join(sorted(AREAS))})(?:\.[a-z0-9_*-]+)+")
UNKIND = {
    Language.VI: re.compile(r"\bvui lòng\b|(?<!phiếu xin )\blỗi\b|!", re.IGNORECASE),
    Language.EN: re.compile(r"\b(error|invalid|failed)\b|!", re.IGNORECASE),
}


def places(text: str) -> set[str]:
    """The names in braces that a text has filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _named() -> dict[str, str]:
    """Each text that code asks for by name, ``*`` for a part known only at run time: and where."""
    found: dict[str, str] = {}
    for file in python_files(
        "kiosk/ui", "kiosk/slips", "kiosk/commands", "kiosk/domain", "kiosk/staff/report"
    ):
        for words in words_in(file):
            if NAME.fullmatch(words.text):
                found.setdefault(words.text, f"{words.file}:{words.line}")
    for file in qml_files():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if line.lstrip().startswith("objectName:"):
                continue
            for name, more in re.findall(r'"([a-z0-9_.-]+)"(\s*\+)?', line):
                wanted = name + "*" if more else name
                if NAME.fullmatch(wanted):
                    found.setdefault(wanted, f"{short(file)}:{number}")
    return found


NAMED = _named()


def stands_for(pattern: str, name: str) -> bool:
    parts = map(re.escape, pattern.split("*"))
    return re.fullmatch("[a-z0-9_.-]+".join(parts), name) is not None


def test_both_languages_have_the_same_texts() -> None:
    assert len(VI) > 100
    assert not VI.keys() - EN.keys(), f"write in English: {sorted(VI.keys() - EN.keys())}"
    assert not EN.keys() - VI.keys(), f"write in Vietnamese: {sorted(EN.keys() - VI.keys())}"


def test_a_text_has_the_same_places_in_both_languages() -> None:
    assert any(places(text) for text in VI.values())
    wrong = [name for name in VI.keys() & EN.keys() if places(VI[name]) != places(EN[name])]
    assert not wrong, f"the {{places}} differ: {sorted(wrong)}"


def test_a_text_that_is_asked_for_is_there() -> None:
    assert len(NAMED) > 50
    missing = [
        f"{where}: {name}"
        for name, where in NAMED.items()
        if not any(stands_for(name, known) for known in VI)
        and not any(known.startswith(f"{name}.") for known in VI)
    ]
    assert not missing, f"write these in assets/i18n: {missing}"


def test_a_text_that_is_there_is_asked_for() -> None:
    idle = [
        name
        for name in VI
        if not any(stands_for(asked, name) or name.startswith(f"{asked}.") for asked in NAMED)
    ]
    assert not idle, f"nothing says these: {idle}"


@pytest.mark.parametrize("language", Language)
def test_texts_are_composed_and_trimmed(language: Language) -> None:
    wrong = [
        name
        for name, text in TEXTS[language].items()
        if text != unicodedata.normalize("NFC", text) or text != text.strip() or not text
    ]
    assert not wrong, f"write in NFC, without spaces around, and not empty: {wrong}"


@pytest.mark.parametrize("language", Language)
def test_no_text_begs_blames_or_shouts(language: Language) -> None:
    wrong = [
        f"{name}: {text}" for name, text in TEXTS[language].items() if UNKIND[language].search(text)
    ]
    assert not wrong, f"say what happened, then what to do: {wrong}"
