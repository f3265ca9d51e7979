"""What a slip says, before anyone decides how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headline:
    """The office over the slip's own name, centred, with the lotus mark above them."""

    office: str
    province: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Rule:
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A small label over its value; `large` for the one thing to be read from afar.

    `note` is a condition of the value, and the first to go when the slip grows too long.
    """

    label: str
    value: str
    large: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """The one framed fact of a slip: the date to remember."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a check-list, with an empty box to tick by hand, or `number` for a step."""

    text: str
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class QrCode:
    content: str
    caption: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    centred: bool = False


Block = Headline | Rule | Field | Box | Section | Item | QrCode | Paragraph


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. `qr` is what the screen shows when paper fails; empty when there is nothing.

    `more` takes the place of steps that would make the slip too long; empty keeps them all.
    """

    blocks: tuple[Block, ...]
    qr: str
    more: str = ""

    @property
    def office(self) -> str:
        return next((block.office for block in self.blocks if isinstance(block, Headline)), "")
