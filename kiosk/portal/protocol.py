"""What every portal client can do."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import LookupOutcome


class Portal(Protocol):
    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome:
        """One look-up, three requests at most. Never raises for what a portal or a network does.

        Without `secret` the outcome holds nothing about the person.
        """
