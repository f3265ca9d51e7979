"""What the kiosk asks of a portal, and what a portal's dialect must be able to do."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import LookupOutcome
from kiosk.portal.wire import Wire


class Portal(Protocol):
    """All that can be asked about dossiers. Safe to use from one thread at a time."""

    @property
    def last_answer(self) -> datetime | None:
        """When a portal last answered as it should, aware; None before the first time."""
        ...

    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome:
        """Ask for one dossier, in three requests at most; never raises for what a portal does.

        `secret` is the look-up code printed on the receipt. Only with it is the dossier unlocked:
        its steps and its masked applicant come with it. A code that is only the portal's own id
        (`code.dossier_id`) is not found without it.
        """
        ...

    def end_visit(self) -> None:
        """The person has left: whatever was counted of them starts afresh."""
        ...


class Dialect(Protocol):
    """How one kind of portal is asked. The bounds of time and requests are the wire's."""

    @property
    def needs_clock(self) -> bool:
        """Whether it is refused when this machine's clock is off."""
        ...

    def price(self, secret: str | None) -> int:
        """The fewest requests in which it can answer now."""
        ...

    def ask(self, wire: Wire, code: DossierCode, secret: str | None) -> LookupOutcome:
        """See `Portal.look_up`."""
        ...
