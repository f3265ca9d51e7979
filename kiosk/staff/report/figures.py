"""From counts to the figures of a month: sections of rows, small ones withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.domain.count import RATINGS, Count
from kiosk.domain.guide import Level
from kiosk.staff.report.withhold import SMALL, withhold, withhold_total, withhold_within

Tallies = Mapping[tuple[Count, str], int]
"""How often, by count and by what it is of, over one month."""

LEVELS = (*(level.value for level in Level), "none")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `name` finds its words; `of` is a guide's id where the row is about one."""

    name: str
    value: int | None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """One ward's month; several wards together have an empty `ward`."""

    ward: str
    sections: tuple[Section, ...]

    def value(self, section: str, name: str, of: str = "") -> int | None:
        """0 where there is no such row; None where it is withheld."""
        for each in self.sections:
            for row in each.rows:
                if (each.name, row.name, row.of) == (section, name, of):
                    return row.value
        return 0


def figures(ward: str, tallies: Tallies) -> Figures:
    """The figures of one ward, or of several summed up."""
    total = _summed(tallies)
    return Figures(
        ward,
        (
            _plain("visits", total, Count.VISIT_STARTED, Count.IDLE_ENDED, Count.HELP_ASKED),
            *_guides(tallies),
            _plain("eid", total, Count.EID_GUIDED),
            _lookups(tallies, total),
            _plain("slips", total, Count.PRINTED, Count.PRINT_UNCERTAIN, Count.PRINT_FAILED,
                   Count.PHONE_SHOWN),
            _ratings(total),
            _service(total),
        ),
    )  # fmt: skip


def together(wards: Sequence[tuple[str, Tallies]]) -> tuple[tuple[Figures, ...], Figures]:
    """Each ward's figures, and all of them summed up, with no ward to be told from the sum."""
    each = tuple(figures(name, tallies) for name, tallies in wards)
    summed: Counter[tuple[Count, str]] = Counter()
    for _, tallies in wards:
        summed.update(tallies)
    whole = figures("", summed)
    if len(each) == 1:
        return each, whole
    return each, replace(whole, sections=tuple(_guarded(part, each) for part in whole.sections))


def _guarded(section: Section, wards: Sequence[Figures]) -> Section:
    def guard(row: Row) -> Row:
        parts = [ward.value(section.name, row.name, row.of) for ward in wards]
        return replace(row, value=withhold_total(row.value, parts))

    return replace(section, rows=tuple(map(guard, section.rows)))


def _summed(tallies: Tallies) -> Mapping[Count, int]:
    total: Counter[Count] = Counter()
    for (what, _), times in tallies.items():
        total[what] += times
    return total


def _plain(name: str, total: Mapping[Count, int], *counts: Count) -> Section:
    return Section(name, tuple(Row(count.value, total.get(count, 0)) for count in counts))


def _guides(tallies: Tallies) -> Iterable[Section]:
    """Opened and finished: by level, then by guide. Counted apart as `level/guide`."""
    for name, count in (("opened", Count.GUIDED), ("finished", Count.GUIDE_FINISHED)):
        groups: dict[str, dict[str, int]] = {level: {} for level in LEVELS}
        for (what, of), times in tallies.items():
            level, _, guide = of.partition("/")
            if what is count:
                known = level if level in groups else "none"
                groups[known][guide] = groups[known].get(guide, 0) + times
        sums, inside = withhold_within(groups)
        yield Section(name, tuple(Row(level, sums[level]) for level in LEVELS))
        by_most = sorted(inside, key=_most_first(inside))
        rows = tuple(Row("guide", inside[guide], guide) for guide in by_most if guide)
        yield Section(f"{name}_guides", rows)


def _most_first(cells: Mapping[str, int | None]) -> Callable[[str], tuple[int, str]]:
    return lambda name: (-(cells[name] or 0), name)


def _lookups(tallies: Tallies, total: Mapping[Count, int]) -> Section:
    """Why a look-up failed tells of portals; how many were overdue may tell of a person."""
    late = total.get(Count.LOOKED_UP_OVERDUE, 0)
    causes: Counter[str] = Counter()
    for (what, of), times in tallies.items():
        if what is Count.LOOKUP_FAILED:
            causes[of or "other"] += times
    return Section(
        "lookups",
        (
            Row(Count.LOOKED_UP.value, total.get(Count.LOOKED_UP, 0)),
            Row(Count.LOOKED_UP_OVERDUE.value, None if 0 < late < SMALL else late),
            Row(Count.LOOKUP_HANDED_OVER.value, total.get(Count.LOOKUP_HANDED_OVER, 0)),
            *(Row(f"failed_{cause}", times) for cause, times in sorted(causes.items())),
        ),
    )


def _ratings(total: Mapping[Count, int]) -> Section:
    shown = withhold({count.value: total.get(count, 0) for count in RATINGS})
    given = sum(total.get(count, 0) for count in RATINGS)
    rows = (Row("rated", given), *(Row(name, value) for name, value in shown.items()))
    return Section("ratings", rows)


def _service(total: Mapping[Count, int]) -> Section:
    hours = round(total.get(Count.MINUTE_IN_SERVICE, 0) / 60)
    without = total.get(Count.MINUTE_WITHOUT_PAPER, 0)
    return Section("service", (Row("hours", hours), Row(Count.MINUTE_WITHOUT_PAPER.value, without)))
