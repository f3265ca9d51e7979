"""The pages a visit can be on."""

from __future__ import annotations

from enum import StrEnum


class Page(StrEnum):
    """Each value is also the name of the QML file that draws the page."""

    ATTRACT = "Attract"
    HOME = "Home"
    OPENING = "Opening"
    QUESTION = "Question"
    CHECKLIST = "Checklist"
    SERVICES = "Services"
    SEARCH = "Search"
    PROCEDURE = "Procedure"
    SERVICE = "Service"
    STEPS = "Steps"
    PHONE = "Phone"
    CODE = "Code"
    SECRET = "Secret"  # noqa: S105 (a page)
    ASKING = "Asking"
    RESULT = "Result"
    TROUBLE = "Trouble"
    HANDOVER = "Handover"
    PRINTING = "Printing"
    PRINTED = "Printed"
    UNCERTAIN = "Uncertain"
    QR_INSTEAD = "QrInstead"
    HELP = "Help"
    IDLE = "Idle"
    RATE = "Rate"
    SORRY = "Sorry"


PASSING = frozenset({Page.OPENING, Page.ASKING, Page.PRINTING})
"""Pages that wait for a service and leave by themselves; Back never returns to them."""
