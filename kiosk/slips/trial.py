"""A slip that tries the printer out on the very way a citizen's slip takes."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.slip import Field, Headline, Paragraph, QrCode, Rule, Slip
from kiosk.domain.text import Words
from kiosk.domain.ward import Ward
from kiosk.slips.lookup import footer

LETTERS = "Ắ Ằ Ẳ Ẵ Ặ Ấ Ầ Ẩ Ẫ Ậ Ế Ề Ể Ễ Ệ Ố Ồ Ổ Ỗ Ộ Ớ Ờ Ở Ỡ Ợ Ứ Ừ Ử Ữ Ự Đ ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ợ ự đ"
SCANNED = "WARD-KIOSK-TRIAL"
"""What the code says: the kiosk's own scanner can read it back."""


def trial_slip(ward: Ward, words: Words, now: datetime) -> Slip:
    """The letters with two marks, a large line, and a code to be scanned."""
    return Slip(
        (
            Headline(ward.office, ward.province, words.say("staff.slip.trial"), ""),
            Rule(),
            Paragraph(words.say("staff.slip.trial_line")),
            Paragraph(LETTERS),
            Field(words.say("staff.slip.trial_large"), "0123456789", large=True),
            Rule(dashed=True),
            QrCode(SCANNED, words.say("staff.slip.trial_scan")),
            Rule(dashed=True),
            *footer(ward, words, now, "slip.guide.printed"),
        ),
        "",
    )
