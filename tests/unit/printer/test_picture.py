from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from printer.escpos.picture import MAX_ROWS, read_dots, to_dots
from tests.unit.printer.slips import png, slip


def test_one_bit_pictures_keep_every_dot() -> None:
    image = slip(3)
    assert read_dots(png(image), 576) == to_dots(image)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "LA"])
def test_other_modes_of_the_same_black_and_white_give_the_same_dots(mode: str) -> None:
    image = slip(3)
    assert read_dots(png(image.convert("L").convert(mode)), 576) == to_dots(image)


def test_soft_edges_become_black_or_white_without_a_raster() -> None:
    image = Image.new("L", (16, 1), 255)
    image.putpixel((3, 0), 0)
    image.putpixel((4, 0), 100)
    image.putpixel((5, 0), 200)
    assert read_dots(png(image), 576).data == b"\x18\x00"


def test_transparent_is_white() -> None:
    image = Image.new("RGBA", (8, 1), (0, 0, 0, 0))
    image.putpixel((0, 0), (0, 0, 0, 255))
    assert read_dots(png(image), 576).data == b"\x80"


def test_a_width_that_is_no_whole_byte_is_filled_with_white() -> None:
    assert read_dots(png(Image.new("1", (9, 2), 0)), 576).data == b"\xff\x80\xff\x80"


def _grey() -> bytes:
    image = Image.new("L", (100, 100), 128)
    ImageDraw.Draw(image).rectangle((0, 0, 20, 20), fill=0)
    return png(image)


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        (b"", "not a picture"),
        (b"hello", "not a picture"),
        (png(slip())[:200], "damaged"),
        (png(slip())[:-300], "damaged"),
        (_grey(), "grey"),
        (png(Image.new("1", (577, 10), 1)), "577 dots wide, the paper only 576"),
        (png(Image.new("1", (10, MAX_ROWS + 1), 1)), "rows long"),
    ],
)
def test_what_cannot_be_a_slip_is_refused_in_one_line(picture: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says) as caught:
        read_dots(picture, 576)
    assert "\n" not in str(caught.value)


def _claiming(side: int) -> bytes:
    """A tiny file whose header claims a huge picture."""
    header = b"IHDR" + struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    tail = png(Image.new("1", (1, 1)))[33:]
    signature = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13)
    return signature + header + struct.pack(">I", zlib.crc32(header)) + tail


@pytest.mark.parametrize("side", [10_000, 20_000])
def test_a_huge_picture_is_refused_before_it_is_unpacked(side: int) -> None:
    with pytest.raises(ValueError, match="too large"):
        read_dots(_claiming(side), 576)
