"""``kiosk simulate printer``: a receipt printer to try slips against."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path
from types import FrameType


def configure(parser: argparse.ArgumentParser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--tcp", type=int, metavar="PORT", help="0 or nothing: any free port")
    way.add_argument("--pty", type=Path, metavar="PATH", help="a pseudo-terminal, linked to PATH")
    parser.add_argument("--fault", metavar="NAME", help="misbehave; “list” names the faults")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the slips as pictures there")


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. The first line says where."""
    from printer.simulator import FAULTS, SimulatedPrinter

    if arguments.fault == "list":
        for name, does in FAULTS.items():
            print(f"{name:<12} {does}")
        return 0
    try:
        device = SimulatedPrinter(
            port=arguments.tcp or 0,
            pty=arguments.pty or False,
            out=arguments.out,
            fault=arguments.fault,
        )
    except OverflowError:
        print("kiosk simulate printer: a port is a number from 0 to 65535", file=sys.stderr)
        return 2
    except ValueError as error:
        print(f"kiosk simulate printer: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"kiosk simulate printer: {error.strerror}: {_where(arguments)}", file=sys.stderr)
        return 1
    stop = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    with device:
        print(f"printer.url = {device.url}", flush=True)
        stop.wait()
    return 0


def _where(arguments: argparse.Namespace) -> str:
    if arguments.pty is not None:
        return str(arguments.pty)
    return f"port {arguments.tcp or 0}, or {arguments.out}" if arguments.out else "that port"
