"""The simulated printer with its cable, running in a thread of its own."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from PIL import Image

from printer.simulator.build import Build
from printer.simulator.device import Device
from printer.simulator.faults import Fault
from printer.simulator.interpreter import Unknown
from printer.simulator.links import Link, PtyLink, TcpLink
from printer.simulator.usb_link import UsbLink


class SimulatedPrinter:
    """A printer to test against.

    ``with SimulatedPrinter() as device:`` serves on a free port of this machine; `pty` serves on a
    pseudo terminal instead (a path becomes a symbolic link to it), `usb` at a path that the USB
    transport takes for a bus. `build` says what kind it is. With `out`, every slip becomes
    ``slip-001.png`` and so on there, and ``log.jsonl`` tells what happened, one object a line.
    Raises OSError when the port is taken, ValueError for an unknown fault.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        pty: Path | bool = False,
        usb: Path | None = None,
        out: Path | None = None,
        fault: str | Fault | None = None,
        build: Build | None = None,
    ) -> None:
        self._out = out
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
        self._device = Device(build, _fault(fault), self._keep if out is not None else None)
        self._link: Link
        if usb is not None:
            self._link = UsbLink(usb)
        elif pty is False:
            self._link = TcpLink(host, port)
        else:
            self._link = PtyLink(None if pty is True else pty)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="simulated-printer", daemon=True)
        self._noted = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join(timeout=5)
        self._link.close()
        self._note_unknown()
        if self.hanging:
            self._write({"event": "left", "rows": self.hanging})

    @property
    def url(self) -> str:
        """The device URL to print to."""
        return self._link.url

    @property
    def slips(self) -> list[Image.Image]:
        """Every slip cut so far, oldest first: mode "1", the whole paper that came out."""
        return self._device.slips

    @property
    def unknown(self) -> list[Unknown]:
        """Bytes that were no command the printer knows."""
        return self._device.unknown

    @property
    def received(self) -> int:
        """Bytes taken so far."""
        return self._device.received

    @property
    def hanging(self) -> int:
        """Rows of paper printed and not cut off."""
        return self._device.hanging

    def set_fault(self, fault: str | Fault | None) -> None:
        """Break the printer, or mend it with None. A name may carry @BYTES: drop@5000.

        Returns once the cable shows it too: the port is closed or open again.
        """
        self._device.set_fault(_fault(fault))
        self._write({"event": "fault", "name": str(fault or "none")})
        self._seen()

    @property
    def idle(self) -> bool:
        """Whether nothing is left to print and the paper stands still."""
        return self._device.idle

    def power_cycle(self, seconds: float = 0.0) -> None:
        """Off and on again: links break and buffers are lost; paper and counters stay."""
        self._device.power_cycle(seconds)
        self._write({"event": "power-cycle"})
        self._seen()

    def wait_for_slips(self, count: int, timeout: float = 5.0) -> bool:
        """Whether `count` slips have been cut within `timeout` seconds."""
        return self._device.wait_for_slips(count, timeout)

    def _seen(self) -> None:
        if self._thread.is_alive():
            self._device.wait_for_turn(timeout=2)

    def _serve(self) -> None:
        self._link.serve(self._device, self._stop)

    def _keep(self, slip: Image.Image) -> None:
        if self._out is None:
            return
        name = f"slip-{len(list(self._out.glob('slip-*.png'))) + 1:03}.png"
        slip.save(self._out / name)
        self._write({"event": "cut", "slip": name, "rows": slip.height, "width": slip.width})
        self._note_unknown()

    def _note_unknown(self) -> None:
        for strange in self._device.unknown[self._noted :]:
            self._noted += 1
            self._write({"event": "unknown", "at": strange.offset, "bytes": strange.data.hex(" ")})

    def _write(self, entry: dict[str, str | int]) -> None:
        if self._out is not None:
            with (self._out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(entry) + "\n")


def _fault(fault: str | Fault | None) -> Fault | None:
    return Fault.parse(fault) if isinstance(fault, str) else fault
