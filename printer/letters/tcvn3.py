"""TCVN-3: two code pages that together hold every Vietnamese letter, as Epson's printers have them.

Small letters are on page 30, capitals on page 31. The table that python-escpos ships has an
Icelandic letter where the Đ is; this one has the Đ.
"""

from __future__ import annotations

import unicodedata

PAGES = (30, 31)
"""The numbers of ESC t; other makers number them otherwise, so a strip is printed first."""

_SMALL = " " * 32 + (
    "        ăâêôơưđ      àảãáạ ằẳẵắ "
    "      ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò"
    " ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ "
)
_CAPITAL = " " * 32 + (
    " ĂÂ    Đ  ÊÔƠƯ       ÀẢÃÁẠ ẰẲẴẮ "
    "      ẶẦẨẪẤẬÈ ẺẼÉẸỀỂỄẾỆÌỈ   ĨÍỊÒ"
    " ỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙ ỦŨÚỤỪỬỮỨỰỲỶỸÝỴ "
)
TABLES: dict[int, str] = {30: _SMALL, 31: _CAPITAL}
"""What each page shows for the bytes 0x80 to 0xFF; a blank is a byte without a letter."""

_BYTES = {
    letter: (page, 0x80 + at)
    for page, table in TABLES.items()
    for at, letter in enumerate(table)
    if letter != " "
}
_UNKNOWN = ord("?")


def encode(text: str) -> bytes:
    """`text` in the printer's own letters; the page is switched as seldom as can be.

    Letters that are in neither page become “?”.
    """
    out = bytearray()
    page = 0
    for letter in unicodedata.normalize("NFC", text):
        if letter.isascii():
            out += letter.encode()
            continue
        wanted, byte = _BYTES.get(letter, (page, _UNKNOWN))
        if wanted != page:
            page = wanted
            out += b"\x1bt" + bytes([page])
        out.append(byte)
    return bytes(out)
