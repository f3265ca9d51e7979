"""What a search found, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.procedure import Procedure
from kiosk.domain.text import Text


class Why(StrEnum):
    """What of it matched: its title, another name, a code, or what its pages say."""

    TITLE = "title"
    NAME = "name"
    CODE = "code"
    FORMER_CODE = "former_code"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result, best first. `guide_id` is empty for a procedure without a guide.

    `said` is the name or the code that matched, as the guide writes it. `words` are the words that
    matched, small and NFC, for marking them in the title.
    """

    code: str
    guide_id: str
    title: Text
    score: float
    why: Why = Why.TITLE
    said: str = ""
    words: frozenset[str] = frozenset()
    procedure: Procedure | None = None
