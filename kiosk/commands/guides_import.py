"""``kiosk guides import FILE…``: the portal's procedures, and where they and the guides differ."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk import app, app_content
from kiosk.catalogue.checked import Check, save_checks
from kiosk.catalogue.differences import differences, fingerprint
from kiosk.catalogue.official import Official
from kiosk.catalogue.procedures import read_procedures, save_procedures
from kiosk.domain.guide import Guide
from kiosk.settings import load

WHAT = {"fee": "fee", "time": "time", "documents": "papers", "decision": "decision"}
LONGEST = 300


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--accept", action="append", default=[], metavar="CODE",
                        help="note that somebody compared this guide with FILE")  # fmt: skip
    parser.add_argument("--by", default="", metavar="WHO",
                        help="who compared; default: the office in the settings")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    found, problems = read_procedures(arguments.files)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not found:
        print("Nothing was imported.", file=sys.stderr)
        return 2
    officials = {official.procedure.code: official for official in found}
    guided = {code: guide for guide in app_content.read_guides(settings)[0] for code in guide.codes}
    unknown = [code for code in arguments.accept if code not in officials or code not in guided]
    if unknown:
        print(
            f"{', '.join(unknown)}: not in both a guide and the files; nothing was changed.",
            file=sys.stderr,
        )
        return 2
    try:
        checks = _accept(
            arguments.accept, officials, arguments.by or app_content.build_ward(settings).office
        )
        save_procedures(app_content.imported_file(), (row.procedure for row in found))
    except (sqlite3.Error, OSError) as cause:
        print(f"{app_content.imported_file().parent} cannot be written: {cause}", file=sys.stderr)
        return 1
    print(f"{len(found)} procedures can now be found by name")
    _tell(officials, guided, checks)
    return 2 if problems else 0


def _accept(
    codes: Sequence[str], officials: Mapping[str, Official], by: str
) -> Mapping[str, Check]:
    checks = app_content.checks()
    if codes:
        day = app.now().date()
        for code in codes:
            checks[code] = Check(day, by, fingerprint(officials[code]))
        save_checks(app_content.checks_file(), checks)
        print(f"{', '.join(codes)}: compared on {day:%d/%m/%Y} by {by}")
    return checks


def _tell(
    officials: Mapping[str, Official], guided: Mapping[str, Guide], checks: Mapping[str, Check]
) -> None:
    """Each guide that differs and that nobody has compared with just these facts."""
    told = 0
    for code, official in officials.items():
        guide = guided.get(code)
        if guide is None or (code in checks and checks[code].seen == fingerprint(official)):
            continue
        found = differences(guide, official)
        if not found:
            continue
        told += 1
        print(f"\n{guide.id}.toml, {code} {official.procedure.name[:LONGEST]}")
        for each in found:
            print(f"  {WHAT[each.what]:<9} guide:  {each.guide[:LONGEST] or '(nothing)'}")
            print(f"  {'':<9} source: {each.source[:LONGEST]}")
    if told:
        print(
            f"\n{told} guides differ. Look at each; mend the guide's file where it is wrong. Then"
            " run this again with --accept CODE."
        )
