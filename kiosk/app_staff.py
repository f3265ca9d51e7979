"""Composition of what staff use, as `kiosk.app` is of what citizens use."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import app, app_content, log
from kiosk.catalogue.load import load_catalogue
from kiosk.domain.readiness import Finding, PortalSeen, Readiness
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language
from kiosk.settings import Settings
from kiosk.staff.pin import Pins
from kiosk.staff.readiness import machine, parts
from kiosk.staff.readiness.examine import Check, examine
from kiosk.staff.readiness.kept import Kept
from kiosk.staff.readiness.online import online
from kiosk.staff.service import ServiceSign
from kiosk.staff.starts import Starts

if TYPE_CHECKING:
    from kiosk.ui.scene import Place
    from kiosk.ui.staff_desk import StaffServices

DRAWING_SECONDS = 60
PRINTER_PATIENCE_S = 4.0
"""A print service that is just starting is waited for so long."""


def build_kept(settings: Settings) -> Kept:
    return Kept(app.store_file(settings).parent / "readiness")


def build_pins(settings: Settings) -> Pins:
    return Pins(app.store_file(settings).parent / "staff", app.now)


def build_checks(
    settings: Settings, kept: Kept, version: str, config: Path | None = None
) -> Mapping[str, Check]:
    """Every check in the order in which an officer reads them."""
    from kiosk.store.opening import lost_on, state_of

    there = parts.inputs()
    kind, url = settings.choice("scanner.kind"), settings.text("scanner.url")
    reports = settings.choice("printer.acknowledge") != "none"
    file = app.store_file(settings)
    return {
        "display": lambda: (machine.display(drawn(config), machine.connectors()),),
        "touch": lambda: (parts.touch(there, seen_before=kept.ever("touch", "found")),),
        "printer": lambda: parts.printer(lambda: printer_says(settings), reports=reports),
        "scanner": lambda: (
            parts.scanner(kind, url, there, seen_before=kept.ever("scanner", "found")),
        ),
        "portal": lambda: online(try_portals(settings)),
        "disk": lambda: (machine.disk(file.parent),),
        "temperature": lambda: (machine.temperature(),),
        "content": lambda: (_content(settings),),
        "counts": lambda: (machine.counts(file, state_of, lost_on(file)),),
        "starts": lambda: (_starts(settings),),
        "version": lambda: (machine.version(version),),
    }


def build_staff(
    settings: Settings, place: Place, version: str, config: Path | None = None
) -> StaffServices:
    """What the staff area on the screen is run with."""
    from kiosk.devices.power import turn
    from kiosk.ui.staff_desk import StaffServices

    kept, folder = build_kept(settings), app.store_file(settings).parent / "staff"
    pins, sign = build_pins(settings), ServiceSign(folder)
    width = settings.integer("printer.width_dots")

    def look() -> Readiness:
        readiness = examine(build_checks(settings, kept, version, config), app.now)
        kept.keep(readiness, place.words)
        return readiness

    def print_slip(slip: Slip) -> str:
        from kiosk.slips.draw import draw, png

        return print_picture(settings, png(draw(slip, width)))

    def print_trial(language: Language) -> str:
        from kiosk.slips.trial import trial_slip

        return print_slip(trial_slip(place.ward, place.words[language], app.now()))

    def print_readiness(readiness: Readiness, language: Language) -> str:
        from kiosk.slips.readiness import readiness_slip

        return print_slip(readiness_slip(readiness, place.ward, place.words[language]))

    return StaffServices(
        check_pin=pins.check,
        examine=look,
        print_trial=print_trial,
        print_readiness=print_readiness,
        keep_service=lambda out: sign.put(out=out),
        turn_off=turn,
        version=version,
        out_of_service=sign.is_out(),
    )


def printer_says(settings: Settings) -> str:
    """The printer's state as its service tells it; empty where no printer is set."""
    service = app.build_print_service(settings, brief=True)
    if service is None:
        return ""
    with closing(service):
        return service.status(PRINTER_PATIENCE_S)


def print_picture(settings: Settings, picture: bytes) -> str:
    """One slip for staff: printed, uncertain or failed."""
    service = app.build_print_service(settings, brief=True)
    if service is None:
        return "failed"
    key = secrets.token_hex(8)
    with closing(service):
        result, _ = service.submit(picture, key, key, lambda: False)
    return result if result in ("printed", "uncertain") else "failed"


def try_portals(settings: Settings) -> tuple[PortalSeen, ...]:
    from kiosk.portal.trial import TriedPortal, try_portals

    tried = [
        TriedPortal(backend, settings.of(backend.route.name).text("portal.url"))
        for backend in app.build_backends(settings)
    ]
    return try_portals(tried, app.build_patience(settings), app.now)


def drawn(config: Path | None) -> dict[str, int] | None:
    """What a process of its own says of the frame it drew; None where it could not."""
    words = [sys.executable, "-m", "kiosk", "doctor", "--draw"]
    words += ["--config", str(config)] if config else []
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            words, capture_output=True, check=True, timeout=DRAWING_SECONDS
        )
        frame: dict[str, int] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        log.event("readiness.not_drawn", kind=type(error).__name__)
        return None
    return frame


def build_starts(settings: Settings) -> Starts:
    return Starts(app.store_file(settings).parent / "starts.json", app.now)


def guides_only(settings: Settings) -> Settings:
    """The same ward with no portal to ask and no printer: look-ups are handed to the phone."""
    none = {f"{section}.url": "" for section in settings.sections("portal")}
    none |= {"printer.url": "", "printer.socket": ""}
    return replace(settings, values={**settings.values, **none})


def _starts(settings: Settings) -> Finding:
    trouble = build_starts(settings).trouble()
    return machine.starts(trouble.times, trouble.reason, guides_only=trouble.guides_only)


def _content(settings: Settings) -> Finding:
    catalogue = load_catalogue(app_content.guides_folder(settings))
    left_out = len({problem.file for problem in catalogue.problems if problem.fatal})
    checked = [guide.source.checked for guide in catalogue.guides]
    return machine.content(checked, left_out, app.now().date())
