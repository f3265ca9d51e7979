"""QR codes as modules, for paper and for the screen alike (ISO/IEC 18004)."""

from __future__ import annotations

LONGEST = 502
"""Octets of UTF-8 that a slip puts into one code: version 17 at correction M, 85 modules, which
80 mm paper prints 5 dots a module and 58 mm paper 4. Beyond that, thermal paper and old phones
stop agreeing (measured in a prototype: 5 dots read in 86 % of damaged prints, 3 dots in 25 %)."""

LARGEST_VERSION = 40
ECI_MODE, UTF_8, BYTE_MODE = "0111", f"{26:08b}", "0100"
PADDING = (0xEC, 0x11)

Modules = tuple[tuple[bool, ...], ...]
"""The dark modules of a QR code, row by row, without its quiet zone."""


def modules(content: str) -> Modules:
    """The dark modules of `content`.

    Error correction M (15 %), or L where only that fits. Empty when `content` is empty or beyond
    what a QR code of any size can hold. Never raises. Text that is not ASCII names itself as
    UTF-8 (ECI 26), because some readers otherwise take Vietnamese for Japanese.
    """
    if not content:
        return ()
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M

    data = content.encode("utf-8", errors="replace")
    make = _ascii if content.isascii() else _utf_8
    return make(data, ERROR_CORRECT_M) or make(data, ERROR_CORRECT_L)


def _ascii(data: bytes, correction: int) -> Modules:
    from qrcode import QRCode
    from qrcode.exceptions import DataOverflowError

    code = QRCode(border=0, error_correction=correction)
    code.add_data(data, optimize=0)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return ()
    return _frozen(code.modules)


def _utf_8(data: bytes, correction: int) -> Modules:
    from qrcode import QRCode

    for version in range(1, LARGEST_VERSION + 1):
        codewords = _codewords(data, version, correction)
        if codewords:
            code = QRCode(version=version, border=0, error_correction=correction)
            code.data_cache = codewords
            code.make(fit=False)
            return _frozen(code.modules)
    return ()


def _codewords(data: bytes, version: int, correction: int) -> list[int]:
    """Data and correction of one version, or nothing where it is too small.

    Built here because the qrcode library writes no ECI header.
    """
    from qrcode.base import rs_blocks
    from qrcode.util import BitBuffer, create_bytes

    blocks = rs_blocks(version, correction)
    room = 8 * sum(block.data_count for block in blocks)
    length = f"{len(data):0{8 if version < 10 else 16}b}"
    bits = ECI_MODE + UTF_8 + BYTE_MODE + length + "".join(f"{octet:08b}" for octet in data)
    if len(bits) > room:
        return []
    bits += "0" * min(4, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    octets = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    octets += [PADDING[at % 2] for at in range(room // 8 - len(octets))]
    buffer = BitBuffer()
    for octet in octets:
        buffer.put(octet, 8)
    return list(create_bytes(buffer, blocks))


def _frozen(rows: list[list[bool | None]]) -> Modules:
    return tuple(tuple(bool(dark) for dark in row) for row in rows)
