"""Who is asked about which dossier code: the agency in the code decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.dossier_code import DossierCode


@dataclass(frozen=True, slots=True)
class Route:
    """One back-end, as far as it can be known without asking it.

    `agencies` are beginnings of agency codes, such as `H20` for a province or `G` for all
    ministries; empty takes every code. `takes_secret` says whether a look-up code opens more.
    """

    name: str
    agencies: tuple[str, ...] = ()
    takes_secret: bool = True

    def claim(self, code: DossierCode) -> int | None:
        """How closely it names the code's agency, in characters; None when it does not take it.

        A receipt's own number names no agency, and an agency of 2018 (`000.00.14.H20`) stands
        the other way round: both are read.
        """
        if not self.agencies:
            return 0
        named = [len(each) for each in self.agencies if _within(_turned(code.agency), each)]
        return max(named, default=None)


def routes_for(routes: Sequence[Route], code: DossierCode) -> tuple[Route, ...]:
    """The back-ends to ask, the first one first.

    Only those that name the agency most closely are asked; `routes` gives their order. A code
    whose agency nobody names goes to the first of `routes`, who can at least say no.
    """
    claims = [(route, route.claim(code)) for route in routes]
    closest = max((claim for _, claim in claims if claim is not None), default=None)
    if closest is None:
        return tuple(routes[:1])
    return tuple(route for route, claim in claims if claim == closest)


def takes_secret(routes: Sequence[Route], code: DossierCode) -> bool:
    """Whether it is worth asking the person for the look-up code."""
    return any(route.takes_secret for route in routes_for(routes, code))


def _within(agency: str, beginning: str) -> bool:
    """Whole groups only: `H20.12` is not the beginning of `H20.129`; a bare `G` is of `G09`."""
    begun = _turned(beginning)
    return agency.startswith(begun if len(begun) == 1 else f"{begun}.") or agency == begun


def _turned(agency: str) -> str:
    """`000.00.14.H20` as `H20.14.00.000`, so that province or ministry comes first."""
    groups = agency.upper().split(".")
    return ".".join(reversed(groups)) if groups[0].isdigit() else ".".join(groups)
