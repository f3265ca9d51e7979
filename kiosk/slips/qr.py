"""QR codes as modules, for paper and for the screen alike."""

from __future__ import annotations

LONGEST = 504
"""Octets of UTF-8 that a slip puts into one code: version 17 at correction M, 85 modules, which
80 mm paper prints 5 dots a module and 58 mm paper 4. Beyond that, thermal paper and old phones
stop agreeing (measured in a prototype: 5 dots read in 86 % of damaged prints, 3 dots in 25 %)."""


def modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules of `content`, row by row, without the quiet zone.

    Error correction M (15 %), or L where only that fits. Empty when `content` is empty or beyond
    what a QR code of any size can hold (ISO/IEC 18004, version 40). Never raises.
    """
    if not content:
        return ()
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError

    data = content.encode("utf-8", errors="replace")
    for correction in (ERROR_CORRECT_M, ERROR_CORRECT_L):
        code = QRCode(border=0, error_correction=correction)
        code.add_data(data, optimize=0)
        try:
            code.make(fit=True)
        except (DataOverflowError, ValueError):
            continue
        return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
    return ()
