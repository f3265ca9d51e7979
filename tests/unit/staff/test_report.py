"""A month in figures: what is told, what is withheld, and every form the same."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.cli import main
from kiosk.domain.count import Count
from kiosk.staff.report.figures import figures, together
from kiosk.staff.report.withhold import SMALL, withhold, withhold_within
from kiosk.store.counters import Counters
from kiosk.store.schema import bring

MONTH = "2026-11"
COUNTED = {
    (Count.VISIT_STARTED, ""): 420,
    (Count.GUIDED, "full/birth"): 40,
    (Count.GUIDED, "full/marriage"): 3,
    (Count.GUIDED, "full/death"): 12,
    (Count.GUIDED, "partial/land"): 9,
    (Count.GUIDE_FINISHED, "full/birth"): 22,
    (Count.LOOKED_UP, ""): 150,
    (Count.LOOKED_UP_OVERDUE, ""): 3,
    (Count.LOOKUP_FAILED, "not_found"): 4,
    (Count.PRINTED, ""): 160,
    (Count.RATED_1, ""): 1,
    (Count.RATED_4, ""): 9,
    (Count.RATED_5, ""): 50,
    (Count.MINUTE_IN_SERVICE, ""): 9010,
}


def counted(file: Path, more: int = 0) -> Path:
    counters = Counters(file, lambda: date(2026, 11, 20))
    for (what, of), times in COUNTED.items():
        counters.add(what, times + more, of=of)
    counters.close()
    return file


def test_the_figures_of_a_ward() -> None:
    found = figures("Xã A", COUNTED)
    assert found.value("visits", "visit_started") == 420
    assert found.value("opened", "full") == 55
    assert found.value("opened", "partial") == 9
    assert found.value("opened_guides", "guide", "birth") == 40
    assert found.value("lookups", "failed_not_found") == 4
    assert found.value("service", "hours") == 150
    assert found.value("service", "minute_without_paper") == 0


def test_small_counts_that_may_point_to_a_person_are_withheld() -> None:
    found = figures("Xã A", COUNTED)
    assert found.value("opened_guides", "guide", "marriage") is None
    assert found.value("opened_guides", "guide", "death") is None, "55 - 40 - 12 would be 3"
    assert found.value("lookups", "looked_up_overdue") is None
    assert found.value("ratings", "rated_1") is None
    assert found.value("ratings", "rated_4") is None
    assert found.value("ratings", "rated_5") == 50


CELLS = some.dictionaries(some.sampled_from("abcdefg"), some.integers(0, 30))


@given(CELLS)
def test_no_small_count_can_be_worked_out_from_the_sum(cells: dict[str, int]) -> None:
    shown = withhold(cells)
    assert all(count is None or count == 0 or count >= SMALL for count in shown.values())
    hidden = [name for name, count in shown.items() if count is None]
    if len(hidden) == 1:
        assert not any(shown.values()), "alone only where the sum is itself, and withheld too"


@given(some.dictionaries(some.sampled_from("xyz"), CELLS))
def test_a_group_whose_sum_is_withheld_shows_no_cell(groups: dict[str, dict[str, int]]) -> None:
    apart = {
        group: {f"{group}{name}": count for name, count in cells.items()}
        for group, cells in groups.items()
    }
    sums, inside = withhold_within(apart)
    for group, cells in apart.items():
        if sums[group] is None:
            assert all(inside[name] is None for name in cells)


def test_one_ward_cannot_be_told_from_the_sum_of_several() -> None:
    quiet = {(Count.LOOKED_UP_OVERDUE, ""): 2, (Count.VISIT_STARTED, ""): 10}
    busy = {(Count.LOOKED_UP_OVERDUE, ""): 40, (Count.VISIT_STARTED, ""): 900}
    wards, total = together([("Xã A", quiet), ("Xã B", busy)])
    assert [ward.value("lookups", "looked_up_overdue") for ward in wards] == [None, 40]
    assert total.value("lookups", "looked_up_overdue") is None
    assert total.value("visits", "visit_started") == 910
    _, total = together([("Xã A", quiet), ("Xã B", busy), ("Xã C", quiet)])
    assert total.value("lookups", "looked_up_overdue") == 44


@pytest.fixture
def settings(tmp_path: Path) -> list[str]:
    file = tmp_path / "k.toml"
    file.write_text(
        f'[ward]\nname = "Phường Mỹ Trà"\n[store]\npath = "{counted(tmp_path / "a.sqlite3")}"\n',
        encoding="utf-8",
    )
    return ["--config", str(file)]


def told(capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> bytes:
    assert main(["report", "--month", MONTH, *words]) == 0
    return capsysbinary.readouterr().out


def test_every_form_holds_the_same_figures(
    settings: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    rows = list(
        csv.DictReader(io.StringIO(told(capsysbinary, *settings, "--format", "csv").decode()))
    )
    by_name = {(row["section"], row["name"]): row["value"] for row in rows}
    assert by_name["visits", "visit_started"] == "420"
    assert by_name["lookups", "looked_up_overdue"] == "*"
    assert {row["ward"] for row in rows} == {"Phường Mỹ Trà"}

    whole = json.loads(told(capsysbinary, *settings, "--format", "json"))
    [ward] = whole["wards"]
    from_json = {
        (section, f"{row['name']}:{row['guide']}" if "guide" in row else row["name"]): (
            "*" if row["value"] is None else str(row["value"])
        )
        for section, rows in ward["sections"].items()
        for row in rows
    }
    assert from_json == by_name

    book = zipfile.ZipFile(io.BytesIO(told(capsysbinary, *settings, "--format", "xlsx")))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    numbers = re.findall(r'<c r="B\d+"><v>(\d+)</v></c>', sheet)
    assert sorted(numbers) == sorted(value for value in by_name.values() if value != "*")

    page = told(capsysbinary, *settings, "--format", "html").decode()
    assert "<h2>Phường Mỹ Trà</h2>" in page
    assert '<td align="right">420</td>' in page
    assert told(capsysbinary, *settings, "--format", "pdf").startswith(b"%PDF-")
    plain = told(capsysbinary, *settings).decode()
    assert "Báo cáo tháng 11/2026" in plain
    assert "   420  Lượt sử dụng" in plain


def test_many_files_make_one_report(
    tmp_path: Path, settings: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    first, second = counted(tmp_path / "one.sqlite3"), counted(tmp_path / "two.sqlite3", more=10)
    words = [f"Xã Một={first}", str(second), "--format", "json", "--lang", "en", *settings]
    whole = json.loads(told(capsysbinary, *words))
    assert [ward["ward"] for ward in whole["wards"]] == ["Xã Một", "two"]
    assert whole["total"]["sections"]["visits"][0] == {
        "name": "visit_started", "label": "Visits", "value": 420 + 430,
    }  # fmt: skip


def test_a_file_of_an_older_version_is_read_as_it_is(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    import sqlite3

    old = tmp_path / "old.sqlite3"
    connection = sqlite3.connect(old)
    bring(connection, to=1)
    with connection:
        connection.execute("INSERT INTO counts VALUES ('2026-11-03', 'printed', 8)")
    connection.close()
    before = old.read_bytes()
    assert b'"value": 8' in told(capsysbinary, str(old), "--format", "json")
    assert old.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--month", "2026-13"], 2, "is no month"),
        (["--month", "11/2026"], 2, "is no month"),
        (["--month", MONTH, "nothing.sqlite3"], 1, "nothing.sqlite3"),
    ],
)
def test_what_cannot_be_reported_is_one_line(
    words: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        ended = main(["report", *words])
    except SystemExit as leaving:
        ended = int(leaving.code or 0)
    assert ended == code
    assert says in capsys.readouterr().err


def test_a_month_without_counts_is_a_report_of_noughts(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "k.toml"
    file.write_text(f'[store]\npath = "{tmp_path}/absent.sqlite3"\n', encoding="utf-8")
    whole = json.loads(told(capsysbinary, "--config", str(file), "--format", "json"))
    assert whole["total"]["sections"]["visits"][0]["value"] == 0
    assert not (tmp_path / "absent.sqlite3").exists()
