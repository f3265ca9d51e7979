"""For wards where no portal answers a machine: the person asks on the portal's own page."""

from __future__ import annotations

from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import HandedOver, LookupOutcome
from kiosk.portal.wire import Wire


class National:
    """Sends nothing. The national portal documents no look-up for machines (autumn 2026)."""

    def __init__(self, page: str) -> None:
        self._page = page

    @property
    def needs_clock(self) -> bool:
        return False

    def price(self, secret: str | None) -> int:  # noqa: ARG002
        return 0

    def ask(self, wire: Wire, code: DossierCode, secret: str | None) -> LookupOutcome:  # noqa: ARG002
        return HandedOver(self._page)
