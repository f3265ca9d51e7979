"""Restart and shut-down go to the system's service manager; here a script stands in for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.devices.power import turn


def manager(folder: Path, ends: int = 0) -> tuple[str, Path]:
    """A service manager that writes down what it was told, and where it does."""
    told, script = folder / "told", folder / "manager"
    script.write_text(f'#!/bin/sh\necho "$@" > {told}\nexit {ends}\n')
    script.chmod(0o755)
    return str(script), told


@pytest.mark.parametrize(("deed", "word"), [("restart", "reboot"), ("shut_down", "poweroff")])
def test_the_service_manager_is_told(tmp_path: Path, deed: str, word: str) -> None:
    command, told = manager(tmp_path)
    assert turn(deed, command)
    assert told.read_text() == f"{word}\n"


@pytest.mark.events("staff.power_refused")
def test_a_refusal_or_no_manager_at_all_is_told(tmp_path: Path) -> None:
    command, _ = manager(tmp_path, ends=1)
    assert not turn("restart", command)
    assert not turn("restart", str(tmp_path / "absent"))


def test_nothing_else_can_be_asked_for(tmp_path: Path) -> None:
    command, told = manager(tmp_path)
    with pytest.raises(KeyError):
        turn("rescue", command)
    assert not told.exists()
