"""The report as CSV, JSON, HTML and plain text. Every form holds the same figures."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.text import Words
from kiosk.staff.report.figures import Figures, Row, Section

WITHHELD = "*"
"""One mark for a small count and for what would give it away: two would tell which is which."""


@dataclass(frozen=True, slots=True)
class Report:
    """A month of one ward or of several. `made` is aware; `guide_name` gives a guide's title."""

    month: str
    made: datetime
    wards: tuple[Figures, ...]
    total: Figures
    guide_name: Callable[[str], str]

    @property
    def parts(self) -> tuple[Figures, ...]:
        """What is printed: each ward, and the sum where there are several."""
        return self.wards if len(self.wards) == 1 else (self.total, *self.wards)


Line = tuple[str, str, str, str, str]
"""Ward, section, name, what it is in words, value."""


def lines(report: Report, words: Words) -> Iterator[Line]:
    """Every figure as one line of texts."""
    for part in report.parts:
        for section in part.sections:
            for row in section.rows:
                name = f"{row.name}:{row.of}" if row.of else row.name
                told = label(section, row, report, words)
                yield part.ward or whole(words), section.name, name, told, shown(row)


def label(section: Section, row: Row, report: Report, words: Words) -> str:
    if row.of:
        return report.guide_name(row.of)
    named = f"staff.report.{section.name}.{row.name}"
    if named in words.named:
        return words.say(named)
    cause = row.name.removeprefix("failed_")
    return words.say("staff.report.lookups.failed", cause=cause)


def shown(row: Row) -> str:
    return WITHHELD if row.value is None else str(row.value)


def whole(words: Words) -> str:
    return words.say("staff.report.whole")


def title(report: Report, words: Words) -> str:
    year, month = report.month.split("-")
    return words.say("staff.report.title", month=int(month), year=year)


def as_csv(report: Report, words: Words) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("ward", "section", "name", "label", "value"))
    writer.writerows(lines(report, words))
    return out.getvalue()


def as_json(report: Report, words: Words) -> str:
    """Withheld figures are null."""
    told = {
        "month": report.month,
        "made": report.made.isoformat(timespec="seconds"),
        "wards": [_ward(part, report, words) for part in report.wards],
        "total": _ward(report.total, report, words),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _ward(part: Figures, report: Report, words: Words) -> dict[str, object]:
    def row(section: Section, each: Row) -> dict[str, object]:
        of = {"guide": each.of} if each.of else {}
        told = label(section, each, report, words)
        return {"name": each.name, **of, "label": told, "value": each.value}

    sections = {
        section.name: [row(section, each) for each in section.rows] for section in part.sections
    }
    return {"ward": part.ward, "sections": sections}


def as_text(report: Report, words: Words) -> str:
    out = [title(report, words)]
    for part in report.parts:
        out += ["", part.ward or whole(words)]
        for section in filled(part.sections):
            out.append(f"  {words.say(f'staff.report.{section.name}.title')}")
            out += [
                f"    {shown(row):>6}  {label(section, row, report, words)}" for row in section.rows
            ]
    return "\n".join((*out, "", words.say("staff.report.note"), ""))


def as_html(report: Report, words: Words) -> str:
    """One page for a browser or for paper; needs nothing from outside."""
    safe = html.escape
    body = [f"<h1>{safe(title(report, words))}</h1>"]
    for part in report.parts:
        body.append(f"<h2>{safe(part.ward or whole(words))}</h2>")
        for section in filled(part.sections):
            body.append(f"<h3>{safe(words.say(f'staff.report.{section.name}.title'))}</h3>")
            rows = "".join(
                f"<tr><td>{safe(label(section, row, report, words))}</td>"
                f'<td align="right">{safe(shown(row))}</td></tr>'
                for row in section.rows
            )
            body.append(f'<table width="100%" cellpadding="4">{rows}</table>')
    body.append(f"<p>{safe(words.say('staff.report.note'))}</p>")
    body.append(f"<p>{report.made:%H:%M %d/%m/%Y}</p>")
    style = "body{font-family:'Open Sans',sans-serif;color:#12231E}h2,h3{color:#0B5345}"
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f"<title>{safe(title(report, words))}</title><style>{style}</style></head>"
        f"<body>{''.join(body)}</body></html>\n"
    )


def filled(sections: Sequence[Section]) -> Iterator[Section]:
    return (section for section in sections if section.rows)
