"""Everything that can happen in a visit: touches, scans, answers from services, time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.guide import Audience, Guide
from kiosk.domain.hit import Hit
from kiosk.domain.outcome import LookupOutcome, PrintOutcome
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language


@dataclass(frozen=True, slots=True)
class Started:
    """Somebody touched the attract page."""

    language: Language = Language.VI


@dataclass(frozen=True, slots=True)
class BackWanted:
    pass


@dataclass(frozen=True, slots=True)
class HomeWanted:
    pass


@dataclass(frozen=True, slots=True)
class HelpWanted:
    pass


@dataclass(frozen=True, slots=True)
class EndWanted:
    pass


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: Language


@dataclass(frozen=True, slots=True)
class TextSizeWanted:
    """The next of three text sizes, round and round."""


@dataclass(frozen=True, slots=True)
class ContrastWanted:
    """High contrast on, or off again."""


@dataclass(frozen=True, slots=True)
class ServicesWanted:
    pass


@dataclass(frozen=True, slots=True)
class GuidesAwaited:
    """A door to the guides was touched before they were read: the e-ID tile's, or all of them."""

    eid: bool


@dataclass(frozen=True, slots=True)
class GuidesCame:
    """The guides are read; `eid` is the one that the first page's tile opens, if there is one."""

    ticket: int
    eid: Guide | None


@dataclass(frozen=True, slots=True)
class AudienceChosen:
    audience: Audience


@dataclass(frozen=True, slots=True)
class LifeEventChosen:
    """A tile; `guides` are those that belong to it."""

    event_id: str
    guides: tuple[Guide, ...]


@dataclass(frozen=True, slots=True)
class SearchWanted:
    pass


@dataclass(frozen=True, slots=True)
class QueryTyped:
    text: str


@dataclass(frozen=True, slots=True)
class HitsCame:
    ticket: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class GuideChosen:
    guide: Guide


@dataclass(frozen=True, slots=True)
class ProcedureChosen:
    procedure: Procedure


@dataclass(frozen=True, slots=True)
class RelatedWanted:
    """The guides often needed together with the one being read."""

    guides: tuple[Guide, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    question_id: str
    choice_id: str


@dataclass(frozen=True, slots=True)
class Ticked:
    """The person touched the box of document `index`; for the reader only, never asked."""

    index: int


@dataclass(frozen=True, slots=True)
class StepsWanted:
    pass


@dataclass(frozen=True, slots=True)
class NextWanted:
    pass


@dataclass(frozen=True, slots=True)
class PreviousWanted:
    pass


@dataclass(frozen=True, slots=True)
class PhoneWanted:
    pass


@dataclass(frozen=True, slots=True)
class LookupWanted:
    """`prefix` is what every code of this ward begins with, typed already."""

    prefix: str = ""


@dataclass(frozen=True, slots=True)
class CodeTyped:
    text: str


@dataclass(frozen=True, slots=True)
class CodeGiven:
    pass


@dataclass(frozen=True, slots=True)
class SecretTyped:
    text: str


@dataclass(frozen=True, slots=True)
class SecretGiven:
    pass


@dataclass(frozen=True, slots=True)
class SecretMissing:
    """Go on without the look-up code; nothing about the person will be shown."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the scanner read, as it came."""

    text: str


@dataclass(frozen=True, slots=True)
class LookupCame:
    """The portal's answer, and when a portal last answered as it should."""

    ticket: int
    outcome: LookupOutcome
    last_answer: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgainWanted:
    """Try the same look-up once more, or print once more when paper is back."""


@dataclass(frozen=True, slots=True)
class PrintWanted:
    pass


@dataclass(frozen=True, slots=True)
class PrintCame:
    ticket: int
    slip: Slip
    outcome: PrintOutcome


@dataclass(frozen=True, slots=True)
class SlipSeen:
    """The person's own answer to "Phiếu đã ra chưa?"."""

    out: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """One tap, 1 (very hard) to 5 (very easy)."""

    score: int


@dataclass(frozen=True, slots=True)
class IdleReached:
    pass


@dataclass(frozen=True, slots=True)
class Extended:
    """The person is still here."""


@dataclass(frozen=True, slots=True)
class IdleOver:
    pass


@dataclass(frozen=True, slots=True)
class WentWrong:
    """Something unexpected; it has been logged, the person gets a plain page."""


Event = (
    Started
    | BackWanted
    | HomeWanted
    | HelpWanted
    | EndWanted
    | LanguageChosen
    | TextSizeWanted
    | ContrastWanted
    | ServicesWanted
    | GuidesAwaited
    | GuidesCame
    | AudienceChosen
    | LifeEventChosen
    | SearchWanted
    | QueryTyped
    | HitsCame
    | GuideChosen
    | ProcedureChosen
    | RelatedWanted
    | Answered
    | Ticked
    | StepsWanted
    | NextWanted
    | PreviousWanted
    | PhoneWanted
    | LookupWanted
    | CodeTyped
    | CodeGiven
    | SecretTyped
    | SecretGiven
    | SecretMissing
    | Scanned
    | LookupCame
    | AgainWanted
    | PrintWanted
    | PrintCame
    | SlipSeen
    | Rated
    | IdleReached
    | Extended
    | IdleOver
    | WentWrong
)
