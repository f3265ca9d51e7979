"""Moves around the slip: what was asked for is on paper, in doubt, or kept on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.domain.count import Count
from kiosk.domain.outcome import HandedOver, NotPrinted, Printed, Uncertain
from kiosk.visit import events as on
from kiosk.visit.asks import PrintCode, PrintDossier, PrintGuide, Tally
from kiosk.visit.moves import Move
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit


def print_(visit: Visit, event: on.PrintWanted | on.AgainWanted) -> Move:
    """One wish, one slip: the page that waits has no second button.

    Trying again leaves the page that showed the QR, so that Back leads to what was read.
    """
    ticket = visit.ticket + 1
    wished = visit.back() if isinstance(event, on.AgainWanted) else visit
    waiting = replace(wished, ticket=ticket, printed=None).to(Page.PRINTING)
    if visit.dossier is not None:
        return waiting, (PrintDossier(ticket, visit.dossier, visit.language),)
    if isinstance(visit.outcome, HandedOver):
        page = visit.outcome.page
        return waiting, (PrintCode(ticket, visit.code, page, visit.language),)
    if visit.guide is not None:
        return waiting, (PrintGuide(ticket, visit.guide, visit.answers, visit.language),)
    return visit, ()


def take_print(visit: Visit, event: on.PrintCame) -> Move:
    if event.ticket != visit.ticket:
        return visit, ()
    came = replace(visit, slip=event.slip, printed=event.outcome)
    match event.outcome:
        case Printed():
            return came.to(Page.PRINTED), (Tally(Count.PRINTED),)
        case Uncertain():
            return came.to(Page.UNCERTAIN), (Tally(Count.PRINT_UNCERTAIN),)
        case NotPrinted():
            return came.to(Page.QR_INSTEAD), (Tally(Count.PRINT_FAILED),)
        case _:
            assert_never(event.outcome)


def see_slip(visit: Visit, event: on.SlipSeen) -> Move:
    """The question is answered: Back must not ask it again."""
    return visit.back().to(Page.PRINTED if event.out else Page.QR_INSTEAD), ()
