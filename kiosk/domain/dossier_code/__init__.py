"""The dossier code (mã hồ sơ): written, scanned, typed on the pad."""

from kiosk.domain.dossier_code.pad import Typing, erase, press, typing
from kiosk.domain.dossier_code.scan import CardScan, CodeScan, Scan, UnknownScan, read_scan
from kiosk.domain.dossier_code.written import DossierCode, doubtful, parse

__all__ = [
    "CardScan",
    "CodeScan",
    "DossierCode",
    "Scan",
    "Typing",
    "UnknownScan",
    "doubtful",
    "erase",
    "parse",
    "press",
    "read_scan",
    "typing",
]
