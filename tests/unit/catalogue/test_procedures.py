"""Procedures imported from the portal's JSON, in every shape it comes in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.catalogue.procedures import read_procedures, save_procedures, saved_procedures
from kiosk.domain.procedure import Procedure

UUID = "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"
DETAIL = {
    "code": "OK",
    "data": {
        "id": UUID,
        "code": "1.001193",
        "name": "Đăng ký\tkhai sinh ",
        "categoriesDetails": [{"name": "Hộ tịch", "code": "G15"}],
    },
    "message": "OK",
}
LISTED = {"code": "OK", "data": {"items": [{"id": UUID, "code": "1.000656", "name": "Khai tử"}]}}
ROW = {"ma_thu_tuc": "2.000815", "ten_thu_tuc": "Sao y", "detail_url": "https://example.vn/a"}


def write(file: Path, *answers: object) -> Path:
    file.write_text("\n".join(json.dumps(answer) for answer in answers), encoding="utf-8")
    return file


def test_each_shape_of_the_portal_is_read(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "detail.json", DETAIL),
        write(tmp_path / "list.json", LISTED),
        write(tmp_path / "rows.jsonl", ROW, DETAIL, LISTED),
        write(tmp_path / "array.json", [ROW]),
    ]
    found, problems = read_procedures(files)
    page = f"https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{UUID}"
    assert problems == ()
    assert tuple(official.procedure for official in found) == (
        Procedure("1.000656", "Khai tử", "", page),
        Procedure("1.001193", "Đăng ký khai sinh", "Hộ tịch", page),
        Procedure("2.000815", "Sao y", "", "https://example.vn/a"),
    )


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text(json.dumps(ROW) + '\n{"torn\n\n[3]\n{"code": "x", "name": "y"}\n')
    found, problems = read_procedures([file, tmp_path / "missing.json"])
    assert [official.procedure.code for official in found] == ["2.000815"]
    assert [str(problem) for problem in problems] == [
        "mixed.jsonl: line 2: is not JSON",
        "mixed.jsonl: line 4: has no procedure code and name",
        "mixed.jsonl: line 5: has no procedure code and name",
        "missing.json: cannot be read: No such file or directory",
    ]


def test_an_address_that_is_not_https_is_dropped(tmp_path: Path) -> None:
    found, _ = read_procedures([write(tmp_path / "a.json", {**ROW, "detail_url": "ftp://a"})])
    assert [official.procedure.url for official in found] == [""]


def test_what_was_saved_comes_back_and_replaces_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "state" / "procedures.db"
    first, second = (
        Procedure("1.000001", "Một"),
        Procedure("1.000002", "Hai", "Đất", "https://a.vn"),
    )
    save_procedures(file, [first])
    save_procedures(file, [second])
    assert saved_procedures(file) == (second,)


def test_a_missing_or_broken_file_holds_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"not a database at all, but long enough to be taken for one" * 20)
    assert saved_procedures(tmp_path / "none.db") == ()
    assert saved_procedures(broken) == ()


def test_a_save_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "procedures.db"
    old = Procedure("1.000001", "Một")
    save_procedures(file, [old])

    def breaks_off() -> Iterator[Procedure]:
        yield Procedure("1.000002", "Hai")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        save_procedures(file, breaks_off())
    assert saved_procedures(file) == (old,)
    save_procedures(file, [Procedure("1.000003", "Ba")])
    assert [row.code for row in saved_procedures(file)] == ["1.000003"]
