"""A few of the kills that `python -m tests.campaigns.settings_power_loss` makes by the hundred."""

from __future__ import annotations

from pathlib import Path

from tests.campaigns.settings_power_loss import strike


def test_a_killed_writer_leaves_the_old_settings_or_the_new(tmp_path: Path) -> None:
    seen = strike(tmp_path, kills=8)
    assert seen["told"] + seen["one further"] == 8
