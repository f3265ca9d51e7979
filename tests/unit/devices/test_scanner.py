"""A scanner's burst and a person's fingers, with time handed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.scanner import HICCUP, MIN_LENGTH, Scan, Scanner, Typed, plain

CODE = "H20.129-261105-0035"
Came = list[Scan | Typed]


def send(scanner: Scanner, text: str, *, start: float = 1000, gap: float = 5) -> Came:
    came: Came = []
    for place, char in enumerate(text):
        came += scanner.feed(char, start + place * gap)
    return came


@pytest.mark.parametrize("suffix", ["\r", "\n", "\t"])
def test_a_burst_with_a_suffix_is_one_scan_without_it(suffix: str) -> None:
    assert send(Scanner(), CODE + suffix) == [Scan(CODE)]


def test_cr_and_lf_together_end_one_scan_and_press_nothing() -> None:
    scanner = Scanner()
    assert send(scanner, CODE + "\r\n") == [Scan(CODE)]
    assert scanner.flush(5000) == []


def test_a_burst_without_a_suffix_ends_with_quiet() -> None:
    scanner = Scanner()
    assert send(scanner, CODE) == []
    end = 1000 + 5 * (len(CODE) - 1)
    assert scanner.flush(end + 35) == []
    assert scanner.flush(end + 36) == [Scan(CODE)]
    assert scanner.flush(end + 500) == []


def test_fingers_come_out_one_by_one() -> None:
    scanner = Scanner()
    came = send(scanner, "ho so", gap=120)
    assert came + scanner.flush(9000) == [Typed(char) for char in "ho so"]


def test_enter_after_a_few_fast_letters_is_still_enter() -> None:
    assert send(Scanner(), "ab\r") == [Typed("a"), Typed("b"), Typed("\r")]


def test_enter_alone_is_enter() -> None:
    assert send(Scanner(), "\r") == [Typed("\r")]


def test_a_key_held_down_is_typing() -> None:
    scanner = Scanner()
    came = send(scanner, "a" * 12, gap=30)
    assert came + scanner.flush(9000) == [Typed("a")] * 12


def test_a_scan_after_typing_takes_none_of_it() -> None:
    scanner = Scanner()
    came = send(scanner, "ho", gap=150)
    came += send(scanner, CODE + "\r", start=2000)
    assert came == [Typed("h"), Typed("o"), Scan(CODE)]


def test_a_burst_that_stalls_is_still_one_scan() -> None:
    scanner = Scanner(burst_ms=20)
    came = send(scanner, CODE[:10], gap=2)
    came += send(scanner, CODE[10:] + "\r", start=1018 + 20 * HICCUP, gap=2)
    assert came == [Scan(CODE)]


def test_the_rest_of_a_burst_cut_by_quiet_is_dropped_not_typed() -> None:
    scanner = Scanner(burst_ms=20)
    came = send(scanner, CODE[:10], gap=2)
    came += scanner.flush(1050)
    came += send(scanner, CODE[10:] + "\r", start=1060, gap=2)
    assert came == [Scan(CODE[:10])]
    assert send(scanner, "h", start=3000) + scanner.flush(4000) == [Typed("h")]


def test_two_scans_are_two() -> None:
    scanner = Scanner()
    came = send(scanner, CODE + "\r") + send(scanner, CODE + "\r", start=3000)
    assert came == [Scan(CODE), Scan(CODE)]


def test_an_endless_burst_keeps_a_bounded_part() -> None:
    came = send(Scanner(), "ab" * 5000 + "\r", gap=1)
    assert len(came) == 1
    assert isinstance(came[0], Scan)
    assert len(came[0].text) == 1000


def test_only_the_suffixes_that_were_set_end_a_scan() -> None:
    scanner = Scanner(suffixes=("\r",))
    assert send(scanner, "087190001234\tNam\r") == [Scan("087190001234\tNam")]


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Hâđ.ăâ\u0323-â\u0309ăăđ\u0300-đđê\u0300", "H20.129-261105-0035"),
        ("H20.129-261105-0035", "H20.129-261105-0035"),
        ("087190001234||Nguyễn Văn A", "087190001234||Nguyễn Văn A"),
    ],
)
def test_a_code_typed_through_a_vietnamese_layout_is_put_right(heard: str, meant: str) -> None:
    assert plain(heard) == meant


def test_what_was_scanned_or_typed_is_in_no_repr() -> None:
    scanner = Scanner()
    send(scanner, CODE)
    assert CODE not in repr(scanner)
    assert CODE not in repr(Scan(CODE))
    assert "Ữ" not in repr(Typed("Ữ"))


@given(
    st.text(alphabet="ABCH0123456789.-|", min_size=MIN_LENGTH, max_size=60).filter(
        lambda text: len(set(text[:MIN_LENGTH])) > 1
    ),
    st.lists(st.integers(min_value=0, max_value=35), min_size=70, max_size=70),
    st.sampled_from(["", "\r", "\r\n", "\t"]),
)
def test_a_burst_never_leaks_a_character(text: str, gaps: list[int], suffix: str) -> None:
    scanner, at, came = Scanner(), 1000, list[Scan | Typed]()
    for char, gap in zip(text + suffix, gaps, strict=False):
        at += gap
        came += scanner.feed(char, at)
    came += scanner.flush(at + 100)
    assert came == [Scan(plain(text))]


@given(st.text(max_size=30), st.integers(min_value=36, max_value=400))
def test_slow_keys_come_out_in_order_and_whole(text: str, gap: int) -> None:
    scanner = Scanner()
    came = send(scanner, text, gap=gap) + scanner.flush(10**6)
    assert came == [Typed(char) for char in text]
