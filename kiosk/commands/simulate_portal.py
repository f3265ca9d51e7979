"""``kiosk simulate portal``: a portal to try settings against."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime

from kiosk import app
from kiosk.domain.deadline import VIETNAM

DIALECTS = ("opencps", "igate")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=0, metavar="N", help="0: any free port")
    parser.add_argument("--dialect", choices=DIALECTS, default="opencps")
    parser.add_argument("--fault", metavar="NAME", help="misbehave; “list” names the faults")
    parser.add_argument("--seed", type=int, default=0, metavar="N",
                        help="other names and look-up codes")  # fmt: skip
    parser.add_argument("--now", type=_moment, metavar="TIME",
                        help="the portal's clock, such as 2026-11-24T09:42")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. Prints the section of the settings first, then the dossiers."""
    from kiosk.portal.simulator import FAULTS, Dialect, PortalSimulator

    if arguments.fault == "list":
        for name, does in FAULTS.items():
            print(f"{name:<20} {does}")
        return 0
    try:
        portal = PortalSimulator(
            now=arguments.now or app.now(),
            dialect=Dialect(arguments.dialect),
            seed=arguments.seed,
            fault=arguments.fault,
            port=arguments.port,
        )
    except ValueError as error:
        print(f"kiosk simulate portal: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"kiosk simulate portal: port {arguments.port} cannot be used ({error.strerror});"
            " choose another with --port",
            file=sys.stderr,
        )
        return 1
    for name, value in portal.settings.items():
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        print(f"portal.{name} = {shown}")
    for dossier in portal.dossiers:
        print(f"{dossier.code:<28} {dossier.secret:<4}  {dossier.what}")
    sys.stdout.flush()
    try:
        portal.serve()
    except KeyboardInterrupt:
        print("stopped")
    return 0


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no time; write it as 2026-11-24T09:42"
        raise argparse.ArgumentTypeError(message) from None
    return at.astimezone(VIETNAM) if at.tzinfo else at.replace(tzinfo=VIETNAM)
