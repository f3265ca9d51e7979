"""How the outside reaches the simulated printer: a TCP port or a pseudo terminal."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import threading
import tty
from pathlib import Path
from typing import Protocol

from printer.simulator.device import Device

_TICK = 0.005
_SEGMENT = 536
"""Small segments, as printers take: with loopback's huge ones a small window stalls."""


class Link(Protocol):
    """One way in. `url` is known before `serve` runs; `serve` returns once `stop` is set."""

    url: str

    def serve(self, device: Device, stop: threading.Event) -> None: ...

    def close(self) -> None: ...


class TcpLink:
    """One client at a time, like the printers; further ones wait their turn."""

    def __init__(self, host: str, port: int) -> None:
        self._family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._door: socket.socket | None = self._listen((host, port))
        self._address: tuple[str, int] = (host, self._door.getsockname()[1])
        shown = f"[{host}]" if ":" in host else host
        self.url = f"tcp://{shown}:{self._address[1]}"
        self._client: socket.socket | None = None

    def serve(self, device: Device, stop: threading.Event) -> None:
        while not stop.is_set():
            device.turn()
            if device.off:
                self._shut()
                stop.wait(_TICK)
                continue
            if self._door is None:
                self._door = self._listen(self._address)
            if not select.select([self._door], [], [], _TICK)[0]:
                device.work()
                continue
            self._client, _ = self._door.accept()
            with contextlib.suppress(OSError):
                self._attend(self._client, device, stop)
            self._hang_up(reset=False)

    def close(self) -> None:
        self._shut()

    def _attend(self, client: socket.socket, device: Device, stop: threading.Event) -> None:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        epoch = device.epoch
        waiting = b""
        ended = False
        while not stop.is_set():
            device.turn()
            if device.off or device.epoch != epoch:
                self._hang_up(reset=True)
                return
            if not waiting and not ended and select.select([client], [], [], _TICK)[0]:
                waiting = client.recv(4096)
                ended = not waiting
            taken, answers, dropped = device.receive(waiting)
            waiting = waiting[taken:]
            if dropped:
                self._hang_up(reset=True)
                return
            if answers:
                client.sendall(answers)
            if ended and not waiting:
                return
            if waiting and not taken:
                stop.wait(_TICK)

    def _listen(self, address: tuple[str, int]) -> socket.socket:
        door = socket.socket(self._family, socket.SOCK_STREAM)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, _SEGMENT)
        try:
            door.bind(address)
            door.listen(8)
        except OSError:
            door.close()
            raise
        return door

    def _hang_up(self, *, reset: bool) -> None:
        client, self._client = self._client, None
        if client is None:
            return
        if reset:
            at_once = struct.pack("ii", 1, 0)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        client.close()

    def _shut(self) -> None:
        self._hang_up(reset=True)
        door, self._door = self._door, None
        if door is not None:
            door.close()


class PtyLink:
    """A pseudo terminal.

    It cannot break as a socket does: DROP loses no more than the answers under way.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        name = os.ttyname(self._slave)
        self._path = path
        if path is not None:
            path.unlink(missing_ok=True)
            path.symlink_to(name)
        self.url = f"serial://{(path or Path(name)).absolute()}?baud=115200"

    def serve(self, device: Device, stop: threading.Event) -> None:
        waiting = b""
        while not stop.is_set():
            device.turn()
            if device.off:
                waiting = b""
                unheard = int(device.build.bytes_per_second * _TICK) or 4096
                with contextlib.suppress(BlockingIOError):
                    os.read(self._master, unheard)
                stop.wait(_TICK)
                continue
            if not waiting and select.select([self._master], [], [], _TICK)[0]:
                with contextlib.suppress(BlockingIOError):
                    waiting = os.read(self._master, 4096)
            taken, answers, _ = device.receive(waiting)
            waiting = waiting[taken:]
            if answers:
                os.write(self._master, answers)
            if waiting and not taken:
                stop.wait(_TICK)

    def close(self) -> None:
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        os.close(self._master)
        os.close(self._slave)
