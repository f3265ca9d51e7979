"""``kiosk report``: a month in figures, of this kiosk or of many files together."""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
from pathlib import Path

from kiosk import app, app_content
from kiosk.catalogue.load import load_guides
from kiosk.catalogue.words import load_words
from kiosk.disk import write_whole
from kiosk.domain.text import Language, Words
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir
from kiosk.staff.report import forms
from kiosk.staff.report.figures import Tallies, together
from kiosk.staff.report.forms import Report
from kiosk.store.reading import month_of

FORMATS = ("text", "csv", "json", "xlsx", "html", "pdf")
BINARY = ("xlsx", "pdf")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", required=True, type=_month, metavar="YYYY-MM")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: the terminal")
    parser.add_argument("--lang", choices=[language.value for language in Language], default="vi")
    parser.add_argument(
        "files", nargs="*", metavar="[WARD=]FILE", help="files of counts; default: this kiosk's own"
    )


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    language = Language(arguments.lang)
    words = load_words(assets_dir() / "i18n")[language]
    wards, total = together(_counted(arguments, settings))
    guides = load_guides(app_content.guides_folder(settings))
    titles = {guide.id: guide.title.in_(language) for guide in guides}
    report = Report(arguments.month, app.now(), wards, total, lambda id_: titles.get(id_, id_))
    out = arguments.out
    if out is None and arguments.format in BINARY and sys.stdout.isatty():
        out = Path(f"ward-kiosk-{arguments.month}.{arguments.format}")
    data = _written(report, words, arguments.format)
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(out, data, 0o644)
        print(f"Written to {out}.")
    return 0


def _written(report: Report, words: Words, form: str) -> bytes:
    match form:
        case "csv":
            return forms.as_csv(report, words).encode()
        case "json":
            return forms.as_json(report, words).encode()
        case "html":
            return forms.as_html(report, words).encode()
        case "xlsx":
            from kiosk.staff.report.workbook import as_xlsx

            return as_xlsx(report, words)
        case "pdf":
            from kiosk.ui.pdf import pdf_of

            return pdf_of(forms.as_html(report, words), forms.title(report, words))
        case _:
            return forms.as_text(report, words).encode()


def _counted(arguments: argparse.Namespace, settings: Settings) -> list[tuple[str, Tallies]]:
    if not arguments.files:
        own = app.store_file(settings)
        counts = _read(own, arguments.month) if own.exists() else {}
        return [(settings.text("ward.name"), counts)]
    named = [_named(text) for text in arguments.files]
    return [(ward, _read(file, arguments.month)) for ward, file in named]


def _named(text: str) -> tuple[str, Path]:
    """`Phường Mỹ Trà=counts.sqlite3`; without a name, the file goes by its own."""
    ward, equals, path = text.rpartition("=")
    return (ward, Path(path)) if equals and ward else (Path(text).stem, Path(text))


def _read(file: Path, month: str) -> Tallies:
    try:
        return month_of(file, month)
    except sqlite3.Error as error:
        raise OSError(0, "is not there, or is no file of counts", str(file)) from error


def _month(text: str) -> str:
    if not _MONTH.fullmatch(text):
        raise argparse.ArgumentTypeError(f"“{text}” is no month; write YYYY-MM, such as 2026-11")
    return text
