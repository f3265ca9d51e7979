"""A printer inside the program itself: the simulated device without any cable."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from printer.transport.protocol import Cause, LinkError

if TYPE_CHECKING:
    from printer.simulator.device import Device


class MemoryTransport:
    """Writes go straight into a simulated device; its answers wait here to be read."""

    answers = True
    notices_loss = True
    rate = 10_000_000

    def __init__(self, device: Device) -> None:
        self.device = device
        self._answers = bytearray()
        self._opened = False

    def open(self) -> None:
        if self.device.off:
            raise LinkError(Cause.REFUSED, "the printer in memory is switched off")
        self._answers.clear()
        self._opened = True

    def write(self, data: bytes, deadline: float) -> None:
        self._check()
        left = data
        while left:
            taken, answers, dropped = self.device.receive(left)
            self._answers += answers
            left = left[taken:]
            if dropped:
                self._opened = False
                raise LinkError(Cause.LOST, "the printer in memory went away")
            if not taken:
                if time.monotonic() >= deadline:
                    raise LinkError(Cause.STUCK, "the printer stopped taking bytes")
                time.sleep(0.001)

    def read(self, timeout: float) -> bytes:
        self._check()
        self._answers += self.device.work()
        if not self._answers:
            time.sleep(min(max(0.0, timeout), 0.005))
        data = bytes(self._answers)
        self._answers.clear()
        return data

    def close(self) -> None:
        self._opened = False

    def _check(self) -> None:
        if not self._opened or self.device.off:
            raise LinkError(Cause.LOST, "the printer in memory went away")
