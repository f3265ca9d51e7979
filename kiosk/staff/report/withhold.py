"""Small counts are withheld, and so is what would give them away by subtraction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SMALL = 5
"""A count from 1 to 4 may point to a person whom everybody in a small ward knows."""

Cells = Mapping[str, int]
Shown = dict[str, int | None]
"""None: withheld."""


def withhold(cells: Cells) -> Shown:
    """`cells` whose sum is told elsewhere: one withheld alone takes the next smallest with it."""
    shown: Shown = {name: None if 0 < count < SMALL else count for name, count in cells.items()}
    hidden = [name for name, count in shown.items() if count is None]
    others = [name for name, count in shown.items() if count]
    if len(hidden) == 1 and others:
        shown[min(others, key=lambda name: cells[name])] = None
    return shown


def withhold_within(groups: Mapping[str, Cells]) -> tuple[Shown, Shown]:
    """Sums of groups, and the groups' cells: a group whose sum is withheld shows no cell."""
    sums = withhold({name: sum(cells.values()) for name, cells in groups.items()})
    inside: Shown = {}
    for name, cells in groups.items():
        inside |= dict.fromkeys(cells) if sums[name] is None else withhold(cells)
    return sums, inside


def withhold_total(total: int | None, parts: Sequence[int | None]) -> int | None:
    """The total over several wards: told with all parts but one, it would tell that one."""
    return None if parts.count(None) == 1 else total
