"""A slip's picture as black and white dots."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MAX_ROWS = 4000
"""Half a metre at 203 dpi: longer is a mistake, not a slip."""

_MAX_GREY_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Dots:
    """`rows` rows of `width_bytes` bytes, leftmost dot in the highest bit, 1 is black."""

    data: bytes
    width_bytes: int

    @property
    def rows(self) -> int:
        return len(self.data) // self.width_bytes

    def row(self, number: int) -> bytes:
        start = number * self.width_bytes
        return self.data[start : start + self.width_bytes]


def read_dots(picture: bytes, width: int) -> Dots:
    """The dots of a picture file (PNG or whatever Pillow reads) for paper `width` dots wide.

    Never dithers: soft edges of letters become black or white, whichever is nearer. Raises
    ValueError with one plain line when it is not a picture, does not fit the paper, or is a photo.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(picture))
        with image:
            _check_size(image, width)
            image.load()
            return to_dots(_two_tone(image))
    except UnidentifiedImageError:
        raise ValueError("this is not a picture") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValueError("the picture is far too large for a slip") from None
    except (OSError, SyntaxError, EOFError):
        raise ValueError("the picture is damaged") from None


def to_dots(image: Image.Image) -> Dots:
    """The dots of a mode "1" image, padded with white to whole bytes."""
    from PIL import Image

    width_bytes = (image.width + 7) // 8
    padded = Image.new("1", (width_bytes * 8, image.height), 1)
    padded.paste(image, (0, 0))
    raw = padded.tobytes()
    inverted = int.from_bytes(raw, "big") ^ int.from_bytes(b"\xff" * len(raw), "big")
    return Dots(inverted.to_bytes(len(raw), "big"), width_bytes)


def _check_size(image: Image.Image, width: int) -> None:
    if image.width > width:
        raise ValueError(f"the picture is {image.width} dots wide, the paper only {width}")
    if image.height > MAX_ROWS:
        raise ValueError(f"the picture is {image.height} rows long, a slip has at most {MAX_ROWS}")


def _two_tone(image: Image.Image) -> Image.Image:
    if image.mode == "1":
        return image
    from PIL import Image

    if image.has_transparency_data:
        sheet = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(sheet, image.convert("RGBA"))
    grey = image.convert("L")
    shades = grey.histogram()
    between = sum(shades[32:224])
    if between > _MAX_GREY_SHARE * grey.width * grey.height:
        raise ValueError("the picture is mostly grey; a slip is drawn in black and white")
    return grey.point([0] * 128 + [255] * 128, "1")
