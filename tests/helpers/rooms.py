"""A whole kiosk for a test: real window, real HTTP, real socket to a printer, real SQLite."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk import app, app_staff
from kiosk.domain.deadline import VIETNAM
from kiosk.portal.simulator import Dialect, PortalSimulator
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir, config_dir
from kiosk.ui.hand import Hand
from kiosk.ui.idle import IdleTimes
from kiosk.ui.look import Panel
from kiosk.ui.scene import Place
from kiosk.ui.shell import Shell
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit
from printer.simulator import SimulatedPrinter

NOW = datetime(2026, 11, 23, 9, 42, tzinfo=VIETNAM)
PANELS = {"portrait": Panel(1080, 1920), "landscape": Panel(1920, 1080)}
TIGHT = "connect_seconds = 1.0\nread_seconds = 1.0\ntotal_seconds = 2.0\n"


@dataclass(slots=True)
class Rooms:
    """What a test may look at: the person's hand, and the far ends."""

    hand: Hand
    shell: Shell
    portal: PortalSimulator
    printer: SimulatedPrinter
    settings: Settings
    file: Path

    @property
    def page(self) -> Page:
        return self.shell.flow.visit.page

    @property
    def visit(self) -> Visit:
        return self.shell.flow.visit

    def arrive(self, page: Page) -> None:
        self.hand.wait(lambda: self.page is page, f"the page {page.value}, not {self.page.value}")

    def start(self) -> None:
        self.hand.touch("attract.start")
        self.arrive(Page.HOME)

    def open_first_find(self) -> None:
        """Touches the first row until it opens: finds may still be changing under the finger."""
        while self.page is Page.SEARCH:
            self.hand.touch("services.result.0")

    def pass_time(self, seconds: int) -> None:
        """Seconds without a touch, at once."""
        for _ in range(seconds):
            self.shell.idle.tick()
        self.hand.settle()


@contextmanager
def open_rooms(
    folder: Path,
    panel: Panel = PANELS["portrait"],
    *,
    place: Place | None = None,
    extra: str = "",
    dialect: Dialect = Dialect.OPENCPS,
    national: bool = False,
    tight: str = TIGHT,
) -> Iterator[Rooms]:
    """Everything started, and stopped in order. `extra` is TOML after the portal's settings.

    `tight` shortens the portal's patience; empty keeps the shipped one. A `national` ward has no
    portal that answers a machine, though one runs.
    """
    with PortalSimulator(now=NOW, dialect=dialect) as portal, SimulatedPrinter() as printer:
        file = folder / "kiosk.toml"
        asked = {"dialect": "national"} if national else portal.settings
        lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in asked.items())
        file.write_text(
            f"[portal]\n{lines}{tight}"
            f'[printer]\nurl = "{printer.url}"\n[store]\npath = "{folder}/kiosk.sqlite3"\n'
            f'[ward]\ncounter = "quầy số 2"\n{extra}',
            encoding="utf-8",
        )
        settings = load(file)
        standing = place or app.build_place(settings)
        shell = Shell(
            standing,
            app.build_services(settings, standing),
            panel=panel,
            idle=IdleTimes(60, 20),
            wedge=app.build_wedge(settings),
            serial=app.build_serial_scanner(settings),
            tokens=config_dir() / "screens" / "look.toml",
            assets=assets_dir(),
            now=lambda: NOW,
            ticking=False,
            staff=app_staff.build_staff(settings, standing, "0.1.0", file),
        )
        window = shell.start()
        try:
            yield Rooms(Hand(window), shell, portal, printer, settings, folder / "kiosk.sqlite3")
        finally:
            shell.stop()
            gc.collect()


def without_guides(place: Place) -> Place:
    return replace(place, guides=())
