"""`kiosk guides import`, `old`, `pack`, `install`, `back`, as those who keep guides type them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.settings.places import assets_dir

GUIDES = assets_dir() / "guides"
ROW = {
    "ma_thu_tuc": "1.001193",
    "ten_thu_tuc": "Thủ tục đăng ký khai sinh",
    "so_quyet_dinh": "999/QĐ-MỚI",
    "detail_url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d",
}
FISH = {"ma_thu_tuc": "1.009999", "ten_thu_tuc": "Xóa đăng ký tàu cá"}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "state" / "ward-kiosk"


@pytest.fixture
def rows(tmp_path: Path) -> str:
    file = tmp_path / "rows.jsonl"
    file.write_text(f"{json.dumps(ROW)}\n{json.dumps(FISH)}\n", encoding="utf-8")
    return str(file)


def test_an_import_tells_what_differs_until_somebody_looked(
    rows: str, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guides", "import", rows]) == 0
    told = capsys.readouterr().out
    assert "2 procedures can now be found by name" in told
    assert "birth.toml, 1.001193" in told
    assert "source: 999/QĐ-MỚI" in told
    assert main(["guides", "import", rows, "--accept", "1.001193", "--by", "Lê Thị Tư"]) == 0
    assert "birth.toml" not in capsys.readouterr().out
    assert "Lê Thị Tư" in (state / "checked.json").read_text(encoding="utf-8")
    assert main(["guides", "import", rows]) == 0
    assert "birth.toml" not in capsys.readouterr().out


def test_accepting_what_is_not_there_changes_nothing(
    rows: str, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in ("1.009999", "9.000000"):
        assert main(["guides", "import", rows, "--accept", code]) == 2
        assert "nothing was changed" in capsys.readouterr().err
    assert not state.exists()


def test_what_grew_old_is_listed_and_a_look_makes_it_fresh(
    rows: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guides", "old", "--on", "2026-11-26", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["guides", "old", "--on", "2030-01-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"birth", "marriage"} <= {row["id"] for row in found}
    assert {"fee", "rule", "step"} == {row["kind"] for row in found}
    assert found[0].keys() == {
        "id", "code", "title", "kind", "checked", "days", "allowed", "checker", "decision", "url",
    }  # fmt: skip
    assert main(["guides", "import", rows, "--accept", "1.001193", "--by", "Tư"]) == 0
    capsys.readouterr()
    assert main(["guides", "old", "--on", "2030-01-01"]) == 0
    assert "birth.toml: the fees were last checked on" in capsys.readouterr().out


def test_content_is_packed_installed_found_and_given_back(
    tmp_path: Path, rows: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guides", "import", rows]) == 0
    folder = tmp_path / "content"
    shutil.copytree(GUIDES, folder)
    birth = (folder / "birth.toml").read_text(encoding="utf-8")
    birth = birth.replace("keywords = [", 'keywords = ["lọt lòng", ')
    (folder / "birth.toml").write_text(birth, encoding="utf-8")
    capsys.readouterr()
    assert main(["guides", "pack", str(folder), "--out", "p.tar.gz"]) == 0, capsys.readouterr().err
    sum_ = capsys.readouterr().out.split()[-1]
    Path(tmp_path / "state" / "ward-kiosk" / "procedures.db").unlink()
    assert main(["guides", "install", "p.tar.gz", "--sha256", "0" * 64]) == 2
    assert "copy it again" in capsys.readouterr().err
    assert main(["guides", "install", "p.tar.gz", "--sha256", sum_]) == 0
    capsys.readouterr()
    assert main(["search", "lọt lòng", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "birth"
    assert main(["search", "tàu cá", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["code"] == "1.009999"
    assert main(["guides", "back"]) == 0
    capsys.readouterr()
    assert main(["search", "lọt lòng", "--json"]) == 0
    assert "birth" not in [row["id"] for row in json.loads(capsys.readouterr().out)][:1]


def test_guides_with_a_fault_are_neither_packed_nor_installed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(GUIDES, folder)
    (folder / "birth.toml").write_text('id = "birth"\n', encoding="utf-8")
    assert main(["guides", "pack", str(folder), "--out", "p.tar.gz"]) == 2
    assert "birth.toml" in capsys.readouterr().err
    assert not Path("p.tar.gz").exists()


def test_there_is_nothing_to_go_back_to_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guides", "back"]) == 2
    assert "no content pack was ever installed" in capsys.readouterr().err


def test_what_is_no_pack_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.tar.gz").write_bytes(b"x")
    assert main(["guides", "install", "x.tar.gz"]) == 2
    assert "Nothing was changed" in capsys.readouterr().err
    assert main(["guides", "install", "none.tar.gz"]) == 2
    assert "cannot be read" in capsys.readouterr().err
