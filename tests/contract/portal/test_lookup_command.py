"""`kiosk lookup` against a portal: its exit codes and its JSON."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.commands import lookup
from kiosk.portal.simulator import Dialect, PortalSimulator

KEYS = {
    *("code", "procedure_code", "procedure_name", "agency", "status", "status_text", "received"),
    *("due", "extended_due", "finished", "returned", "days_left", "overdue", "needs_action"),
    *("lock", "steps", "applicant", "fetched_at"),
}
EXITS = {
    None: 0,
    "portal-refused": 4,
    "portal-timeout": 4,
    "portal-500": 5,
    "portal-html": 5,
    "portal-broken-json": 5,
    "portal-203-text": 5,
    "portal-huge": 5,
    "portal-redirect": 5,
    "portal-401": 6,
    "portal-403": 6,
}


@pytest.fixture
def config(simulator: PortalSimulator, tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    lines = [f"{name} = {json.dumps(value)}\n" for name, value in simulator.settings.items()]
    file.write_text(
        f"[portal]\n{''.join(lines)}connect_seconds = 0.5\nread_seconds = 0.5\ntotal_seconds = 1\n",
        encoding="utf-8",
    )
    return file


def run(config: Path, *words: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", type=Path)
    lookup.configure(parser)
    return lookup.run(parser.parse_args([*words, "--config", str(config)]))


def as_json(config: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert run(config, "--json", *words) == 0
    told = json.loads(capsys.readouterr().out)
    assert isinstance(told, dict)
    return told


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.events("portal.unreachable", "portal.bad_answer", "portal.refused")
@pytest.mark.parametrize("fault", EXITS)
def test_the_exit_code_says_how_it_went(
    fault: str | None, simulator: PortalSimulator, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    simulator.set_fault(fault)

    assert run(config, simulator.dossier("processing").code) == EXITS[fault]
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.count("\n") == 1 or fault is None


def test_no_code_and_no_such_dossier_have_codes_of_their_own(
    simulator: PortalSimulator, config: Path
) -> None:
    assert run(config, "1.001193") == 2
    assert run(config, "H20.129-261124-9999") == 3
    assert run(config, simulator.dossier("processing").code, "--secret", "0000") == 3
    assert run(config, "H20.129-261124-9999", "--secret", "0000") == 3


@pytest.mark.parametrize("dialect", Dialect)
def test_every_dossier_is_told_as_json(
    simulator: PortalSimulator, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for dossier in simulator.dossiers:
        told = as_json(config, capsys, dossier.code)

        assert told.keys() == KEYS
        assert told["code"] == dossier.code
        assert told["applicant"] is None
        for name in ("received", "due", "extended_due", "finished", "returned", "fetched_at"):
            at = told[name]
            assert at is None or datetime.fromisoformat(str(at)).utcoffset() is not None


def test_the_look_up_code_brings_the_masked_name_and_the_steps(
    simulator: PortalSimulator, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = simulator.dossier("long")
    told = as_json(config, capsys, dossier.code, "--secret", dossier.secret)

    assert "*" in str(told["applicant"])
    steps = told["steps"]
    assert isinstance(steps, list)
    assert len(steps) == 12


def test_people_read_vietnamese(
    simulator: PortalSimulator, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for dossier in simulator.dossiers:
        assert run(config, dossier.code) == 0
        assert dossier.code in capsys.readouterr().out


@pytest.mark.parametrize("dialect", Dialect)
def test_every_national_status_is_told_by_its_number(
    simulator: PortalSimulator, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {
        as_json(config, capsys, simulator.dossier(what).code)["status"]
        for what in (
            *("submitted", "received", "not-accepted", "processing", "supplement"),
            *("payment", "withdrawn", "stopped", "ready", "returned"),
        )
    }
    assert told == set(range(1, 11))


def test_a_ward_without_a_portal_is_told_where_to_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "national.toml"
    file.write_text('[portal]\ndialect = "national"\n', encoding="utf-8")

    assert run(file, "H20.129-261124-9999") == 7
    assert "https://dichvucong.gov.vn/tra-cuu-ho-so" in capsys.readouterr().out
    assert run(file, "1.001193") == 2


def test_a_machine_without_network_says_so(tmp_path: Path) -> None:
    """In a network namespace of its own, where there is not even a way to a name server."""
    unshare = shutil.which("unshare")
    alone = [str(unshare), "--user", "--map-root-user", "--net"]
    if unshare is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("this machine makes no network namespaces")
    file = tmp_path / "kiosk.toml"
    file.write_text('[portal]\nurl = "http://portal.example"\n', encoding="utf-8")
    command = [sys.executable, "-m", "kiosk", "lookup", "H20.129-261124-9999"]
    done = subprocess.run(
        [*alone, *command, "--config", str(file)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 4
    assert "no network" in done.stdout
    assert done.stderr == ""
