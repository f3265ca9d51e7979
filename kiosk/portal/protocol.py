"""What the kiosk asks of a portal, whatever its dialect."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import LookupOutcome


class Portal(Protocol):
    """One portal. Safe to use from one thread at a time."""

    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome:
        """Ask for one dossier, in three requests at most; never raises for what a portal does.

        `secret` is the look-up code printed on the receipt. Only with it is the dossier unlocked:
        its steps and its masked applicant come with it. A code that is only the portal's own id
        (`code.dossier_id`) is not found without it.
        """
        ...
