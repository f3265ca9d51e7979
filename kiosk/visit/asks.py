"""What a visit can ask of the services. Each ask is run once; its answer is an event."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.count import Count
from kiosk.domain.dossier import Dossier
from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.guide import Answers, Audience, Guide
from kiosk.domain.text import Language


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask the portal; answered by `LookupCame` with the same ticket."""

    ticket: int
    code: DossierCode
    secret: str | None


@dataclass(frozen=True, slots=True)
class OpenGuides:
    """Wait until the guides are read; answered by `GuidesCame` with the same ticket."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Find:
    """Search the catalogue; answered by `HitsCame` with the same ticket."""

    ticket: int
    text: str
    audience: Audience | None


@dataclass(frozen=True, slots=True)
class PrintDossier:
    """Compose and print a look-up slip; answered by `PrintCame`.

    `wish` stays the same when the same slip is tried again: it prints once.
    """

    ticket: int
    wish: int
    dossier: Dossier
    language: Language


@dataclass(frozen=True, slots=True)
class PrintCode:
    """Compose and print where and with which code to look up by phone; answered by `PrintCame`."""

    ticket: int
    wish: int
    code: str
    page: str
    language: Language


@dataclass(frozen=True, slots=True)
class PrintGuide:
    """Compose and print a guide's or the e-ID check-list; answered by `PrintCame`."""

    ticket: int
    wish: int
    guide: Guide
    answers: Answers
    language: Language


@dataclass(frozen=True, slots=True)
class Settle:
    """Hand on the person's word on a slip in doubt: whether it came out."""

    wish: int
    out: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Count one anonymous thing that happened; `of` parts it by guide or by kind of outcome."""

    what: Count
    of: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    score: int


@dataclass(frozen=True, slots=True)
class Forget:
    """Drop every answer still on its way and what services hold of it.

    `leaving` when the person goes, and not only starts afresh from the home page.
    """

    leaving: bool = False


Ask = (
    LookUp
    | OpenGuides
    | Find
    | PrintDossier
    | PrintCode
    | PrintGuide
    | Settle
    | Tally
    | Rate
    | Forget
)
