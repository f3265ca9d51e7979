"""Runs the print service until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from printer.conversation import Acknowledge
from printer.paper import Paper, Patience
from printer.printer import Printer
from printer.service.address import listen
from printer.service.notify import Notifier
from printer.service.queue import Queue
from printer.service.server import Server
from printer.service.writer import Writer
from printer.state import WORDS, PrinterState

LOCK_NAME = "service.lock"


@dataclass(frozen=True, slots=True)
class Service:
    """What one service is made of. `mode` is the socket's, 0o600 for its own account only.

    `attached`: it also ends when its standard input is closed, with whoever started it.
    """

    device: str
    spool: Path
    socket: Path
    paper: Paper
    acknowledge: Acknowledge = "pid"
    patience: Patience = field(default_factory=Patience)
    poll_seconds: float = 10.0
    mode: int = 0o600
    attached: bool = False


class SpoolTakenError(Exception):
    """Another service owns the spool. The message says which process."""


def serve(service: Service) -> None:
    """Until SIGTERM or SIGINT; the slip under way is finished, what waits is cancelled.

    Raises SpoolTakenError, ValueError for a device that cannot be, OSError or sqlite3.Error when
    the spool or the socket cannot be used.
    """
    with _owned(service.spool):
        asyncio.run(_serve(service, Notifier()))


async def _serve(service: Service, notifier: Notifier) -> None:
    printer = Printer(
        service.device,
        paper=service.paper,
        acknowledge=service.acknowledge,
        patience=service.patience,
        ledger=service.spool,
    )
    queue = Queue(service.device, service.spool)
    server = Server(printer, queue)
    queue.tell(server.job_changed)

    def told(state: PrinterState) -> None:
        server.printer_changed(state)
        notifier.tell(f"STATUS={state.value}: {WORDS[state].officer.vi}")

    writer = Writer(printer, queue, told, service.poll_seconds)
    door = await server.serve(listen(service.socket, service.mode))
    stop = _told_to_stop(attached=service.attached)
    writer.start()
    notifier.tell("READY=1")
    life = asyncio.create_task(_show_life(notifier, writer))
    await stop.wait()
    notifier.tell("STOPPING=1")
    door.close()
    writer.end()
    await asyncio.to_thread(writer.join)
    queue.drain()
    life.cancel()
    await asyncio.sleep(0)
    await server.hang_up()
    service.socket.unlink(missing_ok=True)
    queue.shut()
    printer.close()


def _told_to_stop(*, attached: bool) -> asyncio.Event:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if attached:
        handle = sys.stdin.fileno()

        def look() -> None:
            if not os.read(handle, 4096):
                loop.remove_reader(handle)
                stop.set()

        loop.add_reader(handle, look)
    return stop


async def _show_life(notifier: Notifier, writer: Writer) -> None:
    """A device that holds the writer must let the watchdog bite: only a kill frees it."""
    if not notifier.watchdog_seconds:
        return
    while True:
        if not writer.stuck:
            notifier.tell("WATCHDOG=1")
        await asyncio.sleep(notifier.watchdog_seconds / 3)


@contextlib.contextmanager
def _owned(spool: Path) -> Iterator[None]:
    spool.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(spool / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.read(handle, 32).decode(errors="replace").strip()
            raise SpoolTakenError(
                f"another print service (process {owner or 'unknown'}) already owns {spool}; "
                "one spool has one service"
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)
