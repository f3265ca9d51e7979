from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from printer.escpos import commands
from printer.escpos.bands import to_bands
from printer.escpos.picture import Dots, to_dots
from printer.simulator.build import Build
from printer.simulator.device import Device
from tests.unit.printer.slips import same, slip

HEADER = re.compile(rb"\x1dv0\x00(..)(..)", re.DOTALL)


def heights(data: bytes) -> list[int]:
    found = []
    at = 0
    while at < len(data):
        if data[at : at + 2] == b"\x1bJ":
            at += 3
            continue
        header = HEADER.match(data, at)
        assert header is not None, f"neither a band nor a feed at {at}"
        width, rows = (int.from_bytes(part, "little") for part in header.groups())
        found.append(rows)
        at = header.end() + width * rows
    return found


def printed(dots: Dots) -> Image.Image:
    device = Device(Build(dots.width_bytes * 8))
    stream = commands.INITIALISE + b"".join(to_bands(dots)) + commands.cut()
    while stream:
        stream = stream[device.receive(stream)[0] :]
    assert device.unknown == []
    return device.slips[0]


@pytest.mark.parametrize("width", [384, 512, 576])
def test_a_slip_comes_out_dot_by_dot(width: int) -> None:
    image = slip(7, width, 1201)
    paper = printed(to_dots(image))
    assert paper.size == image.size
    assert paper.tobytes() == image.tobytes()


@given(
    st.integers(1, 3),
    st.lists(st.tuples(st.integers(1, 150), st.binary(min_size=3, max_size=3)), max_size=8),
)
@settings(max_examples=60, deadline=None)
def test_any_stripes_come_out_dot_by_dot(
    width_bytes: int, stripes: list[tuple[int, bytes]]
) -> None:
    data = b"".join(pattern[:width_bytes] * rows for rows, pattern in stripes)
    data = data.replace(b"\x10", b"\x11")
    dots = Dots(data or bytes(width_bytes), width_bytes)
    paper = printed(dots)
    assert paper.height == dots.rows
    assert to_dots(paper) == dots


@given(st.lists(st.integers(1, 300), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_band_is_high_or_of_an_unlucky_height(blacks: list[int]) -> None:
    data = b"".join(b"\xff" * rows + bytes(30) for rows in blacks)
    bands = heights(b"".join(to_bands(Dots(data, 1))))
    assert sum(bands) == sum(blacks)
    assert all(0 < rows <= 128 and rows % 48 for rows in bands)


def test_white_is_fed_not_sent() -> None:
    assert to_bands(Dots(bytes(72 * 600), 72)) == (commands.feed(600),)


def test_white_at_the_right_is_not_sent() -> None:
    narrow = b"".join(to_bands(Dots((b"\x80" + bytes(71)) * 10, 72)))
    assert len(narrow) == 8 + 10


def test_dots_never_spell_a_command_that_acts_inside_data() -> None:
    data = b"\x10\x04\x01\x10\x05\x02\x10\x14\x02" + bytes(3) + b"\x10\x14\x08\x01\x10\x04"
    stream = b"".join(to_bands(Dots(data + b"\x04\xff" * 7, 16)))
    for act in (rb"\x10\x04[\x01-\x08]", rb"\x10\x05[\x00-\x02]", rb"\x10\x14[\x01-\x08]"):
        assert re.search(act, stream) is None
    assert stream != b""


def test_a_slip_of_576_by_1200_takes_less_than_60_percent_of_its_raster() -> None:
    image = slip()
    bands = b"".join(to_bands(to_dots(image)))
    assert len(bands) < 0.6 * 72 * 1200
    assert same(printed(to_dots(image)), image)


def test_a_slow_line_gets_low_bands_and_the_same_picture() -> None:
    dots = Dots(random.Random(4).randbytes(72 * 300), 72)
    low = to_bands(dots, 600)
    assert max(map(len, low)) <= 8 * 72 + 8
    assert {command[:1] for command in low} <= {b"\x1d", b"\x1b"}
    device = Device()
    stream = b"".join(low) + commands.cut()
    while stream:
        stream = stream[device.receive(stream)[0] :]
    assert device.slips[0].height == 300
