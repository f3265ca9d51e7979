"""``serve``: the print service."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from printer.commands import choices
from printer.commands.choices import NO_SLIP, WELL, say

_PRIORITIES = ((logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))


def configure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="run the print service until it is stopped")
    choices.add_device(serve, required=True)
    serve.add_argument(
        "--spool", type=Path, required=True, metavar="DIR", help="where the queue is kept"
    )
    serve.add_argument(
        "--socket", type=Path, metavar="PATH", help="where to listen (default: in DIR)"
    )
    serve.add_argument(
        "--open-to-group", action="store_true", help="the socket's group may print too"
    )
    serve.add_argument(
        "--attached", action="store_true", help="end when standard input is closed as well"
    )
    serve.add_argument(
        "--poll",
        type=float,
        default=10.0,
        metavar="SECONDS",
        help="how often to look at an idle printer (default: %(default)g)",
    )
    choices.add_model(serve)
    serve.set_defaults(run=_serve, verbose=False)


def _serve(arguments: argparse.Namespace) -> int:
    from printer.service.address import socket_in
    from printer.service.serve import Service, SpoolTakenError, serve

    log_to_manager()
    paper, acknowledge = choices.model_of(arguments)
    service = Service(
        device=arguments.device,
        spool=arguments.spool,
        socket=arguments.socket or socket_in(arguments.spool),
        paper=paper,
        acknowledge=acknowledge,
        poll_seconds=arguments.poll,
        mode=0o660 if arguments.open_to_group else 0o600,
        attached=arguments.attached,
    )
    try:
        serve(service)
    except SpoolTakenError as error:
        return say(str(error), NO_SLIP)
    return WELL


class _Prioritised(logging.Formatter):
    """`<4>sentence`: systemd's way to tell how much a line weighs (sd-daemon(3))."""

    def format(self, record: logging.LogRecord) -> str:
        number = next((sign for level, sign in _PRIORITIES if record.levelno >= level), 7)
        return "\n".join(f"<{number}>{line}" for line in super().format(record).splitlines())


def log_to_manager() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Prioritised())
    logger = logging.getLogger("printer")
    logger.propagate = False
    logger.handlers = [handler]
    logger.setLevel(logging.WARNING)
    logging.getLogger("printer.service").setLevel(logging.INFO)
