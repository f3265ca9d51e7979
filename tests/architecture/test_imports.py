"""Imports run one way: domain, visit, services, ui, app, commands, cli; a failure names the fix."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.sources import ROOT, imports, module_of, python_files

SERVICES = ("catalogue", "devices", "fleet", "portal", "settings", "slips", "staff", "store")
BELOW_UI = (
    "kiosk.domain",
    "kiosk.visit",
    "kiosk.log",
    "kiosk.disk",
    *(f"kiosk.{name}" for name in SERVICES),
)
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "kiosk.domain": (),
    "kiosk.visit": ("kiosk.domain",),
    **{f"kiosk.{name}": ("kiosk.domain", "kiosk.log", "kiosk.disk") for name in SERVICES},
    "kiosk.log": ("kiosk.settings.places",),
    "kiosk.disk": (),
    "kiosk.ui": BELOW_UI,
    "kiosk.print_service": ("kiosk.log", "printer"),
    "kiosk.app": (*BELOW_UI, "kiosk.ui", "kiosk.print_service", "kiosk.app_content"),
    "kiosk.app_content": (*BELOW_UI, "kiosk.ui"),
    "kiosk.app_staff": (
        *BELOW_UI,
        "kiosk.ui",
        "kiosk.app",
        "kiosk.app_content",
        "kiosk.print_service",
    ),
    "kiosk.commands": (
        *BELOW_UI,
        "kiosk.ui",
        "kiosk.app",
        "kiosk.app_content",
        "kiosk.app_staff",
        "kiosk.cli",
        "printer",
    ),
    "kiosk.cli": ("kiosk.log", "kiosk.settings"),
    "kiosk.__main__": ("kiosk.cli",),
    "printer": (),
}
"""What each room may import besides itself; any service may also import another's protocol."""

ONLY_IN: dict[str, tuple[str, ...]] = {
    "PySide6": ("kiosk.ui", "kiosk.app"),
    "shiboken6": ("kiosk.ui", "kiosk.app"),
    "requests": ("kiosk.portal", "kiosk.fleet"),
    "urllib3": ("kiosk.portal", "kiosk.fleet"),
    "sqlite_utils": ("kiosk.store", "kiosk.catalogue"),
    "escpos": ("printer",),
    "serial": ("printer", "kiosk.devices"),
    "usb": ("printer",),
    "qrcode": ("kiosk.slips", "printer"),
    "tomlkit": ("kiosk.settings",),
    "xlsxwriter": ("kiosk.staff",),
    "PIL": ("kiosk.slips", "kiosk.commands", "printer"),
}
NOWHERE = {
    "PySide6.QtWidgets": "the kiosk is Qt Quick only",
    "PySide6.QtQuickControls2": "the kiosk draws its own parts",
    "tests": "the product must not need its tests",
}
HEAVY = (
    "requests",
    "PIL",
    "sqlite_utils",
    "escpos",
    "qrcode",
    "serial",
    "usb",
    "tomlkit",
    "xlsxwriter",
)

ALL = [found for file in python_files("kiosk", "printer") for found in imports(file)]


def room(module: str) -> str:
    """``kiosk.portal.http`` is in ``kiosk.portal``, ``printer.bands`` in ``printer``."""
    parts = module.split(".")
    return "printer" if parts[0] == "printer" else ".".join(parts[:2])


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_the_rules_see_the_imports() -> None:
    rooms = {room(found.module) for found in ALL}
    assert len(ALL) > 500
    assert len([found for found in ALL if within(found.name, "kiosk")]) > 150
    assert {"kiosk.domain", "kiosk.visit", "kiosk.portal", "kiosk.ui", "kiosk.app"} <= rooms


def test_every_room_has_its_rule() -> None:
    rooms = {room(module_of(file)) for file in python_files("kiosk", "printer")} - {"kiosk"}
    unruled = sorted(rooms - MAY_IMPORT.keys())
    assert not unruled, f"say in MAY_IMPORT what these may import: {unruled}"


def _against_the_flow() -> Iterator[str]:
    for found in ALL:
        here = room(found.module)
        if not within(found.name, "kiosk", "printer") or here == "kiosk":
            continue
        allowed = (here, *MAY_IMPORT.get(here, ()))
        protocol = ".protocol" in found.name and here.removeprefix("kiosk.") in SERVICES
        if not within(found.name, *allowed) and not protocol:
            yield (
                f"{found}: {here} may import only {', '.join(allowed)}. Take it as a constructor"
                " argument, or move what is shared to kiosk.domain."
            )


def test_imports_run_one_way() -> None:
    wrong = list(_against_the_flow())
    assert not wrong, "\n".join(wrong)


def test_the_kiosk_never_touches_a_printer_itself() -> None:
    doors = ("printer.service", "printer.simulator")
    wrong = [
        f"{found}: the kiosk asks the print service (kiosk/print_service.py), in its own process."
        for found in ALL
        if within(found.module, "kiosk") and within(found.name, "printer")
        if not within(found.name, *doors)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_room(library: str) -> None:
    wrong = [
        f"{found}: {library} belongs only in {', '.join(ONLY_IN[library])}; ask that room for it."
        for found in ALL
        if within(found.name, library) and not within(found.module, *ONLY_IN[library])
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("library", NOWHERE)
def test_what_is_never_imported(library: str) -> None:
    wrong = [f"{found}: {NOWHERE[library]}." for found in ALL if within(found.name, library)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("kiosk.cli", ("PySide6", *HEAVY)),
        ("kiosk.app", ("PySide6", *HEAVY)),
        ("kiosk.ui.window", HEAVY),
        ("kiosk.visit.table", ("PySide6", *HEAVY)),
        ("printer.printer", ("kiosk", "PySide6")),
        ("printer.service", ("kiosk", "PySide6")),
    ],
)
def test_a_part_loads_without_what_it_must_not_need(module: str, absent: tuple[str, ...]) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert module.partition(".")[0] in loaded
    assert loaded.isdisjoint(absent), f"{module} loads {sorted(loaded & set(absent))}"
