"""``python -m printer`` and ``kiosk simulate printer`` as people run them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer.__main__ import main
from printer.simulator import SimulatedPrinter
from tests.unit.printer.slips import png, slip


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def device() -> Iterator[SimulatedPrinter]:
    with SimulatedPrinter() as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "slip.png"
    path.write_bytes(png(slip(height=300)))
    return path


@pytest.mark.parametrize(
    ("fault", "name", "code"),
    [
        (None, "ready", 0),
        ("near-end", "near-end", 0),
        ("paper-out", "paper-out", 1),
        ("cover-open", "cover-open", 1),
        ("cutter", "cutter", 1),
        ("offline", "offline", 1),
        ("off", "offline", 1),
        ("silent", "unknown", 1),
    ],
)
def test_status_is_one_line_that_begins_with_the_state(
    device: SimulatedPrinter,
    capsys: pytest.CaptureFixture[str],
    fault: str | None,
    name: str,
    code: int,
) -> None:
    device.set_fault(fault)
    assert main(["status", "--device", device.url]) == code
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.count("\n") == 1
    assert told.out.split()[0] == name


def test_the_same_key_twice_is_one_slip(
    device: SimulatedPrinter, capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    words = ["print", str(file), "--device", device.url, "--key", "k"]
    assert [main(words), main(words)] == [0, 0]
    assert capsys.readouterr().out.splitlines() == ["printed", "printed"]
    assert len(device.slips) == 1


def test_without_a_key_every_run_is_a_slip(device: SimulatedPrinter, file: Path) -> None:
    words = ["print", str(file), "--device", device.url]
    assert [main(words), main(words)] == [0, 0]
    assert len(device.slips) == 2


def test_no_slip_ends_with_failed_and_says_why(
    device: SimulatedPrinter, capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    device.set_fault("paper-out")
    assert main(["print", str(file), "--device", device.url]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("paper-out")
    assert lines[-1] == "failed"


def test_no_proof_ends_with_uncertain(
    device: SimulatedPrinter, capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    words = ["print", str(file), "--device", device.url, "--acknowledge", "none"]
    assert main(words) == 3
    assert capsys.readouterr().out.splitlines()[-1] == "uncertain"


def test_the_test_page_is_a_slip(device: SimulatedPrinter) -> None:
    assert main(["test-page", "--device", device.url]) == 0
    assert len(device.slips) == 1


def test_a_model_file_sets_the_width(device: SimulatedPrinter, tmp_path: Path) -> None:
    model = tmp_path / "small.toml"
    model.write_text("width = 384\n")
    assert main(["test-page", "--device", device.url, "--model", str(model)]) == 0
    assert device.slips[0].crop((384, 0, 576, 400)).getextrema() == (1, 1)


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--device", "nowhere"],
        ["status", "--device", "tcp://h:0"],
        ["status", "--device", "memory://", "--width", "100"],
        ["print", "absent.png", "--device", "memory://"],
        ["print", ".", "--device", "memory://"],
        ["print", __file__, "--device", "memory://"],
        ["status", "--device", "memory://", "--model", __file__],
    ],
)
def test_bad_input_is_one_plain_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("printer: ")


def test_a_record_that_cannot_be_kept_is_one_plain_line(
    capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    words = ["print", str(file), "--device", "memory://", "--record", str(file / "below")]
    assert main(words) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err


def run(*words: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *words],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def test_ctrl_c_leaves_one_line(device: SimulatedPrinter, file: Path) -> None:
    device.set_fault("silent@3000")
    with run("-m", "printer", "print", str(file), "--device", device.url) as command:
        while device.received < 3000 and command.poll() is None:
            threading.Event().wait(0.005)
        command.send_signal(signal.SIGINT)
        _, error = command.communicate(timeout=20)
    assert command.returncode == 1
    assert error.count("\n") == 1
    assert error.startswith("printer: stopped")


@pytest.mark.parametrize("way", ["tcp", "pty", "usb"])
def test_the_simulated_printer_is_a_program_of_its_own(
    file: Path, tmp_path: Path, way: str
) -> None:
    place = ["--tcp", "0"] if way == "tcp" else [f"--{way}", str(tmp_path / "line")]
    out = tmp_path / "out"
    words = ["-m", "kiosk", "simulate", "printer", *place, "--out", str(out)]
    with run(*words) as program:
        assert program.stdout is not None
        url = program.stdout.readline().strip().removeprefix("printer.url = ")
        assert main(["print", str(file), "--device", url]) == 0
        program.terminate()
        assert program.wait(timeout=20) == 0
    log = [json.loads(line) for line in (out / "log.jsonl").read_text().splitlines()]
    assert [(entry["event"], entry["slip"]) for entry in log] == [("cut", "slip-001.png")]
    assert (out / "slip-001.png").is_file()
    assert not (tmp_path / "line").exists()


def test_the_simulated_printer_obeys_what_is_typed(file: Path, tmp_path: Path) -> None:
    words = ["-m", "kiosk", "simulate", "printer", "--out", str(tmp_path / "out"), "--speed", "900"]
    with run(*words, stdin=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        url = program.stdout.readline().strip().removeprefix("printer.url = ")
        for line, answer in (
            ("fault cover-open", "done"),
            ("fault fire", "'fire' is no fault"),
            ("what", "type: fault NAME"),
        ):
            program.stdin.write(line + "\n")
            program.stdin.flush()
            assert program.stdout.readline().startswith(answer)
        assert main(["status", "--device", url]) == 1
        program.stdin.write("fault none\npower-cycle\nstate\n")
        program.stdin.flush()
        heard = [program.stdout.readline().strip() for _ in range(3)]
        assert heard == ["done", "done", "0 slips, 0 rows not cut off"]
        assert main(["print", str(file), "--device", url]) == 0
        program.terminate()
        program.communicate(timeout=20)
    log = (tmp_path / "out" / "log.jsonl").read_text().splitlines()
    assert [json.loads(line)["event"] for line in log] == ["fault", "fault", "power-cycle", "cut"]


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--fault", "fire"], 2), (["--tcp", "99999"], 2), (["--fault", "list"], 0)],
)
def test_the_simulated_printer_says_what_it_cannot_do(words: list[str], code: int) -> None:
    with run("-m", "kiosk", "simulate", "printer", *words) as program:
        out, error = program.communicate(timeout=20)
    assert program.returncode == code
    assert error.count("\n") == (1 if code else 0)
    assert bool(out) is (code == 0)
