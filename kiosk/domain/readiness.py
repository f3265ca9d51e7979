"""What a look at one part of the kiosk found, and how that is told to an officer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.domain.text import Words


class Light(StrEnum):
    """GREEN: nothing to do. AMBER: soon, or not known. RED: people are not served until mended."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_WEIGHT = (Light.GREEN, Light.AMBER, Light.RED)


@dataclass(frozen=True, slots=True)
class Finding:
    """One part's state. `state` names its words; `measured` fills them in, and holds no person."""

    check: str
    light: Light
    state: str
    measured: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """One look at every part. `at` is aware."""

    at: datetime
    findings: tuple[Finding, ...]

    @property
    def light(self) -> Light:
        """The worst of all."""
        return worst(finding.light for finding in self.findings)


@dataclass(frozen=True, slots=True)
class PortalSeen:
    """One portal asked for a code that cannot be. `state` is ok, not_asked, or what went wrong.

    `skew_seconds` is how far its clock is ahead, `certificate_days` how long it is valid; None
    where that is not known.
    """

    portal: str
    state: str
    seconds: float = 0.0
    skew_seconds: int | None = None
    encrypted: bool = True
    certificate_days: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in one language. `do` is empty where nothing is to be done."""

    name: str
    says: str
    do: str


def worst(lights: Iterable[Light]) -> Light:
    return max(lights, key=_WEIGHT.index, default=Light.GREEN)


def tell(finding: Finding, words: Words) -> Told:
    """Raises KeyError for a finding whose words are not written."""
    name = words.say(f"staff.readiness.{finding.check}.name")
    do = f"staff.readiness.{finding.check}.{finding.state}.do"
    return Told(
        name,
        words.say(f"staff.readiness.{finding.check}.{finding.state}.says", **finding.measured),
        words.say(do, **finding.measured) if do in words.named else "",
    )
