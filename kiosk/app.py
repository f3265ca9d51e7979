"""Composition by hand: each part is built here once, from settings, with what it needs.

Nothing heavy is imported before a builder needs it, so that `kiosk lookup` never loads Qt and
the first frame never waits for HTTP, SQLite or the printer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.deadline import VIETNAM, Holidays
from kiosk.domain.slip import Slip
from kiosk.domain.ward import Ward
from kiosk.settings import Settings
from kiosk.settings.places import assets_dir, config_dir, state_dir

if TYPE_CHECKING:
    from kiosk.portal.protocol import Portal
    from kiosk.ui.errands import Counting, Finder, Printing, Services
    from kiosk.ui.idle import IdleTimes
    from kiosk.ui.scene import Place
    from kiosk.visit.asks import PrintDossier, PrintGuide


def now() -> datetime:
    return datetime.now(VIETNAM)


def build_ward(settings: Settings) -> Ward:
    return Ward(
        name=settings.text("ward.name"),
        office=settings.text("ward.office"),
        province=settings.text("ward.province"),
        counter=settings.text("ward.counter"),
        hotline_portal=settings.text("ward.hotline_portal"),
        hotline_eid=settings.text("ward.hotline_eid"),
    )


def build_holidays() -> Holidays:
    from kiosk.portal.holidays import load_holidays

    return load_holidays(config_dir() / "holidays.toml")


def build_portal(settings: Settings) -> Portal:
    """The portal client of the configured dialect."""
    from kiosk.portal.http import Patience
    from kiosk.portal.opencps import OpenCpsPortal

    return OpenCpsPortal(
        settings.text("portal.url"),
        settings.text("portal.group_id"),
        auth_key=settings.flag("portal.auth_key"),
        patience=Patience(
            settings.number("portal.connect_seconds"),
            settings.number("portal.read_seconds"),
            settings.number("portal.total_seconds"),
        ),
        ca_file=settings.text("portal.ca_file"),
        now=now,
    )


def guides_folder(settings: Settings) -> Path:
    return Path(settings.text("content.guides_dir") or assets_dir() / "guides")


def build_place(settings: Settings) -> Place:
    """What the pages are derived from. A guide with a fault is left out, and is an event."""
    from kiosk.catalogue.load import load_catalogue
    from kiosk.catalogue.words import load_words
    from kiosk.ui.scene import Place

    catalogue = load_catalogue(guides_folder(settings))
    prefix = settings.text("ward.agency_code")
    return Place(
        ward=build_ward(settings),
        words=load_words(assets_dir() / "i18n"),
        guides=catalogue.guides,
        life_events=catalogue.events,
        holidays=build_holidays(),
        code_prefix=f"{prefix}-" if prefix else "",
        lookup_url=settings.text("portal.lookup_page"),
        show_old_level=settings.flag("screen.show_old_level"),
    )


def build_finder(place: Place) -> Finder:
    from kiosk.catalogue.procedures import saved_procedures
    from kiosk.catalogue.search import Search

    return Search(place.guides, saved_procedures(state_dir() / "procedures.db"))


def store_file(settings: Settings) -> Path:
    """The one file the kiosk writes to; what else it must remember lies beside it."""
    named = settings.text("store.path")
    return Path(named) if named else state_dir() / "kiosk.sqlite3"


def build_counters(settings: Settings) -> Counting:
    from kiosk.store.counters import Counters

    return Counters(store_file(settings))


def build_printing(settings: Settings) -> Printing:
    """The slip printer, or what stands in where none is set."""
    from kiosk.devices.paper import NoPrinter, SlipPrinter

    url, named = settings.text("printer.url"), settings.text("printer.socket")
    if not url and not named:
        return NoPrinter()
    from kiosk.print_service import KioskPrintService, own_service
    from kiosk.slips.draw import draw, png

    width = settings.integer("printer.width_dots")
    if named:
        service = KioskPrintService(Path(named))
    else:
        spool = Path(settings.text("printer.spool") or store_file(settings).parent / "spool")
        service = own_service(url, spool, width, settings.choice("printer.acknowledge"))
    return SlipPrinter(lambda slip: png(draw(slip, width)), service)


def build_compose(place: Place) -> Callable[[PrintDossier | PrintGuide], Slip]:
    """Says what a slip holds; drawing it is the printer lane's work."""

    def compose(ask: PrintDossier | PrintGuide) -> Slip:
        from kiosk.slips.checklist import guide_slip
        from kiosk.slips.lookup import lookup_slip
        from kiosk.visit.asks import PrintDossier

        words = place.words[ask.language]
        if isinstance(ask, PrintDossier):
            return lookup_slip(ask.dossier, place.ward, words, now(), place.holidays)
        return guide_slip(ask.guide, ask.answers, place.ward, words, now())

    return compose


def idle_times(settings: Settings) -> IdleTimes:
    from kiosk.ui.idle import IdleTimes

    return IdleTimes(settings.integer("visit.idle_seconds"), settings.integer("visit.warn_seconds"))


def build_services(settings: Settings, place: Place) -> Services:
    """Makers of everything an errand needs; each is called once, in its own lane."""
    from kiosk.ui.errands import Services

    return Services(
        portal=lambda: build_portal(settings),
        finder=lambda: build_finder(place),
        printing=lambda: build_printing(settings),
        counters=lambda: build_counters(settings),
        compose=build_compose(place),
    )
