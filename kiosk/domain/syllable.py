"""The build of a Vietnamese syllable: onset, nucleus, coda and tone, and where the tone sits.

The tone sits as in most official texts: `hòa`,
`thủy`, `khỏe` (on the first of two open vowels), but `hoàn`, `quý`, `già`. All texts are NFC.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

TONES = {
    "huyền": "\N{COMBINING GRAVE ACCENT}",
    "sắc": "\N{COMBINING ACUTE ACCENT}",
    "ngã": "\N{COMBINING TILDE}",
    "hỏi": "\N{COMBINING HOOK ABOVE}",
    "nặng": "\N{COMBINING DOT BELOW}",
}
"""The five written tones by name; the sixth is no mark at all."""

_MARKS = frozenset(TONES.values())
_SHAPED = frozenset("ăâêôơư")
_VOWELS = "aăâeêioôơuưy"
_ONSETS = (
    "ngh ng nh ch gh kh ph th tr gi(?=[V]) qu(?=[V]) b c d đ g h k l m n p q r s t v x"
).replace("V", _VOWELS).split()  # fmt: skip
_ONSET = re.compile("|".join(_ONSETS))
_SYLLABLE = re.compile(f"({'|'.join(_ONSETS)})?([{_VOWELS}]+)(ch|ng|nh|[ckmnpt])?")
_WHOLE = (
    "a ă â e ê i o ô ơ u ư y "
    "ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ ui uê uô uơ uy ưa ưi ươ ưu yê "
    "iêu yêu oai oay oao oeo uây uôi ươi ươu uya uyê uyu"
)
_ON_THE_WAY = "ie ye eu ue uo ưo uu ieu yeu uay uoi uơi ưoi uou uơu ưou uye"
"""Nuclei whose hats and horns are still to come."""
_NUCLEI = frozenset((*_WHOLE.split(), *_ON_THE_WAY.split()))
_STOPS = frozenset({"c", "ch", "k", "p", "t"})
_AFTER_STOP = frozenset({"", TONES["sắc"], TONES["nặng"]})


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable in its parts, capitals kept. `tone` is a combining mark or empty."""

    onset: str
    nucleus: str
    coda: str
    tone: str = ""

    def takes(self, tone: str) -> bool:
        """Whether Vietnamese has this syllable in this tone: a stop takes only sắc and nặng."""
        return self.coda.lower() not in _STOPS or tone in _AFTER_STOP

    def with_nucleus(self, nucleus: str) -> Syllable | None:
        """The same with other vowels (same count, small letters), None if there is no such."""
        if nucleus not in _NUCLEI:
            return None
        pairs = zip(nucleus, self.nucleus, strict=True)
        cased = "".join(new.upper() if old.isupper() else new for new, old in pairs)
        return replace(self, nucleus=cased)

    def written(self) -> str:
        """The syllable as text, NFC, the tone on the vowel where it belongs."""
        seat = _seat(self.nucleus.lower(), self.coda)
        before, after = self.nucleus[: seat + 1], self.nucleus[seat + 1 :]
        spelled = self.onset + before + self.tone + after + self.coda
        return unicodedata.normalize("NFC", spelled)


def parse(word: str) -> Syllable | None:
    """`word` in its parts, or None when it cannot be, or become, a Vietnamese syllable."""
    plain, tones = untoned(word)
    lower = plain.lower()
    match = _SYLLABLE.fullmatch(lower)
    if match is None or match[2] not in _NUCLEI or len(tones) > 1 or len(lower) != len(plain):
        return None
    onset, coda = len(match[1] or ""), match.start(3) if match[3] else len(plain)
    return Syllable(plain[:onset], plain[onset:coda], plain[coda:], tones)


def is_onset(word: str) -> bool:
    """Whether `word` is the consonants a syllable can begin with, and nothing else yet."""
    return _ONSET.fullmatch(word.lower()) is not None


def untoned(word: str) -> tuple[str, str]:
    """`word` without its tone marks, NFC, and the marks taken off, in their order."""
    spread = unicodedata.normalize("NFD", word)
    plain = "".join(char for char in spread if char not in _MARKS)
    tones = "".join(char for char in spread if char in _MARKS)
    return unicodedata.normalize("NFC", plain), tones


def unshaped(letters: str) -> str:
    """`letters` without hats, horns and breves; tones and đ stay."""
    return "".join(_bare(letter) if letter.lower() in _SHAPED else letter for letter in letters)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _seat(nucleus: str, coda: str) -> int:
    shaped = [at for at, letter in enumerate(nucleus) if letter in _SHAPED]
    if shaped:
        return shaped[-1]
    if len(nucleus) == 1:
        return 0
    return 1 if len(nucleus) == 3 or coda else 0
