"""The dossier code (mã hồ sơ): every generation in use, read as a hurried person gives it.

`AGENCY-DATE-SEQUENCE`; the generations differ in the agency part and in the lengths:
TT 01/2018/TT-VPCP art. 19 (`000.00.14.H20-200703-0002`), TT 03/2025/TT-VPCP art. 13
(`H20.129-250812-0035`), its clause 3 from TT 4/2025/TT-VPCP (`H20.129.01-260801-150001`),
ministries (`G09.20-20260609-0092637`) and older systems with dots only
(`000.00.06.G04.190701.0501`).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

AGENCY_2018 = r"\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}"
AGENCY_2025 = r"[A-Y]\d{2}(?:\.\d{2,3}){0,3}"

EXACT = re.compile(
    rf"(?P<agency>{AGENCY_2018})-(?P<date>\d{{6}})-(?P<sequence>\d{{4}})"
    rf"|(?P<agency_2>{AGENCY_2025})-(?P<date_2>\d{{6}}|\d{{8}})-(?P<sequence_2>\d{{4,10}})"
)
_OLDER = re.compile(r"[A-Z0-9]{1,10}(?:[.\-][A-Z0-9]{1,10}){2,7}")
_OLDER_PARTS = re.compile(r"(?P<agency>.+)[.\-](?P<date>\d{6}|\d{8})[.\-](?P<sequence>\d{3,10})")
_UNFINISHED = re.compile(r"[A-Z0-9.]+-(?:\d{0,8}|\d{0,5}-\d*|\d{7}-\d*|\d{9,}-\d*|\d+-\d{0,3})")
_AGENCY_ALONE = re.compile(rf"{AGENCY_2018}|{AGENCY_2025}")
_PROCEDURE = re.compile(r"\d\.\d{6}(?:\.\d{2})?(?:\.000\.00\.00\.[A-Y]\d{2}(?:\.\d{2})?)?")
RECEIPT = re.compile(
    r"D-(?P<secret>[0-9A-Za-z]{1,32})-(?P<id>[0-9A-Za-z][0-9A-Za-z-]{0,63})", re.IGNORECASE
)
RECEIPT_ID = re.compile(
    r"#(?P<id>\d{1,19}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE
)
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－_"), "-")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class DossierCode:
    """One code in its written form: capitals, hyphens, no spaces.

    `recognised` is false for codes of older systems, whose parts may be empty. `dossier_id` is
    set, and `text` is `#` and the id, when a receipt's QR carried the portal's own number
    instead of a code; such a one opens only together with the look-up code.
    """

    text: str
    agency: str = ""
    date: str = ""
    sequence: str = ""
    recognised: bool = True
    dossier_id: str | None = None

    @property
    def received(self) -> dt.date | None:
        """The day in the code, or None where it is no day: worth a warning, not a refusal."""
        digits = self.date if len(self.date) == 8 else f"20{self.date}"
        try:
            return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            return None


def doubtful(code: DossierCode, today: dt.date) -> bool:
    """Whether the day in the code is no day, or is still to come: worth a second look at it.

    Never a reason to refuse: only the portal knows which codes there are.
    """
    if not code.date:
        return False
    received = code.received
    return received is None or received > today


def parse(text: str) -> DossierCode | None:
    """The code in `text`, or None. Spaces, case, long dashes and O for 0 are forgiven.

    Also reads the `#id` that `read_scan` makes of a receipt without a code. The form
    `D-<look-up code>-<id>` is refused here, because a code may travel in an address.
    """
    written = clean(text)
    if not written.isascii():
        return None
    if receipt := RECEIPT_ID.fullmatch(written):
        number = receipt["id"].lower()
        return DossierCode(f"#{number}", dossier_id=number)
    if RECEIPT.fullmatch(written):
        return None
    joined = re.sub(r"\s+", "", written)
    spaced = re.sub(r"[\s-]+", "-", written)
    for candidate in (joined, _zeros(joined), _zeros(spaced)):
        if match := EXACT.fullmatch(candidate):
            return _exact(match)
    return _older(_zeros(joined))


def clean(text: str) -> str:
    """Capitals, plain hyphens, no full-width forms, nothing around."""
    return unicodedata.normalize("NFKC", text.translate(DASHES)).strip().upper()


def _zeros(text: str) -> str:
    """O read as 0 inside groups that hold nothing else but digits, and after H in `H2O`."""

    def mend(match: re.Match[str]) -> str:
        group = match[0]
        if re.fullmatch(r"[0-9O]+", group):
            return group.replace("O", "0")
        if re.fullmatch(r"[A-Y][0-9O]{2}", group):
            return group[0] + group[1:].replace("O", "0")
        return group

    return re.sub(r"[A-Z0-9]+", mend, text)


def _exact(match: re.Match[str]) -> DossierCode:
    parts = match.groupdict()
    return DossierCode(
        match[0],
        parts["agency"] or parts["agency_2"],
        parts["date"] or parts["date_2"],
        parts["sequence"] or parts["sequence_2"],
    )


def _older(text: str) -> DossierCode | None:
    refused = (_PROCEDURE, _UNFINISHED, _AGENCY_ALONE)
    if not 8 <= len(text) <= _LONGEST or not _OLDER.fullmatch(text):
        return None
    if any(pattern.fullmatch(text) for pattern in refused):
        return None
    if not re.search("[A-Z]", text) or not re.search(r"\d{4}", text):
        return None
    parts = _OLDER_PARTS.fullmatch(text)
    if parts is None:
        return DossierCode(text, recognised=False)
    return DossierCode(text, parts["agency"], parts["date"], parts["sequence"], recognised=False)
