"""A USB cable to the simulated printer, over a UNIX socket: both ends of it."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import threading
from pathlib import Path

from printer.simulator.device import Device

IDS = (0x04B8, 0x0E15)
"""Vendor and product the simulated printer names itself by."""

_TICK = 0.005
_HEAD = struct.Struct(">cI")
_COUNT = struct.Struct(">I")
_LARGEST = 65536


class UsbLink:
    """The printer's end: serves one computer at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._door: socket.socket | None = self._listen()
        vendor, product = IDS
        self.url = f"usb://{vendor:04x}:{product:04x}?simulator={self._path}"

    def serve(self, device: Device, stop: threading.Event) -> None:
        while not stop.is_set():
            device.turn()
            if device.off:
                self._unplug()
                stop.wait(_TICK)
                continue
            if self._door is None:
                self._door = self._listen()
            device.work(keep=True)
            if not select.select([self._door], [], [], _TICK)[0]:
                continue
            computer, _ = self._door.accept()
            with computer, contextlib.suppress(OSError):
                self._attend(computer, device, stop)

    def close(self) -> None:
        self._unplug()

    def _attend(self, computer: socket.socket, device: Device, stop: threading.Event) -> None:
        epoch = device.epoch
        while not stop.is_set():
            device.turn()
            if device.off or device.epoch != epoch:
                return
            if not select.select([computer], [], [], _TICK)[0]:
                device.work(keep=True)
                continue
            kind, size = _HEAD.unpack(_exactly(computer, _HEAD.size))
            if kind == b"W":
                data = _exactly(computer, min(size, _LARGEST))
                taken, _, dropped = device.receive_quietly(data)
                if dropped:
                    return
                computer.sendall(_COUNT.pack(taken))
            else:
                said = device.say(size)
                computer.sendall(_COUNT.pack(len(said)) + said)

    def _listen(self) -> socket.socket:
        self._path.unlink(missing_ok=True)
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        door.bind(str(self._path))
        door.listen(4)
        return door

    def _unplug(self) -> None:
        door, self._door = self._door, None
        if door is not None:
            door.close()
            self._path.unlink(missing_ok=True)


class UsbCable:
    """The computer's end. Raises OSError when the printer is unplugged."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._link: socket.socket | None = None

    @property
    def plugged(self) -> bool:
        return os.path.exists(self._path)  # noqa: PTH110 - no object for one look

    def connect(self) -> None:
        self.disconnect()
        self._link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._link.connect(self._path)
        except OSError:
            self.disconnect()
            raise

    def disconnect(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def write(self, data: bytes) -> int:
        """How many bytes the printer took."""
        link = self._opened()
        link.sendall(_HEAD.pack(b"W", len(data)) + data)
        return int(_COUNT.unpack(_exactly(link, _COUNT.size))[0])

    def read(self, size: int) -> bytes:
        """What the printer has to say, at most `size` bytes."""
        link = self._opened()
        link.sendall(_HEAD.pack(b"R", size))
        return _exactly(link, _COUNT.unpack(_exactly(link, _COUNT.size))[0])

    def _opened(self) -> socket.socket:
        if self._link is None:
            raise ConnectionResetError
        return self._link


def _exactly(link: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = link.recv(size - len(data))
        if not piece:
            raise ConnectionResetError
        data += piece
    return data
