"""The simulator must understand what programs by other authors send."""

from __future__ import annotations

import pytest
from escpos.printer import Dummy
from PIL import Image
from pyzbar.pyzbar import decode

from printer.escpos import commands
from printer.simulator.build import Build
from printer.simulator.device import Device
from printer.simulator.faults import Fault
from tests.unit.printer.slips import ink, same, slip

QR = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"


def feed(data: bytes, width: int = 576, fault: str | None = None) -> tuple[Device, bytes]:
    device = Device(Build(width), Fault.parse(fault) if fault else None)
    answers = b""
    while data:
        taken, said, _ = device.receive(data)
        answers += said
        data = data[taken:]
        if not taken:
            break
    return device, answers


def black(image: Image.Image) -> int:
    return image.convert("L").histogram()[0]


@pytest.mark.parametrize("impl", ["bitImageRaster", "bitImageColumn", "graphics"])
def test_python_escpos_pictures_come_out_the_same_in_every_mode(impl: str) -> None:
    dummy = Dummy(profile="TM-T20II")
    dummy.hw("INIT")
    picture = slip(4, 384, 240)
    dummy.image(picture, impl=impl)
    device, _ = feed(dummy.output + b"\n" + commands.cut())
    assert device.unknown == []
    assert same(device.slips[0].crop((0, 0, 384, device.slips[0].height)), picture)


def test_python_escpos_qr_codes_can_be_read_from_the_paper() -> None:
    dummy = Dummy(profile="TM-T20II")
    dummy.hw("INIT")
    dummy.qr(QR, native=True, size=6, ec=1)
    dummy.text("\n")
    device, _ = feed(dummy.output + b"\x1dVB\x28")
    assert device.unknown == []
    framed = Image.new("1", (676, device.slips[0].height + 100), 1)
    framed.paste(device.slips[0], (50, 50))
    assert [found.data.decode() for found in decode(framed.convert("L"))] == [QR]


def test_text_is_drawn_bigger_bolder_and_to_the_side_asked_for() -> None:
    plain, _ = feed(b"\x1b@Hello\n" + commands.cut())
    right, _ = feed(b"\x1b@\x1ba\x02Hello\n" + commands.cut())
    big, _ = feed(b"\x1b@\x1d!\x11Hello\n" + commands.cut())
    bold, _ = feed(b"\x1b@\x1bE\x01Hello\n" + commands.cut())
    assert same(plain.slips[0].crop((0, 0, 60, 30)), right.slips[0].crop((516, 0, 576, 30)))
    assert ink(big.slips[0]).height == pytest.approx(2 * ink(plain.slips[0]).height, abs=2)
    assert black(bold.slips[0]) > black(plain.slips[0]) > 0


def test_a_long_line_goes_on_below() -> None:
    device, _ = feed(b"\x1b@" + b"X" * 49 + b"\n" + commands.cut())
    assert device.slips[0].height == 60


def test_loaded_glyphs_are_used_until_the_printer_is_reset() -> None:
    define = b"\x1b&\x03AA\x0c" + b"\xff" * 36
    loaded, _ = feed(define + b"\x1b%\x01A\n" + commands.cut())
    assert black(loaded.slips[0]) == 12 * 24
    reset, _ = feed(define + b"\x1b@\x1b%\x01A\n" + commands.cut())
    assert 0 < black(reset.slips[0]) < 12 * 24


def test_paper_feed_obeys_the_motion_units() -> None:
    dots, _ = feed(b"\x1b@\x1dP\xcb\xcb" + commands.feed(300) + commands.cut())
    halves, _ = feed(b"\x1b@\x1dP\xcb\x65" + b"\x1bJ\x64" + commands.cut())
    assert dots.slips[0].height == 300
    assert halves.slips[0].height == 201


@pytest.mark.parametrize(
    ("data", "strange"),
    [
        (b"\x1bz", b"\x1bz"),
        (b"\x1d\x01", b"\x1d\x01"),
        (b"\x07", b"\x07"),
        (b"\x1bt\x63", b"\x1bt\x63"),
        (b"\x10\x99", b"\x10\x99"),
    ],
)
def test_every_unknown_byte_is_reported_with_its_place(data: bytes, strange: bytes) -> None:
    device, _ = feed(b"ab" + data + b"ab\n" + commands.cut())
    assert [(found.offset, found.data) for found in device.unknown] == [(2, strange)]


def test_bytes_may_arrive_one_at_a_time() -> None:
    picture = slip(4, 384, 120)
    dummy = Dummy(profile="TM-T20II")
    dummy.image(picture)
    device = Device()
    for byte in dummy.output + commands.cut():
        device.receive(bytes([byte]))
    assert same(device.slips[0].crop((0, 0, 384, device.slips[0].height)), picture)


def test_questions_are_answered_in_order_and_at_once() -> None:
    _, answers = feed(commands.confirm(b"ABCD") + commands.confirm_processed())
    assert answers == b"\x37\x22ABCD\x00\x00"
    _, held = feed(b"\x10\x04\x04" + commands.confirm(b"ABCD"), fault="paper-out")
    assert held == b"\x7e"


def test_the_cut_counter_counts_cuts() -> None:
    _, answers = feed(commands.cut() * 3 + commands.ask_counter(commands.LAST_CUT))
    assert answers == b"\x5f3\x00"


def test_changes_are_reported_by_themselves_when_asked_for() -> None:
    device, answers = feed(b"\x1da\xff")
    assert answers == b"\x10\x00\x00\x00"
    device.set_fault(Fault.parse("cover-open"))
    assert device.work() == b"\x38\x00\x00\x00"
