"""QR codes the printer draws itself (GS ( k, symbol 49)."""

from __future__ import annotations

from PIL import Image

_LEVELS = {48: 1, 49: 0, 50: 3, 51: 2}
"""The command's error correction L M Q H as the qrcode library numbers them."""


class QrSymbol:
    """The symbol being set up: size in dots per module, error correction, content."""

    def __init__(self) -> None:
        self._size = 3
        self._level = _LEVELS[48]
        self._content = b""

    def take(self, data: bytes) -> bool:
        """Obey one function; False when it is not one of a QR code's."""
        if len(data) < 3 or data[0] != 49:
            return False
        function, value = data[1], data[2]
        if function == 67:
            self._size = value
        elif function == 69:
            self._level = _LEVELS.get(value, 1)
        elif function == 80:
            self._content = data[3:]
        return function in (65, 67, 69, 80, 81)

    def picture(self, data: bytes) -> Image.Image | None:
        """The symbol, when `data` is the function that prints it."""
        if data[1] != 81 or not self._content:
            return None
        import qrcode

        symbol = qrcode.QRCode(error_correction=self._level, border=0)
        symbol.add_data(self._content)
        matrix = symbol.get_matrix()
        small = Image.new("1", (len(matrix), len(matrix)), 1)
        for y, row in enumerate(matrix):
            for x, black in enumerate(row):
                if black:
                    small.putpixel((x, y), 0)
        return small.resize((small.width * self._size, small.height * self._size))
