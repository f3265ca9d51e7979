"""The short form of the campaign that searches the disk after many look-ups."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaigns import lookups


def test_look_ups_leave_nothing_of_anybody_on_the_disk() -> None:
    assert lookups.main(["40"]) == 0


@pytest.mark.parametrize("form", ["utf-8", "utf-16-le"])
def test_the_search_finds_what_is_there(form: str, tmp_path: Path) -> None:
    file = tmp_path / "core"
    file.write_bytes(b"\x00\x01" + "… đỗ thị dấu vết …".encode(form) + b"\xff")
    assert [mark for _, mark in lookups.search([file], lookups.marked())] == ["ĐỖ THỊ DẤU VẾT"]
