"""``kiosk simulate printer``: a receipt printer to try slips against."""

from __future__ import annotations

import argparse
import os
import select
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printer.simulator import SimulatedPrinter

ABOUT = """\
A receipt printer that exists only in software: real bytes come in over a cable that is
real too, pictures of slips and a log of what came out go to --out. The first line says
where it is; give that URL to `printer.url` or to `python -m printer`.

Faults (--fault, or typed while it runs): NAME at once, NAME@5000 after 5000 more bytes,
NAME@cut instead of the next cut, NAME@after-cut after it. `--fault list` says what each
does. Typed lines: `fault NAME`, `fault none`, `power-cycle [SECONDS]`, `state`.

log.jsonl holds one object a line: {"event": "cut", "slip": FILE, "rows": N, "width": N},
{"event": "unknown", "at": OFFSET, "bytes": HEX} for every byte that is no command it knows,
{"event": "fault", "name": NAME}, {"event": "power-cycle"}, {"event": "left", "rows": N}.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.description = ABOUT
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--tcp", type=int, metavar="PORT", help="0 or nothing: any free port")
    way.add_argument("--pty", type=Path, metavar="PATH", help="a pseudo-terminal, linked to PATH")
    way.add_argument("--usb", type=Path, metavar="PATH", help="a USB bus, behind a socket at PATH")
    parser.add_argument("--fault", metavar="NAME", help="misbehave; “list” names the faults")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the slips as pictures there")
    parser.add_argument("--width", type=int, default=576, metavar="DOTS", help="384, 512 or 576")
    parser.add_argument(
        "--speed", type=float, default=0, metavar="MM/S", help="of the paper; 0 prints at once"
    )
    parser.add_argument("--buffer", type=int, default=4096, metavar="BYTES")
    parser.add_argument(
        "--baud", type=int, default=0, metavar="N", help="carry no more than such a serial line"
    )
    parser.add_argument(
        "--acks",
        choices=("pid", "gsr", "none"),
        default="pid",
        help="pid: confirms marks and counts cuts, gsr: confirms what it has processed, none",
    )
    parser.add_argument(
        "--forgetful", action="store_true", help="a loss of power costs it its latest count"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped. The first line says where."""
    from printer.simulator import FAULTS

    if arguments.fault == "list":
        for name, does in FAULTS.items():
            print(f"{name:<12} {does}")
        return 0
    try:
        device = _device(arguments)
    except OverflowError:
        return _say("a port is a number from 0 to 65535", 2)
    except ValueError as error:
        return _say(str(error), 2)
    except OSError as error:
        return _say(f"{error.strerror}: {_where(arguments)}", 1)
    stop = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    with device:
        print(f"printer.url = {device.url}", flush=True)
        _listen(device, stop)
    return 0


def _device(arguments: argparse.Namespace) -> SimulatedPrinter:
    from printer.simulator import Build, SimulatedPrinter

    return SimulatedPrinter(
        port=arguments.tcp or 0,
        pty=arguments.pty or False,
        usb=arguments.usb,
        out=arguments.out,
        fault=arguments.fault,
        build=Build(
            width=arguments.width,
            buffer=arguments.buffer,
            mm_per_second=arguments.speed,
            bytes_per_second=arguments.baud // 10,
            acks=arguments.acks,
            forgetful=arguments.forgetful,
        ),
    )


def _listen(device: SimulatedPrinter, stop: threading.Event) -> None:
    """Obey what is typed, until told to stop; a closed input is nobody typing."""
    held = b""
    while not stop.wait(0.05):
        while select.select([sys.stdin], [], [], 0)[0]:
            piece = os.read(sys.stdin.fileno(), 4096)
            if not piece:
                stop.wait()
                return
            *lines, held = (held + piece).split(b"\n")
            for line in lines:
                print(_obey(device, line.decode(errors="replace").split()), flush=True)


def _obey(device: SimulatedPrinter, words: list[str]) -> str:
    try:
        match words:
            case []:
                return ""
            case ["fault", "none"]:
                device.set_fault(None)
            case ["fault", name]:
                device.set_fault(name)
            case ["power-cycle"]:
                device.power_cycle()
            case ["power-cycle", seconds]:
                device.power_cycle(float(seconds))
            case ["state"]:
                return f"{len(device.slips)} slips, {device.hanging} rows not cut off"
            case _:
                return "type: fault NAME, fault none, power-cycle [SECONDS], state"
    except ValueError as error:
        return str(error)
    return "done"


def _say(sentence: str, code: int) -> int:
    print(f"kiosk simulate printer: {sentence}", file=sys.stderr)
    return code


def _where(arguments: argparse.Namespace) -> str:
    if arguments.pty is not None or arguments.usb is not None:
        return str(arguments.pty or arguments.usb)
    return f"port {arguments.tcp or 0}, or {arguments.out}" if arguments.out else "that port"
