"""A scanner on a serial line, over a real pseudo-terminal."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.devices.scanner import Scan
from kiosk.devices.serial_scanner import SerialScanner
from tests.helpers.serial_line import Line

if TYPE_CHECKING:
    from tests.conftest import Heard

CODE = "H20.129-261105-0035"
CALL = "CALL"
CARD = "087190001234|341234567|Nguyễn Văn A|01011990|Nam|Phường 1|15082021"


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    line = Line(tmp_path / "scanner")
    line.plug()
    yield line
    if line.plugged:
        line.unplug()


def call(line: Line, scanner: SerialScanner) -> None:
    """Until the scanner's end of the line is open, and hears: opening drops what came before."""
    heard = threading.Thread(target=scanner.read)
    heard.start()
    while heard.is_alive():
        line.send(CALL + "\r")
        heard.join(0.05)


def next_code(scanner: SerialScanner) -> Scan | None:
    """The next code that was no call."""
    while (scan := scanner.read()) == Scan(CALL):
        continue
    return scan


@pytest.fixture
def scanner(line: Line) -> Iterator[SerialScanner]:
    scanner = SerialScanner(f"serial://{line.path}?baud=115200")
    call(line, scanner)
    yield scanner
    scanner.stop()
    assert scanner.read() is None


@pytest.mark.parametrize("suffix", ["\r", "\n", "\r\n", "\t", "\0", ""])
def test_a_code_is_read_whole_whatever_its_suffix(
    suffix: str, line: Line, scanner: SerialScanner
) -> None:
    line.send(CODE + suffix)

    assert next_code(scanner) == Scan(CODE)


def test_two_codes_in_one_breath_stay_two(line: Line, scanner: SerialScanner) -> None:
    line.send(f"{CODE}\r\nD-AB12-38963\r\n")

    assert [next_code(scanner), next_code(scanner)] == [Scan(CODE), Scan("D-AB12-38963")]


def test_vietnamese_comes_as_it_was_printed(line: Line, scanner: SerialScanner) -> None:
    line.send(CARD + "\r")

    assert next_code(scanner) == Scan(CARD)


def test_what_is_no_text_is_still_answered(line: Line, scanner: SerialScanner) -> None:
    line.send(b"\xff\xfe\x80garbage\r")

    scan = next_code(scanner)
    assert scan is not None
    assert scan.text.endswith("garbage")


def test_an_endless_code_is_cut(line: Line, scanner: SerialScanner) -> None:
    sender = threading.Thread(target=lambda: line.send("x" * 3000 + "\r"))
    sender.start()
    scan = next_code(scanner)
    sender.join()

    assert scan is not None
    assert len(scan.text) <= 1000


@pytest.mark.events("scanner.lost")
def test_it_may_be_unplugged_and_come_back(
    line: Line, scanner: SerialScanner, heard: Heard
) -> None:
    line.unplug()
    reader = threading.Thread(target=scanner.read)
    reader.start()
    while "scanner.lost" not in heard.names():
        reader.join(0.05)
    line.plug()
    while reader.is_alive():
        line.send(CALL + "\r")
        reader.join(0.05)

    line.send(CODE + "\r")
    assert next_code(scanner) == Scan(CODE)
    assert heard.names() == ["scanner.lost", "scanner.found"]


@pytest.mark.events("scanner.lost")
def test_a_line_that_is_not_there_ends_with_stop(tmp_path: Path) -> None:
    scanner = SerialScanner(f"serial://{tmp_path}/nowhere")
    reader = threading.Thread(target=scanner.read)
    reader.start()
    scanner.stop()
    reader.join(5)

    assert not reader.is_alive()


def test_no_scan_shows_what_it_holds() -> None:
    assert CODE not in repr(Scan(CODE))
