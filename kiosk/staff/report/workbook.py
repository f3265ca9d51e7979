"""The report as a workbook: one sheet for the sum, one for each ward."""

from __future__ import annotations

import io
import re

from kiosk.domain.text import Words
from kiosk.staff.report.forms import Report, filled, label, shown, title, whole

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31


def as_xlsx(report: Report, words: Words) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    head = book.add_format({"bold": True, "font_size": 14, "font_color": "#0B5345"})
    part_head = book.add_format({"bold": True, "bottom": 1, "font_color": "#0B5345"})
    withheld = book.add_format({"align": "right", "italic": True})
    for number, part in enumerate(report.parts, start=1):
        sheet = book.add_worksheet(_sheet_name(part.ward or whole(words), number))
        sheet.set_column(0, 0, 70)
        sheet.set_column(1, 1, 14)
        sheet.write_string(0, 0, title(report, words), head)
        sheet.write_string(1, 0, part.ward or whole(words))
        line = 3
        for section in filled(part.sections):
            sheet.write_string(line, 0, words.say(f"staff.report.{section.name}.title"), part_head)
            sheet.write_blank(line, 1, None, part_head)
            for row in section.rows:
                line += 1
                sheet.write_string(line, 0, label(section, row, report, words))
                if row.value is None:
                    sheet.write_string(line, 1, shown(row), withheld)
                else:
                    sheet.write_number(line, 1, row.value)
            line += 2
        sheet.write_string(line, 0, words.say("staff.report.note"))
    book.close()
    return out.getvalue()


def _sheet_name(ward: str, number: int) -> str:
    """What Excel allows, and no two alike."""
    plain = _NOT_IN_A_NAME.sub(" ", ward).strip()
    return f"{number} {plain}"[:_LONGEST_NAME].rstrip()
