"""Typing Vietnamese with plain keys: Telex (and VNI), and tones by tapping their names.

Pure and stateless: the text so far and one key give the text after it, always NFC. Only the last
word is touched, and only while it can be a Vietnamese syllable, so most foreign words come out
as typed; where a key would be taken for a mark, pressing it twice gives the letter.
A key never takes a letter away: it marks one, unmarks one, or adds one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.syllable import TONES, Syllable, is_onset, parse, unshaped, untoned


@dataclass(frozen=True, slots=True)
class Method:
    """Which key does what. `hats` gives for each key the vowels it can put a hat on.

    `alone` is whether the horn key after a first consonant writes ư by itself (`nhw` is như).
    """

    tones: Mapping[str, str]
    untone: str
    hats: Mapping[str, str]
    horn: str
    breve: str
    bar: str
    alone: bool


TELEX = Method(
    tones={"s": "sắc", "f": "huyền", "r": "hỏi", "x": "ngã", "j": "nặng"},
    untone="z",
    hats={"a": "a", "e": "e", "o": "o"},
    horn="w",
    breve="w",
    bar="d",
    alone=True,
)
VNI = Method(
    tones={"1": "sắc", "2": "huyền", "3": "hỏi", "4": "ngã", "5": "nặng"},
    untone="0",
    hats={"6": "aeo"},
    horn="7",
    breve="8",
    bar="9",
    alone=False,
)

MARK_LETTERS = ("ă", "â", "đ", "ê", "ô", "ơ", "ư")
MARK_TONES = ("sắc", "huyền", "hỏi", "ngã", "nặng")
"""The row of marks above the keys, in the order in which it is drawn."""

_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {
    "o": "ơ", "u": "ư", "ô": "ơ", "uo": "ươ", "uô": "ươ", "ưo": "ươ", "uơ": "ươ", "ua": "ưa",
    "oi": "ơi", "ôi": "ơi", "ui": "ưi", "uu": "ưu", "uoi": "ươi", "uôi": "ươi", "uơi": "ươi",
    "ưoi": "ươi", "uou": "ươu", "ưou": "ươu", "uơu": "ươu",
}  # fmt: skip
_BREVES = {"a": "ă", "â": "ă", "oa": "oă"}
_OPEN_UO = frozenset({"h", "kh", "th"})
"""Onsets of huơ, khuơ, thuở: alone they keep a plain u, and lose it as soon as a letter follows."""
_CLOSED_UO = {
    "uơ": "ươ", "ưo": "ươ", "uơi": "ươi", "ưoi": "ươi", "uơu": "ươu", "ưou": "ươu",
}  # fmt: skip


def press(text: str, key: str, method: Method = TELEX) -> str:
    """`text` after one key. `key` is one character; a capital marks like its small letter."""
    head, word = _last_word(text)
    done = (
        _bar(word, key, method)
        or _hat(word, key, method)
        or _horn(word, key, method)
        or _tone(word, key, method)
        or _settled(word + key)
    )
    return _nfc(head + done)


def mark(text: str, mark: str) -> str:
    """`text` after a tap on the row of marks: a letter is typed, a tone goes to the last word.

    The same tone again takes it off; a tone that the last word cannot take changes nothing.
    """
    head, word = _last_word(text)
    if mark not in TONES:
        return _nfc(head + _settled(word + mark))
    syllable = parse(word)
    if syllable is None:
        return head + word
    tone = "" if syllable.tone == TONES[mark] else TONES[mark]
    return _nfc(head + (replace(syllable, tone=tone).written() if syllable.takes(tone) else word))


def erase(text: str) -> str:
    """`text` without its last letter; the tone moves back to where it now belongs."""
    head, word = _last_word(_nfc(text)[:-1])
    return _nfc(head + _settled(word))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _last_word(text: str) -> tuple[str, str]:
    text = _nfc(text)
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[:start], text[start:]


def _settled(word: str) -> str:
    """The word with its tone re-seated and its ươ completed, if it is a syllable."""
    syllable = parse(word)
    if syllable is None:
        return word
    nucleus = syllable.nucleus.lower()
    if syllable.coda or len(nucleus) == 3:
        syllable = syllable.with_nucleus(_CLOSED_UO.get(nucleus, nucleus)) or syllable
    return syllable.written()


def _bar(word: str, key: str, method: Method) -> str:
    first, rest = word[:1], word[1:]
    if key.lower() != method.bar or first.lower() not in ("d", "đ"):
        return ""
    if rest and parse(word) is None:
        return ""
    if first in "đĐ":
        return ("d" if first == "đ" else "D") + rest + key
    return ("đ" if first == "d" else "Đ") + rest


def _hat(word: str, key: str, method: Method) -> str:
    bases, syllable = method.hats.get(key.lower(), ""), parse(word)
    if not bases or syllable is None:
        return ""
    nucleus = syllable.nucleus.lower()
    plain = unshaped(nucleus)
    at = max(plain.rfind(base) for base in bases)
    if at < 0:
        return ""
    hat = _HATS[plain[at]]
    if nucleus[at] == hat:
        return _undone(word, key)
    before = "u" if nucleus[:at] == "ư" else nucleus[:at]
    return _with(syllable, before + hat + nucleus[at + 1 :])


def _horn(word: str, key: str, method: Method) -> str:
    key_ = key.lower()
    horns = _HORNS if key_ == method.horn else {}
    breves = _BREVES if key_ == method.breve else {}
    changes = {**horns, **breves}
    if not changes:
        return ""
    syllable = parse(word)
    if syllable is None:
        alone = method.alone and bool(horns) and is_onset(word)
        return word + ("Ư" if key.isupper() else "ư") if alone else ""
    nucleus = syllable.nucleus.lower()
    if nucleus == "uo" and not syllable.coda and syllable.onset.lower() in _OPEN_UO:
        return _with(syllable, "uơ") if horns else ""
    if nucleus in changes:
        return _with(syllable, changes[nucleus])
    return _undone(word, key) if nucleus in changes.values() else ""


def _tone(word: str, key: str, method: Method) -> str:
    syllable, key_ = parse(word), key.lower()
    if syllable is None:
        return ""
    if key_ == method.untone:
        return replace(syllable, tone="").written() if syllable.tone else ""
    if key_ not in method.tones:
        return ""
    tone = TONES[method.tones[key_]]
    if syllable.tone == tone:
        return untoned(word)[0] + key
    return replace(syllable, tone=tone).written() if syllable.takes(tone) else ""


def _with(syllable: Syllable, nucleus: str) -> str:
    changed = syllable.with_nucleus(nucleus)
    return changed.written() if changed else ""


def _undone(word: str, key: str) -> str:
    """The word as it would be had the key written its letter both times."""
    plain, tone = untoned(word)
    syllable = parse(plain)
    if syllable is None:
        return word + key
    bare = replace(syllable, nucleus=unshaped(syllable.nucleus), tone=tone)
    return bare.written() + key
