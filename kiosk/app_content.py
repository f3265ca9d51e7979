"""Where guides and procedures come from, and what is made of them; composed by hand like `app`."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app import build_ward, guides_folder
from kiosk.domain.guide import Guide, LifeEvent
from kiosk.domain.procedure import Procedure
from kiosk.settings import Settings
from kiosk.settings.places import assets_dir, state_dir

if TYPE_CHECKING:
    from kiosk.catalogue.ages import Ages
    from kiosk.catalogue.checked import Check
    from kiosk.catalogue.packs import Packs
    from kiosk.ui.errands import Finder


@contextmanager
def lasting() -> Iterator[None]:
    """What is made inside stays to the end, so that Python's collector never walks it again.

    It would stop every thread for some 30 ms, again and again: long enough to tear a scan apart.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def imported_file() -> Path:
    """Where `guides import` keeps the procedures it read."""
    return state_dir() / "procedures.db"


def checks_file() -> Path:
    """Where `guides import --accept` keeps that somebody looked."""
    return state_dir() / "checked.json"


def packs() -> Packs:
    from kiosk.catalogue.packs import Packs

    return Packs(state_dir() / "content")


def checks() -> dict[str, Check]:
    from kiosk.catalogue.checked import load_checks

    return load_checks(checks_file())


def build_ages(settings: Settings) -> Ages:
    """How old each kind of fact in a guide may grow."""
    from kiosk.catalogue.ages import Ages

    return Ages(
        fee=settings.integer("content.fee_days"),
        rule=settings.integer("content.rule_days"),
        step=settings.integer("content.step_days"),
    )


def read_guides(settings: Settings) -> tuple[tuple[Guide, ...], tuple[LifeEvent, ...]]:
    """What can be shown, and its tiles. A guide with a fault is left out, and is an event."""
    from kiosk.catalogue.checked import with_checks
    from kiosk.catalogue.load import load_catalogue

    with lasting():
        catalogue = load_catalogue(guides_folder(settings), build_ward(settings))
        return with_checks(catalogue.guides, checks()), catalogue.events


def known_procedures(settings: Settings) -> tuple[Procedure, ...]:
    """Those of the content pack in use, and over them those imported here."""
    from kiosk.catalogue.procedures import saved_procedures

    packed = () if settings.text("content.guides_dir") else packs().procedures()
    imported = saved_procedures(imported_file())
    return tuple({row.code: row for row in (*packed, *imported)}.values())


def build_finder(settings: Settings, guides: Sequence[Guide]) -> Finder:
    from kiosk.catalogue.search import Search
    from kiosk.catalogue.speech import SPEECH_FILE, load_speech

    own = guides_folder(settings)
    spoken = own if (own / SPEECH_FILE).is_file() else assets_dir() / "guides"
    with lasting():
        return Search(guides, known_procedures(settings), load_speech(spoken))
