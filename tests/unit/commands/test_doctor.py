"""``kiosk doctor`` on a real portal and a real printer link: what it says and how it ends."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.app_staff import drawn
from kiosk.cli import main
from kiosk.domain.deadline import VIETNAM
from kiosk.portal.simulator import PortalSimulator
from printer.simulator import SimulatedPrinter


def examined(
    folder: Path, capsys: pytest.CaptureFixture[str], portal: str, printer: str
) -> tuple[int, dict[str, dict[str, Any]]]:
    file = folder / "k.toml"
    file.write_text(
        f'[portal]\nurl = "{portal}"\ngroup_id = "1"\nconnect_seconds = 1\nread_seconds = 1\n'
        f'[printer]\nurl = "{printer}"\n[store]\npath = "{folder}/state/kiosk.sqlite3"\n',
        encoding="utf-8",
    )
    code = main(["doctor", "--json", "--config", str(file)])
    told = json.loads(capsys.readouterr().out)
    return code, {check["check"]: check for check in told["checks"]}


def test_a_kiosk_that_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with PortalSimulator(now=datetime.now(VIETNAM)) as portal, SimulatedPrinter() as printer:
        code, checks = examined(tmp_path, capsys, portal.url, printer.url)
    assert code == 0
    names = "display touch printer paper scanner portal clock certificate disk temperature content"
    assert list(checks) == [*names.split(), "counts", "starts", "version"]
    for name in ("display", "printer", "paper", "portal", "clock", "disk"):
        assert checks[name]["light"] == "green", checks[name]
        assert checks[name]["do"] == {"vi": "", "en": ""}
    assert checks["display"]["measured"]["width"] == 1080
    [kept] = (tmp_path / "state" / "readiness").iterdir()
    assert json.loads(kept.read_text(encoding="utf-8"))["light"] == "amber"


@pytest.mark.events("readiness.not_drawn")
def test_a_process_that_cannot_draw_is_no_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python"))
    assert drawn(None) is None


def test_what_is_red_ends_with_1_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with SimulatedPrinter(fault="paper-out") as printer:
        code, checks = examined(tmp_path, capsys, "http://127.0.0.1:9", printer.url)
    assert code == 1
    red = {name for name, check in checks.items() if check["light"] == "red"}
    assert red == {"paper", "portal"}
    assert checks["portal"]["state"] == "refused"
    assert checks["paper"]["do"]["vi"] == "Lắp cuộn giấy mới rồi đóng nắp."
    assert all(checks[name]["do"]["vi"] and checks[name]["do"]["en"] for name in red)
