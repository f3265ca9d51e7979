"""What a scanner reads: a receipt in any of its three forms, a card, or something else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from kiosk.domain.dossier_code.written import (
    DASHES,
    EXACT,
    RECEIPT,
    RECEIPT_ID,
    DossierCode,
    clean,
    parse,
)

_WITHIN = re.compile(rf"(?<![A-Z0-9.])(?:{EXACT.pattern})(?![A-Z0-9-])")
_CARD = re.compile(r"\s*\d{12}\s*(?:\||$)|\s*I[DC<]VNM")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class CodeScan:
    """A receipt: its code and, where the QR holds them, the look-up code and the portal's id."""

    code: DossierCode
    secret: str | None = field(default=None, repr=False)
    dossier_id: str | None = None


@dataclass(frozen=True, slots=True)
class CardScan:
    """An identity card or a bare personal number. Its content is not kept."""


@dataclass(frozen=True, slots=True)
class UnknownScan:
    """Something else."""


Scan = CodeScan | CardScan | UnknownScan


def read_scan(text: str) -> Scan:
    """What a scanner read: a receipt in any of its forms, a card, or something else."""
    if len(text) > _LONGEST:
        return UnknownScan()
    plain = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).strip()
    if _CARD.match(plain) or plain.count("|") >= 6:
        return CardScan()
    if receipt := RECEIPT.fullmatch(plain.translate(DASHES)):
        return _by_id(receipt["id"], receipt["secret"])
    if re.match(r"https?://", plain, re.IGNORECASE):
        return _read_address(plain)
    code = parse(plain)
    if code is None and (within := _WITHIN.search(clean(plain))):
        code = parse(within[0])
    return UnknownScan() if code is None or code.dossier_id else CodeScan(code)


def _by_id(number: str, secret: str | None) -> Scan:
    code = parse(f"#{number}")
    if code is None or not secret:
        return UnknownScan()
    return CodeScan(code, secret, code.dossier_id)


def _read_address(address: str) -> Scan:
    """A receipt's address. Nobody ever calls it: only the code, id and look-up code are taken."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return UnknownScan()
    route = urlsplit(parts.fragment)
    asked = {k.lower(): v for k, v in parse_qsl(parts.query) + parse_qsl(route.query)}
    segments = [unquote(s) for s in f"{parts.path}/{route.path}".split("/") if s]
    secret = asked.get("secretkey") or asked.get("secretcode") or None
    for name, value in asked.items():
        named = name.replace("_", "").replace("-", "") in {"dossierno", "mahoso", "code", "sohoso"}
        if (code := parse(value)) and not code.dossier_id and (named or code.recognised):
            return CodeScan(code, secret)
    for segment in reversed(segments):
        if (code := parse(segment)) and code.recognised and not code.dossier_id:
            return CodeScan(code, secret)
    for segment in reversed(segments):
        if RECEIPT_ID.fullmatch(f"#{segment}"):
            return _by_id(segment, secret)
    return UnknownScan()
