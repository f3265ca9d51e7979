"""A pyusb backend with one printer on its bus: the real transport on a bus that is software."""

from __future__ import annotations

import array
import errno
import time
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

from printer.simulator.usb_link import IDS, UsbCable

SERIAL = "SIM0001"
TO_PRINTER, FROM_PRINTER = 0x03, 0x84
SHORT = 1000
"""Bytes the printer takes in one transfer: fewer than are offered, as real ones do."""

Buffer = Any
"""An array of bytes; pyusb carries no types."""


class SimulatedBus(usb.backend.IBackend):  # type: ignore[misc]
    """What libusb would see. Resets and drivers taken away are counted, for tests to look at."""

    def __init__(self, cable: UsbCable, interface_class: int = 7) -> None:
        self._cable = cable
        self._interface_class = interface_class
        self.resets = 0
        self.driver = True
        self.busy = False

    def enumerate_devices(self) -> list[int]:
        return [1] if self._cable.plugged else []

    def get_device_descriptor(self, _device: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=IDS[0], idProduct=IDS[1],
            bcdDevice=0x100, iManufacturer=1, iProduct=2, iSerialNumber=3, bNumConfigurations=1,
            address=5, bus=1, port_number=1, port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, _device: int, config: int) -> SimpleNamespace:
        if config:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1,
            bConfigurationValue=1, iConfiguration=0, bmAttributes=0xC0, bMaxPower=1,
            extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(
        self, _device: int, interface: int, alt: int, _config: int
    ) -> SimpleNamespace:
        if interface or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2,
            bInterfaceClass=self._interface_class, bInterfaceSubClass=1, bInterfaceProtocol=2,
            iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(
        self, _device: int, point: int, _interface: int, _alt: int, _config: int
    ) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(TO_PRINTER, FROM_PRINTER)[point],
            bmAttributes=2, wMaxPacketSize=64, bInterval=0, bRefresh=0, bSynchAddress=0,
            extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, _device: int) -> int:
        try:
            self._cable.connect()
        except OSError:
            raise _gone() from None
        return 1

    def close_device(self, _handle: int) -> None:
        self._cable.disconnect()

    def set_configuration(self, _handle: int, _value: int) -> None:
        pass

    def get_configuration(self, _handle: int) -> int:
        return 1

    def claim_interface(self, _handle: int, _interface: int) -> None:
        if self.busy:
            raise usb.core.USBError("busy", None, errno.EBUSY)

    def release_interface(self, _handle: int, _interface: int) -> None:
        pass

    def is_kernel_driver_active(self, _handle: int, _interface: int) -> bool:
        return self.driver

    def detach_kernel_driver(self, _handle: int, _interface: int) -> None:
        self.driver = False

    def attach_kernel_driver(self, _handle: int, _interface: int) -> None:
        self.driver = True

    def reset_device(self, _handle: int) -> None:
        self.resets += 1

    def ctrl_transfer(
        self,
        _handle: int,
        _kind: int,
        _request: int,
        value: int,
        _index: int,
        data: Buffer,
        _w: int,
    ) -> int:
        names = {1: "Simulated", 2: "Receipt printer", 3: SERIAL}
        number = value & 0xFF
        text = names[number].encode("utf-16-le") if number in names else b"\x09\x04"
        answer = array.array("B", bytes([len(text) + 2, 3]) + text)
        data[: len(answer)] = answer
        return len(answer)

    def bulk_write(
        self, _handle: int, _point: int, _interface: int, data: Buffer, timeout: int
    ) -> int:
        until = time.monotonic() + timeout / 1000
        offered: bytes = data.tobytes()[:SHORT]
        while True:
            try:
                taken = self._cable.write(offered)
            except OSError:
                raise _gone() from None
            if taken:
                return taken
            _wait(until)

    def bulk_read(
        self, _handle: int, _point: int, _interface: int, data: Buffer, timeout: int
    ) -> int:
        until = time.monotonic() + timeout / 1000
        while True:
            try:
                said = self._cable.read(len(data))
            except OSError:
                raise _gone() from None
            if said:
                data[: len(said)] = array.array("B", said)
                return len(said)
            _wait(until)


def simulated_bus(path: str) -> SimulatedBus:
    """The bus on which the printer served at `path` hangs."""
    return SimulatedBus(UsbCable(path))


def _wait(until: float) -> None:
    if time.monotonic() >= until:
        raise usb.core.USBTimeoutError("no answer", -7, errno.ETIMEDOUT)
    time.sleep(0.002)


def _gone() -> usb.core.USBError:
    return usb.core.USBError("gone", -4, errno.ENODEV)
