"""The command line: one command imported, one line for a person, an exit code for a script."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import cli
from kiosk.settings import Place, Problem, SettingsError

ROOT = Path(__file__).resolve().parents[3]


def kiosk(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", *words]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


@pytest.fixture
def ends_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make ``kiosk settings show`` end with an exception."""

    def arrange(error: BaseException) -> None:
        def run(_arguments: argparse.Namespace) -> int:
            raise error

        command = SimpleNamespace(configure=lambda parser: parser.add_argument("deed"), run=run)
        monkeypatch.setattr(cli, "_command", lambda _name: command)

    return arrange


def test_help_lists_only_commands_that_are_there() -> None:
    told = kiosk("--help")
    assert told.returncode == 0
    assert "\n    settings " in told.stdout
    there = {path.stem for path in (ROOT / "kiosk" / "commands").glob("*.py")}
    missing = cli.COMMANDS.keys() - there
    assert cli.available().keys() == cli.COMMANDS.keys() - missing


def test_every_command_takes_a_settings_file_and_a_log() -> None:
    for name in cli.available():
        told = kiosk(name, "--help")
        assert (told.returncode, told.stderr) == (0, "")
        assert "--config FILE" in told.stdout
        assert "--log" in told.stdout


def test_help_imports_no_command() -> None:
    script = "import sys, kiosk.cli\ntry: kiosk.cli.main(['--help'])\nexcept SystemExit: pass\n"
    script += "print(sorted(n for n in sys.modules if n.startswith('kiosk.')), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "'kiosk.cli'" in done.stderr
    assert "kiosk.commands." not in done.stderr
    assert "kiosk.ui" not in done.stderr


@pytest.mark.parametrize("words", [[], ["settings"], ["setings", "check"], ["settings", "--no"]])
def test_a_wrong_call_is_bad_input(words: list[str]) -> None:
    told = kiosk(*words)
    assert told.returncode == 2
    assert "usage: kiosk" in told.stderr
    assert "Traceback" not in told.stderr


def test_check_names_every_problem_and_its_line(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    file.write_text('[ward]\nnmae = "x"\nname = 3\n')
    told = kiosk("settings", "check", str(file))
    assert told.returncode == 2
    assert told.stderr.splitlines() == [
        f"{file}:2: ward.nmae: no such setting; did you mean “ward.name”?",
        f"{file}:3: ward.name: must be a text in quotes, not the number 3",
    ]
    assert kiosk("settings", "show", "--config", str(file)).stderr == told.stderr
    assert kiosk("settings", "--config", str(file), "show").stderr == told.stderr


def test_check_says_when_all_is_well(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    file.write_text('[ward]\nname = "Xã Mỹ Trà"\n')
    told = kiosk("settings", "check", str(file))
    assert (told.returncode, told.stderr) == (0, "")


def test_show_says_which_layer_a_value_comes_from(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    file.write_text('[ward]\nname = "Xã Mỹ Trà"\n')
    told = kiosk("settings", "show", "--config", str(file)).stdout
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert f'ward.name = "Xã Mỹ Trà" # {file}:2' in lines
    assert 'portal.url = "" # default' in lines


def test_a_reader_that_goes_away_is_no_crash() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "settings", "docs"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        process.wait(timeout=20)
    assert told == b""


def test_settings_that_cannot_be_used_are_bad_input(
    ends_with: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]
) -> None:
    ends_with(SettingsError([Problem(Place("a.toml", 3), "b.c", "is wrong")]))
    assert cli.main(["settings", "show"]) == 2
    assert capsys.readouterr().err == "a.toml:3: b.c: is wrong\n"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("H20-1"), "something went wrong inside (ValueError)."),
        (
            ImportError("libEGL.so.1: not there\nand more"),
            "libEGL.so.1: not there. Run make setup.",
        ),
        (PermissionError(13, "Permission denied", "/x"), "/x: permission denied."),
        (OSError(98, "Address already in use"), "address already in use."),
        (OSError("odd"), "something went wrong inside (OSError)."),
        (KeyboardInterrupt(), "stopped."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_happens_a_person_reads_one_line(
    error: BaseException,
    said: str,
    ends_with: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    ends_with(error)
    assert cli.main(["settings", "show"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("kiosk settings: ")
    assert said in line
    assert "H20-1" not in line


def test_the_log_says_where_but_not_what(
    ends_with: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]
) -> None:
    ends_with(ValueError("a citizen's code"))
    assert cli.main(["settings", "show", "--log"]) == 1
    event, line = capsys.readouterr().err.splitlines()
    told = json.loads(event)
    assert (told["event"], told["command"], told["kind"]) == (
        "kiosk.crashed", "settings", "ValueError",
    )  # fmt: skip
    assert "test_cli.py:" in told["trace"]
    assert "a citizen's code" not in event + line
