"""Reading what portals send, however they send it."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.outcome import BadAnswer, Fault
from kiosk.portal.answer import moment, read_json, rows, text
from kiosk.portal.wire import Reply

MOMENT = datetime(2026, 11, 24, 9, 5, 7, tzinfo=VIETNAM)


def reply(body: bytes, kind: str = "application/json;charset=UTF-8") -> Reply:
    return Reply(200, kind, body)


@pytest.mark.parametrize(
    "written",
    [
        "24/11/2026 09:05:07",
        "20261124090507",
        "2026-11-24T09:05:07.000+0700",
        "2026-11-24T09:05:07+07:00",
        "2026-11-24T02:05:07Z",
        "2026-11-24 09:05:07",
        1_795_485_907_000,
        "1795485907000",
    ],
)
def test_a_time_is_read_in_every_form_portals_use(written: object) -> None:
    assert moment({"at": written}, "at") == MOMENT


@pytest.mark.parametrize("written", ["", None, "không rõ", "31/02/2026", 0, True, [], "9" * 30])
def test_an_empty_or_unreadable_time_is_none(written: object) -> None:
    assert moment({"at": written}, "at", "missing") is None


@given(st.text(max_size=40) | st.integers() | st.floats())
def test_reading_a_time_never_fails(written: object) -> None:
    read = moment({"at": written}, "at")

    assert read is None or read.tzinfo is not None


def test_texts_are_one_clean_line_and_numbers_become_texts() -> None:
    row = {"a": "  Đang\n xử\u00a0lý\x00 ", "n": 87190001234, "b": True, "l": ["x"], "e": "  "}

    assert text(row, "a") == "Đang xử lý"
    assert text(row, "e", "missing", "n") == "87190001234"
    assert text(row, "b") == text(row, "l") == ""
    assert len(text({"a": "x" * 10_000}, "a")) == 500


@pytest.mark.parametrize(
    ("body", "kind", "fault"),
    [
        (b"<html>", "text/html", Fault.NOT_JSON),
        (b"{}", "text/plain", Fault.NOT_JSON),
        (b" \n<!DOCTYPE html>", "application/json", Fault.NOT_JSON),
        (b"", "application/json", Fault.BROKEN_JSON),
        (b'{"a": ', "application/json", Fault.BROKEN_JSON),
        (b"\xff\xfe\xff", "application/json", Fault.BROKEN_JSON),
        (b"[" * 33 + b"]" * 33, "application/json", Fault.WRONG_SHAPE),
        (b"1" * 10_000, "application/json", Fault.BROKEN_JSON),
    ],
)
def test_what_is_no_json_is_told_apart(body: bytes, kind: str, fault: Fault) -> None:
    assert read_json(reply(body, kind)) == BadAnswer(fault)


def test_brackets_inside_strings_are_no_depth() -> None:
    value = {"a": "[" * 100 + '"\\' + "{" * 100}

    assert read_json(reply(json.dumps(value).encode())) == value


@pytest.mark.parametrize("kind", ["", "application/json", "application/vnd.x+json", "text/json"])
def test_json_goes_by_several_names_and_may_carry_a_mark(kind: str) -> None:
    assert read_json(reply(b'\xef\xbb\xbf{"total": 0}', kind)) == {"total": 0}


def test_rows_may_be_absent_single_or_strange() -> None:
    assert rows({"total": 0}, "data") == []
    assert rows({"data": None}, "data") == []
    assert rows({"data": {"a": 1}}, "data") == [{"a": 1}]
    assert rows({"data": [{"a": 1}, None, 3]}, "data") == [{"a": 1}]
    assert rows({"data": "x"}, "data") == BadAnswer(Fault.WRONG_SHAPE)
    assert rows([], "data") == BadAnswer(Fault.WRONG_SHAPE)
