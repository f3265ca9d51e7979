"""The slip for people who look up by phone: the portal's page, and the code to type there."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.slip import Field, Item, QrCode, Rule, Slip
from kiosk.domain.text import Words
from kiosk.domain.ward import Ward
from kiosk.slips.lookup import footer, headline


def handover_slip(code: str, page: str, ward: Ward, words: Words, now: datetime) -> Slip:
    """The code in large letters, three steps, and the page's address as a QR."""
    steps = [Item(words.say(f"slip.handover.step_{number}"), number=number) for number in (1, 2, 3)]
    return Slip(
        (
            headline(ward, words),
            Rule(),
            Field(words.say("slip.lookup.code"), code, large=True),
            *steps,
            Rule(dashed=True),
            QrCode(page, words.say("slip.handover.scan")),
            Rule(dashed=True),
            *footer(ward, words, now, "slip.guide.printed"),
        ),
        page,
    )
