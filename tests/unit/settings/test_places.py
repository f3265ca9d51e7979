"""Where data, settings and state are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import places


@pytest.fixture
def no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("PACKAGE_SETTINGS", "PACKAGE_STATE"):
        monkeypatch.setattr(places, name, tmp_path / "absent")
    return tmp_path


def test_a_checkout_uses_its_own_data() -> None:
    assert (places.assets_dir() / "icons").is_dir()
    assert (places.config_dir() / "options.toml").is_file()


def test_without_a_checkout_the_packages_data_is_used(
    no_package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "CHECKOUT", no_package)
    assert places.assets_dir() == Path("/usr/share/ward-kiosk/assets")


@pytest.mark.usefixtures("no_package")
def test_an_ordinary_user_has_folders_of_their_own() -> None:
    environ = {"HOME": "/people/an", "XDG_STATE_HOME": "/state", "XDG_CONFIG_HOME": "relative"}
    assert places.state_dir(environ) == Path("/state/ward-kiosk")
    assert places.settings_dir(environ) == Path("/people/an/.config/ward-kiosk")


def test_a_device_uses_the_packages_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PACKAGE_SETTINGS", "PACKAGE_STATE"):
        monkeypatch.setattr(places, name, tmp_path)
    assert places.state_dir({"HOME": "/people/an"}) == tmp_path
    assert places.settings_dir({"HOME": "/people/an"}) == tmp_path
