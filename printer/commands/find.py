"""``find``: what is plugged in."""

from __future__ import annotations

import argparse
import json

from printer.commands.choices import NO_SLIP, WELL
from printer.find import Found, find_printers


def configure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    find = commands.add_parser("find", help="list the printers that are plugged in, with their URL")
    find.add_argument("--json", action="store_true", help="one JSON list")
    find.set_defaults(run=_find, verbose=False)


def _find(arguments: argparse.Namespace) -> int:
    found = find_printers()
    if arguments.json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=1))
    elif not found:
        print("Không thấy máy in nào. Kiểm tra nguồn điện và dây cáp.")
        print("No printer was found. Check its power and its cable.")
        print("Máy in mạng / a network printer: tcp://ADDRESS:9100")
    else:
        for one in found:
            print(f"{one.url}\n    {one.name}\n    {one.note.vi} ({one.note.en})")
    return WELL if found else NO_SLIP


def _as_json(found: Found) -> dict[str, object]:
    return {
        "url": found.url,
        "name": found.name,
        "sure": found.sure,
        "note": {"vi": found.note.vi, "en": found.note.en},
    }
