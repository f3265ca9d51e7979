"""``status``, ``test-page`` and ``print``: one question or one slip."""

from __future__ import annotations

import argparse
import contextlib
import uuid
from pathlib import Path

from printer.commands import choices
from printer.commands.choices import BAD_INPUT, NO_SLIP, WELL, say, say_outcome, say_state
from printer.service.address import socket_in
from printer.service.client import Client
from printer.service.protocol import EXPIRES, News, Submit
from printer.state import Outcome, PrinterState, Result, failed


def configure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    status = commands.add_parser("status", help="say how the printer is")
    _where(status)
    status.set_defaults(run=_status)

    page = commands.add_parser("test-page", help="print the test page")
    _where(page)
    page.set_defaults(run=_test_page, key=None, expires=EXPIRES, keep=True)

    slip = commands.add_parser("print", help="print a picture as one slip")
    slip.add_argument("file", type=Path, metavar="FILE", help="a black and white picture")
    slip.add_argument("--key", help="names the wish: the same key twice is one slip")
    slip.add_argument(
        "--expires",
        type=float,
        default=EXPIRES,
        metavar="SECONDS",
        help="how long a service may wait for the printer (default: %(default)g)",
    )
    slip.add_argument(
        "--keep",
        action="store_true",
        help="nobody's own: it may print even after a restart of the service",
    )
    _where(slip)
    slip.set_defaults(run=_print_file)


def _where(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group(required=True)
    choices.add_device(where, required=False)
    where.add_argument("--spool", type=Path, metavar="DIR", help="the service that owns DIR")
    where.add_argument("--socket", type=Path, metavar="PATH", help="the service that listens there")
    choices.add_model(parser)
    choices.add_record(parser)
    choices.add_verbose(parser)


def _status(arguments: argparse.Namespace) -> int:
    if arguments.device is None:
        state = Client(_socket(arguments)).status()
    else:
        with contextlib.closing(choices.printer_of(arguments, keep=False)) as printer:
            state = printer.status()
    say_state(state)
    return WELL if state.can_print else NO_SLIP


def _test_page(arguments: argparse.Namespace) -> int:
    from printer.test_page import draw_test_page

    paper, _ = choices.model_of(arguments)
    return _print(arguments, draw_test_page(paper.width))


def _print_file(arguments: argparse.Namespace) -> int:
    try:
        picture = arguments.file.read_bytes()
    except OSError as error:
        return say(f"{arguments.file} cannot be read: {error.strerror}", BAD_INPUT)
    return _print(arguments, picture)


def _print(arguments: argparse.Namespace, picture: bytes) -> int:
    key = arguments.key or str(uuid.uuid4())
    if arguments.device is None:
        return _submit(arguments, picture, key)
    with contextlib.closing(choices.printer_of(arguments, keep=True)) as printer:
        return say_outcome(printer.print_picture(picture, key))


def _submit(arguments: argparse.Namespace, picture: bytes, key: str) -> int:
    path = _socket(arguments)
    if not path.exists():
        say(
            f"no print service at {path}; start one with "
            f"python -m printer serve --device URL --spool {path.parent}"
        )
        return say_outcome(Outcome(Result.FAILED))
    asked = Submit(key, picture, expires=arguments.expires, keep=arguments.keep)
    shown: list[PrinterState] = []

    def told(news: News) -> None:
        if news.outcome is None and news.printer is not None and news.printer not in shown[-1:]:
            shown.append(news.printer)
            say_state(news.printer)

    outcome = Client(path).submit(asked, told=told)
    if outcome == failed(PrinterState.UNKNOWN) and not shown:
        say(f"no print service answers at {path}, or it cannot print now")
    return say_outcome(Outcome(outcome.result) if outcome.state in shown[-1:] else outcome)


def _socket(arguments: argparse.Namespace) -> Path:
    named: Path = arguments.socket or socket_in(arguments.spool)
    return named
