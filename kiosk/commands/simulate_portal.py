"""``kiosk simulate portal``: a portal to try settings against."""

from __future__ import annotations

import argparse
import sys

from kiosk import app


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=0, metavar="N", help="0: any free port")
    parser.add_argument("--dialect", choices=("opencps", "igate"), default="opencps")
    parser.add_argument("--fault", metavar="NAME", help="misbehave; “list” names the faults")


def run(arguments: argparse.Namespace) -> int:
    from kiosk.portal.simulator import FAULTS, PortalSimulator

    if arguments.fault == "list":
        for name, does in FAULTS.items():
            print(f"{name:<20} {does}")
        return 0
    if arguments.dialect != "opencps":
        print(
            "kiosk simulate portal: the igate dialect is not there yet; use opencps",
            file=sys.stderr,
        )
        return 2
    try:
        portal = PortalSimulator(now=app.now(), fault=arguments.fault, port=arguments.port)
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
    print(f"portal.url = {portal.url}\nportal.group_id = {portal.group_id}")
    for dossier in portal.dossiers:
        print(f"{dossier.code:<28} {dossier.secret}  {dossier.what}")
    sys.stdout.flush()
    try:
        portal.serve()
    except KeyboardInterrupt:
        print("stopped")
    return 0
