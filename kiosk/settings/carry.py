"""A ward's settings as one file for the next device: no secret, nothing of this machine."""

from __future__ import annotations

from itertools import groupby

from kiosk.settings.values import SHIPPED, Settings, written

HEAD = """# Settings of {ward}, to be carried to another device:
#   kiosk settings import FILE
"""


def exported(settings: Settings) -> str:
    """Every setting that is not the shipped default, as TOML; says by name what was left out."""
    own = [key for key in settings.values if settings.origin(key) != SHIPPED]
    left_out = [key for key in own if _stays(settings, key)]
    carried = sorted((key for key in own if key not in left_out), key=_section)
    lines = [HEAD.format(ward=settings.text("ward.name"))]
    if left_out:
        lines.append(f"# Left out (secret, or of this device): {', '.join(left_out)}\n")
    for section, keys in groupby(carried, key=_section):
        lines.append(f"[{section}]")
        lines += [f"{key.partition('.')[2]} = {written(settings.values[key])}" for key in keys]
        lines.append("")
    return "\n".join(lines)


def _stays(settings: Settings, key: str) -> bool:
    option = settings.options[key]
    return option.secret or option.this_device


def _section(key: str) -> str:
    return key.partition(".")[0]
