"""QR codes as modules, for paper and for the screen alike."""

from __future__ import annotations

LONGEST = 900
"""Characters that stay readable from a screen at arm's length; see docs/decisions."""


def modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules of `content`, row by row, without the quiet zone.

    Error correction M (15 %), or L where only that fits. Empty when `content` is empty or beyond
    what a QR code of any size can hold (ISO/IEC 18004, version 40).
    """
    if not content:
        return ()
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError

    for correction in (ERROR_CORRECT_M, ERROR_CORRECT_L):
        code = QRCode(border=0, error_correction=correction)
        code.add_data(content.encode("utf-8"))
        try:
            code.make(fit=True)
        except (DataOverflowError, ValueError):
            continue
        return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
    return ()
