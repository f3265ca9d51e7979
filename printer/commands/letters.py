"""``letters``: the printer's own letters, for serial lines too slow for pictures."""

from __future__ import annotations

import argparse
import contextlib
import uuid
from pathlib import Path

from printer.commands import choices
from printer.commands.choices import BAD_INPUT, NO_SLIP, WELL, say, say_outcome
from printer.letters import Line, Mode, TextPage, Trust

_MODES = tuple(mode.value for mode in Mode)


def configure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    letters = commands.add_parser(
        "letters", help="try, confirm and use the printer's own letters (slow serial lines)"
    )
    ways = letters.add_subparsers(metavar="WHAT", required=True)

    strip = ways.add_parser("strip", help="print the strip by which letters are judged")
    strip.add_argument("--mode", choices=_MODES, required=True)
    _shared(strip, _strip)

    confirm = ways.add_parser("confirm", help="both halves of the strip are alike: switch on")
    confirm.add_argument("number", metavar="NUMBER", help="of the strip, typed or scanned")
    _shared(confirm, _confirm)

    show = ways.add_parser("show", help="say which modes are confirmed")
    _shared(show, _show)

    text = ways.add_parser("print", help="print a text file as one slip")
    text.add_argument("file", type=Path, metavar="FILE", help="UTF-8 text")
    text.add_argument("--mode", choices=_MODES, required=True)
    text.add_argument("--key", help="names the wish: the same key twice is one slip")
    _shared(text, _print)


def _shared(parser: argparse.ArgumentParser, run: object) -> None:
    choices.add_device(parser, required=True)
    choices.add_model(parser)
    choices.add_record(parser)
    choices.add_verbose(parser)
    parser.set_defaults(run=run)


def _strip(arguments: argparse.Namespace) -> int:
    with contextlib.closing(choices.printer_of(arguments, keep=True)) as printer:
        return say_outcome(printer.print_strip(Mode(arguments.mode), str(uuid.uuid4())))


def _confirm(arguments: argparse.Namespace) -> int:
    mode = Trust(arguments.device, arguments.record).confirm(arguments.number)
    if mode is None:
        return say("that is not the number of the latest strip of this printer", NO_SLIP)
    print(f"{mode.value} confirmed")
    return WELL


def _show(arguments: argparse.Namespace) -> int:
    confirmed = Trust(arguments.device, arguments.record).confirmed()
    for mode in Mode:
        print(f"{mode.value}  {'confirmed' if mode in confirmed else 'not confirmed'}")
    return WELL


def _print(arguments: argparse.Namespace) -> int:
    try:
        text = arguments.file.read_text(encoding="utf-8")
    except OSError as error:
        return say(f"{arguments.file} cannot be read: {error.strerror}", BAD_INPUT)
    except UnicodeDecodeError:
        return say(f"{arguments.file} is not UTF-8 text", BAD_INPUT)
    page = TextPage(Mode(arguments.mode), tuple(Line(line) for line in text.splitlines()))
    with contextlib.closing(choices.printer_of(arguments, keep=True)) as printer:
        return say_outcome(printer.print_text(page, arguments.key or str(uuid.uuid4())))
