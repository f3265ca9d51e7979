"""Composition by hand: each part is built here once, from settings, with what it needs.

Nothing heavy is imported before a builder needs it, so that `kiosk lookup` never loads Qt and
the first frame never waits for HTTP, SQLite or the printer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app_content import build_finder, build_ward, read_guides
from kiosk.domain.deadline import VIETNAM, Holidays
from kiosk.domain.dossier import Status
from kiosk.domain.route import Route
from kiosk.domain.slip import Slip
from kiosk.settings import Settings
from kiosk.settings.places import assets_dir, config_dir, settings_dir, state_dir

if TYPE_CHECKING:
    from kiosk.devices.scanner import Scanner
    from kiosk.devices.serial_scanner import SerialScanner
    from kiosk.domain.guide import Guide
    from kiosk.portal.backends import Backend
    from kiosk.portal.http import Patience
    from kiosk.portal.protocol import Dialect, Portal
    from kiosk.print_service import KioskPrintService
    from kiosk.ui.errands import Composed, Counting, Printing, Services
    from kiosk.ui.idle import IdleTimes
    from kiosk.ui.scene import Place


SUFFIXES = {"cr": "\r", "lf": "\n", "tab": "\t"}


def now() -> datetime:
    return datetime.now(VIETNAM)


def build_holidays() -> Holidays:
    from kiosk.portal.holidays import load_holidays

    own = settings_dir() / "holidays.toml"
    return load_holidays(config_dir() / "holidays.toml", *([own] if own.is_file() else []))


def build_routes(settings: Settings) -> tuple[Route, ...]:
    """Who is asked for which codes, in the order of the sections' names, [portal] first."""
    routes = []
    for section in settings.sections("portal"):
        own = settings.of(section)
        takes_secret = _dialect_of(own) == "opencps"
        routes.append(Route(section, own.texts("portal.agencies"), takes_secret))
    return tuple(routes)


def build_portal(settings: Settings) -> Portal:
    """Every configured back-end behind one door, with the limit on tries before it."""
    from kiosk.portal.backends import Backends
    from kiosk.portal.tries import LimitedPortal, Tries

    backends = Backends(build_backends(settings), build_patience(settings), now)
    return LimitedPortal(backends, Tries())


def build_backends(settings: Settings) -> list[Backend]:
    from kiosk.portal.backends import Backend

    backends = []
    for route in build_routes(settings):
        own = settings.of(route.name)
        backends.append(Backend(route, _build_dialect(own), own.text("portal.ca_file")))
    return backends


def build_patience(settings: Settings) -> Patience:
    from kiosk.portal.http import Patience

    return Patience(
        settings.number("portal.connect_seconds"),
        settings.number("portal.read_seconds"),
        settings.number("portal.total_seconds"),
    )


def _dialect_of(own: Settings) -> str:
    """A portal without an address cannot be asked by a machine, whatever it would speak."""
    return own.choice("portal.dialect") if own.text("portal.url") else "national"


def _build_dialect(own: Settings) -> Dialect:
    statuses = _statuses(own.texts("portal.statuses"))
    match _dialect_of(own):
        case "opencps":
            from kiosk.portal.opencps import OpenCps

            return OpenCps(
                own.text("portal.url"),
                own.text("portal.group_id"),
                auth_key=own.flag("portal.auth_key"),
                statuses=statuses,
                now=now,
            )
        case "igate":
            from kiosk.portal.igate import IGate

            return IGate(
                own.text("portal.url"),
                own.text("portal.token_url"),
                own.text("portal.client_id"),
                own.text("portal.client_secret"),
                statuses=statuses,
                now=now,
            )
        case _:
            from kiosk.portal.national import National

            return National(own.text("portal.lookup_page"))


def _statuses(written: tuple[str, ...]) -> dict[str, Status]:
    """`processing_3 = 5` as a name in small letters and its national status."""
    pairs = (line.rpartition("=") for line in written)
    return {name.strip().lower(): Status(int(number)) for name, _, number in pairs}


def build_place(settings: Settings) -> Place:
    """What the pages are derived from, the guides read."""
    guides, events = read_guides(settings)
    return replace(build_bare_place(settings), guides=guides, life_events=events, ready=True)


def build_bare_place(settings: Settings) -> Place:
    """All of it but the guides: enough for the first page."""
    from kiosk.catalogue.words import load_words
    from kiosk.ui.scene import Place

    ward = build_ward(settings)
    prefix = settings.text("ward.agency_code")
    return Place(
        ward=ward,
        words=load_words(assets_dir() / "i18n"),
        guides=(),
        life_events=(),
        holidays=build_holidays(),
        code_prefix=f"{prefix}-" if prefix else "",
        lookup_url=settings.text("portal.lookup_page"),
        routes=build_routes(settings),
        lookup_qr=settings.choice("slips.lookup_qr"),
        show_old_level=settings.flag("screen.show_old_level"),
        ready=False,
    )


def store_file(settings: Settings) -> Path:
    """The one file the kiosk writes to; what else it must remember lies beside it."""
    named = settings.text("store.path")
    return Path(named) if named else state_dir() / "kiosk.sqlite3"


def build_counters(settings: Settings) -> Counting:
    from kiosk.store.counters import Counters

    return Counters(store_file(settings), keep_months=settings.integer("store.keep_months"))


def build_printing(settings: Settings) -> Printing:
    """The slip printer, or what stands in where none is set."""
    from kiosk.devices.paper import NoPrinter, SlipPrinter

    service = build_print_service(settings)
    if service is None:
        return NoPrinter()
    from kiosk.slips.draw import draw, png

    width = settings.integer("printer.width_dots")
    return SlipPrinter(lambda slip: png(draw(slip, width)), service)


def build_print_service(settings: Settings, *, brief: bool = False) -> KioskPrintService | None:
    """The system's, or one of the kiosk's own; `brief` for one question. None: no printer."""
    url, named = settings.text("printer.url"), settings.text("printer.socket")
    if not url and not named:
        return None
    from kiosk.print_service import KioskPrintService, brief_service, own_service

    if named:
        return KioskPrintService(Path(named))
    spool = Path(settings.text("printer.spool") or store_file(settings).parent / "spool")
    width = settings.integer("printer.width_dots")
    begin = brief_service if brief else own_service
    return begin(url, spool, width, settings.choice("printer.acknowledge"))


def build_compose(place: Place) -> Callable[[Composed], Slip]:
    """Says what a slip holds; drawing it is the printer lane's work."""

    def compose(ask: Composed) -> Slip:
        from kiosk.slips.checklist import guide_slip
        from kiosk.slips.handover import handover_slip
        from kiosk.slips.lookup import lookup_slip
        from kiosk.visit.asks import PrintCode, PrintDossier

        words = place.words[ask.language]
        match ask:
            case PrintDossier():
                return lookup_slip(
                    ask.dossier, place.ward, words, now(), place.holidays, place.lookup_qr
                )
            case PrintCode():
                return handover_slip(ask.code, ask.page, place.ward, words, now())
            case _:
                return guide_slip(ask.guide, ask.answers, place.ward, words, now())

    return compose


def build_wedge(settings: Settings) -> Scanner:
    """Tells a keyboard-wedge scanner's burst from typing; with another scanner, all is typing."""
    from kiosk.devices.scanner import Scanner

    wedged = settings.choice("scanner.kind") == "wedge"
    suffixes = tuple(SUFFIXES[name] for name in settings.texts("scanner.suffixes"))
    return Scanner(settings.integer("scanner.burst_ms") if wedged else 0, suffixes)


def build_serial_scanner(settings: Settings) -> SerialScanner | None:
    from kiosk.devices.serial_scanner import SerialScanner

    wanted = settings.choice("scanner.kind") == "serial" and settings.text("scanner.url")
    return SerialScanner(settings.text("scanner.url")) if wanted else None


def idle_times(settings: Settings) -> IdleTimes:
    from kiosk.ui.idle import IdleTimes

    return IdleTimes(settings.integer("visit.idle_seconds"), settings.integer("visit.warn_seconds"))


def build_services(settings: Settings, place: Place) -> Services:
    """Makers of everything an errand needs; each is called once, in its own lane.

    The guides of a place that is ready are taken from it, others are read.
    """
    from kiosk.ui.errands import Services

    read = cache(lambda: read_guides(settings))

    def guides() -> tuple[Guide, ...]:
        return place.guides if place.ready else read()[0]

    return Services(
        guides=read,
        portal=lambda: build_portal(settings),
        finder=lambda: build_finder(settings, guides()),
        printing=lambda: build_printing(settings),
        counters=lambda: build_counters(settings),
        compose=build_compose(place),
    )
