"""Where the kiosk's data lives: a checkout, a package, or a user's own folders."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE_DATA = Path("/usr/share/ward-kiosk")
PACKAGE_STATE = Path("/var/lib/ward-kiosk")
PACKAGE_SETTINGS = Path("/etc/ward-kiosk")


def data_dir() -> Path:
    """The folder that holds `assets/` and `config/`: the checkout, or the installed package's."""
    return CHECKOUT if (CHECKOUT / "config" / "options.toml").is_file() else PACKAGE_DATA


def assets_dir() -> Path:
    """Icons, pictures, guides and texts, read only."""
    return data_dir() / "assets"


def config_dir() -> Path:
    """The shipped declarations: options, events, holidays, screens, printers; read only."""
    return data_dir() / "config"


def settings_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Where this device's own settings are: /etc when the package is there, else the user's."""
    if PACKAGE_SETTINGS.is_dir():
        return PACKAGE_SETTINGS
    return _user_folder(environ, "XDG_CONFIG_HOME", ".config")


def state_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the kiosk may write: counters, spool, imported guides. It may not exist yet."""
    if PACKAGE_STATE.is_dir() and os.access(PACKAGE_STATE, os.W_OK):
        return PACKAGE_STATE
    return _user_folder(environ, "XDG_STATE_HOME", ".local/state")


def _user_folder(environ: Mapping[str, str], variable: str, below_home: str) -> Path:
    """Per the XDG base directory rules: the variable when absolute, else the usual place."""
    named = Path(environ.get(variable, ""))
    base = named if named.is_absolute() else Path(environ.get("HOME", "/nonexistent")) / below_home
    return base / "ward-kiosk"
