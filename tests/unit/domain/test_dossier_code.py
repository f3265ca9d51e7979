"""Codes as they are printed, typed in a hurry, scanned from a receipt."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.dossier_code import (
    CardScan,
    CodeScan,
    UnknownScan,
    doubtful,
    erase,
    parse,
    press,
    read_scan,
    typing,
)

PRINTED = {
    "000.00.14.H20-200703-0002": ("000.00.14.H20", "200703", "0002"),
    "000.00.53.H48-220921-0099": ("000.00.53.H48", "220921", "0099"),
    "H21.129-250812-0035": ("H21.129", "250812", "0035"),
    "G22.99.01-250812-0001": ("G22.99.01", "250812", "0001"),
    "H20.129.01-260801-150001": ("H20.129.01", "260801", "150001"),
    "G09.20-20260609-0092637": ("G09.20", "20260609", "0092637"),
    "H20-260801-0001": ("H20", "260801", "0001"),
    "000.00.06.G04.190701.0501": ("000.00.06.G04", "190701", "0501"),
    "CNTBD.181121.00334": ("CNTBD", "181121", "00334"),
    "H29.1-250701-0001": ("H29.1", "250701", "0001"),
}
CARD = "087190001234|341234567|Nguyễn Văn A|01011990|Nam|Số 1, Đường 30/4|15082021"
CODES = st.builds(
    "{}{:02}.{:03}-{}-{:04}".format,
    st.sampled_from("ABCDEFGHIKLMNPQRSTUVXY"),
    st.integers(0, 99),
    st.integers(0, 999),
    st.dates(dt.date(2025, 1, 1), dt.date(2060, 1, 1)).map(lambda day: f"{day:%y%m%d}"),
    st.integers(0, 9999),
)


@pytest.mark.parametrize("written", PRINTED)
def test_every_generation_is_read_into_its_parts(written: str) -> None:
    code = parse(written)

    assert code is not None
    assert code.text == written
    assert (code.agency, code.date, code.sequence) == PRINTED[written]


@pytest.mark.parametrize(
    "typed",
    [
        "  h20.129-261105-0035 ",
        "H20.129–261105–0035",
        "H20.129 — 261105 — 0035",
        "H20.129 261105 0035",
        "H2O.129-2611O5-OO35",
        "Ｈ20.129－261105－0035",
    ],
)
def test_a_hurried_hand_is_forgiven(typed: str) -> None:
    code = parse(typed)

    assert code is not None
    assert code.text == "H20.129-261105-0035"


@pytest.mark.parametrize(
    "typed",
    [
        *("", "H20", "H20.129", "H20.129.01", "000.00.14.H20", "H20.129-", "H20.129-2611"),
        *("H20.129-261105", "H20.129-261105-003", "H20.129-26110-0035", "000.00.14.H20-200703"),
        *("1.001193", "1.001193.01", "2.000815.000.00.00.H55", "2.000815.000.00.00.H55.02"),
        *("087190001234", "0900000000", "01-01-1990", "D-AB12-38963", "D-1234-56789012"),
        *("H20.129-261105-0035'--", "H20.129-261105-0035/../x", "H20.129-٢٦١١٠٥-٠٠٣٥", "A" * 400),
    ],
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert parse(typed) is None


def test_an_impossible_date_is_accepted_and_says_so() -> None:
    odd, plain, long = (parse(f"H20.129-{day}-0035") for day in ("269999", "261105", "20261105"))

    assert odd is not None
    assert odd.received is None
    assert plain is not None
    assert long is not None
    assert plain.received == long.received == dt.date(2026, 11, 5)


@given(CODES, st.sampled_from("-–—−"), st.booleans())
def test_reading_what_was_read_changes_nothing(written: str, dash: str, small: bool) -> None:
    typed = written.replace("-", f" {dash} ")
    code = parse(typed.lower() if small else typed)

    assert code is not None
    assert code.text == written
    assert parse(code.text) == code


@given(st.text(max_size=80))
def test_reading_anything_never_fails_and_yields_only_safe_characters(typed: str) -> None:
    for code in (parse(typed), getattr(read_scan(typed), "code", None)):
        assert code is None or re.fullmatch(r"#?[0-9A-Za-z.\-]{1,40}", code.text)


@pytest.mark.parametrize(
    ("scanned", "text", "secret"),
    [
        ("H20.129-261105-0035\r\n", "H20.129-261105-0035", None),
        ("\x1dH20.129-261105-0035\x00", "H20.129-261105-0035", None),
        ("Mã hồ sơ: H20.129-261105-0035.", "H20.129-261105-0035", None),
        ("D-AB12-38963", "#38963", "AB12"),
        ("d-1234-38963\r", "#38963", "1234"),
        ("https://x.vn/tra-cuu-thong-tin-ho-so/38963?secretKey=AB12", "#38963", "AB12"),
        ("https://x.vn/#/tra-cuu/38963?secretKey=AB12", "#38963", "AB12"),
        ("https://x.vn/?dossierNo=H20.129-261105-0035", "H20.129-261105-0035", None),
        ("https://x.vn/a?ma_ho_so=CNTBD.181121.00334", "CNTBD.181121.00334", None),
        ("HTTPS://x.vn/ho-so/H20.129-261105-0035?secretKey=ZX9Q", "H20.129-261105-0035", "ZX9Q"),
    ],
)
def test_a_receipt_is_read_in_all_its_forms(scanned: str, text: str, secret: str | None) -> None:
    scan = read_scan(scanned)

    assert isinstance(scan, CodeScan)
    assert (scan.code.text, scan.secret) == (text, secret)
    assert parse(scan.code.text) == scan.code
    assert scan.dossier_id == (text[1:] if text.startswith("#") else None)
    assert secret is None or secret not in repr(scan).replace(text, "")


@pytest.mark.parametrize(
    "scanned",
    [
        *(CARD, CARD + "||||", CARD + "\r\n", CARD.replace("341234567", "")),
        *("087190001234", "087190001234|nGuyeexn", "IDVNM1900012341087190001234<<8"),
    ],
)
def test_a_card_is_known_and_nothing_of_it_is_kept(scanned: str) -> None:
    scan = read_scan(scanned)

    assert isinstance(scan, CardScan)
    assert repr(scan) == "CardScan()"


@pytest.mark.parametrize(
    "scanned",
    [
        *("", "8934563138165", "https://example.vn/", "https://x.vn/tra-cuu/38963"),
        *("WIFI:S:quan;T:WPA;P:mat-khau;;", "http://[", "x" * 5_000, "#38963"),
    ],
)
def test_anything_else_is_unknown(scanned: str) -> None:
    assert isinstance(read_scan(scanned), UnknownScan)


def test_the_dashes_come_by_themselves() -> None:
    text = ""
    for char in "h20.1292611050035":
        text = press(text, char)

    assert text == "H20.129-261105-0035"


def test_a_long_date_waits_for_its_eight_digits() -> None:
    text = "G09.20-"
    for char in "20260609":
        text = press(text, char)

    assert text == "G09.20-20260609-"


def test_the_boxes_follow_the_typing() -> None:
    assert typing("H20.1").groups == ("H20.1", "", "")
    assert typing("H20.129-2611").current == 1
    assert typing("H20.129-261105-").current == 2
    assert typing("H20.129-261105-00").missing == 2
    done = typing("H20.129-261105-0035")
    assert (done.groups, done.missing, done.complete) == (("H20.129", "261105", "0035"), 0, True)


@pytest.mark.parametrize("char", ["", "Đ", " ", "é", "'", "٣", "12"])
def test_a_key_that_no_code_holds_changes_nothing(char: str) -> None:
    assert press("H20.1", char) == "H20.1"


def test_a_dash_that_came_by_itself_goes_with_its_digit() -> None:
    assert erase("H20.129-261105-") == "H20.129-26110"
    assert erase("H20.129-2") == "H20.129"
    assert erase("G22.99-") == "G22.99"
    assert erase("") == ""


@given(CODES)
def test_every_code_can_be_typed_without_a_dash_and_erased_again(written: str) -> None:
    text, states = "", [""]
    for char in written.replace("-", ""):
        text = press(text, char)
        states.append(text)

    assert text == written
    assert typing(text).complete
    for before in reversed(states[:-1]):
        text = erase(text)
        assert text == before


@given(st.lists(st.sampled_from([*"0123456789HGA.-O", "<"]), max_size=60))
def test_no_row_of_keys_breaks_the_pad(keys: list[str]) -> None:
    text = ""
    for key in keys:
        before = text
        text = erase(text) if key == "<" else press(text, key)
        if key == "<":
            assert len(text) < len(before) or not before
        state = typing(text)
        assert (state.missing == 0) == state.complete == (parse(text) is not None)
        assert len(text) <= 40
        assert "--" not in text
        assert state.current in (0, 1, 2)


@pytest.mark.parametrize(
    ("written", "odd"),
    [
        ("H20.129-261124-0001", False),
        ("H20.129-261125-0001", True),
        ("H20.129-261305-0035", True),
        ("H20.129-260231-0035", True),
        ("G09.20-20260609-0092637", False),
        ("G09.20-20261301-0092637", True),
        ("CNTBD.181121.00334", False),
        ("#38963", False),
    ],
)
def test_an_unusual_day_is_doubted_and_never_refused(written: str, odd: bool) -> None:
    code = parse(written)
    assert code is not None
    assert doubtful(code, dt.date(2026, 11, 24)) == odd
