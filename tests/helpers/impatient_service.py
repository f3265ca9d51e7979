"""``python -m printer serve`` with short patience, for printers that only exist in software."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from printer.commands.serve import log_to_manager
from printer.paper import Paper, Patience
from printer.service.address import socket_in
from printer.service.serve import Service, serve

BOOT_SECONDS = 0.25


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", required=True)
    parser.add_argument("--spool", type=Path, required=True)
    parser.add_argument("--acknowledge", choices=("pid", "gsr", "none"), default="pid")
    parser.add_argument("--attached", action="store_true")
    arguments = parser.parse_args()
    log_to_manager()
    serve(
        Service(
            device=arguments.device,
            spool=arguments.spool,
            socket=socket_in(arguments.spool),
            paper=Paper(),
            acknowledge=arguments.acknowledge,
            patience=Patience(slip=1.0, answer=0.2, boot=BOOT_SECONDS),
            poll_seconds=1.0,
            attached=arguments.attached,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
