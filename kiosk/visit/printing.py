"""Moves around the slip: what was asked for is on paper, in doubt, or kept on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.domain.count import Count
from kiosk.domain.outcome import HandedOver, NotPrinted, Printed, Uncertain
from kiosk.visit import events as on
from kiosk.visit.asks import PrintCode, PrintDossier, PrintGuide, Settle, Tally
from kiosk.visit.moves import Move
from kiosk.visit.pages import Page
from kiosk.visit.state import Visit


def print_(visit: Visit, event: on.PrintWanted | on.AgainWanted) -> Move:
    """One wish, one slip: the page that waits has no second button.

    Trying again is the same wish. It leaves the page that showed the QR, so that Back leads to
    what was read.
    """
    ticket = visit.ticket + 1
    again = isinstance(event, on.AgainWanted)
    wished, wish = (visit.back(), visit.wish) if again else (visit, ticket)
    waiting = replace(wished, ticket=ticket, wish=wish, printed=None).to(Page.PRINTING)
    if visit.dossier is not None:
        return waiting, (PrintDossier(ticket, wish, visit.dossier, visit.language),)
    if isinstance(visit.outcome, HandedOver):
        page = visit.outcome.page
        return waiting, (PrintCode(ticket, wish, visit.code, page, visit.language),)
    if visit.guide is not None:
        return waiting, (PrintGuide(ticket, wish, visit.guide, visit.answers, visit.language),)
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
    """The question is answered: Back must not ask it again, and the printer's record is told."""
    page = Page.PRINTED if event.out else Page.QR_INSTEAD
    return visit.back().to(page), (Settle(visit.wish, event.out),)
