"""The USB link on a stand-in for libusb: descriptors, short writes, unplugging."""

from __future__ import annotations

import array
import errno
import time
from types import SimpleNamespace

import pytest
import usb.backend
import usb.core

from printer import Printer, PrinterState, Result
from printer.simulator.device import Device
from printer.transport import Cause, LinkError
from printer.transport.usb import UsbTransport
from tests.unit.printer.slips import png, same, slip

SERIAL = "SN123"
Buffer = array.array  # of bytes, as pyusb hands them over


class FakeUsb(usb.backend.IBackend):  # type: ignore[misc]
    """One printer on the bus, with the simulated device behind its end points."""

    def __init__(self, interface_class: int = 7) -> None:
        self.plugged = True
        self.busy = False
        self.resets = 0
        self.driver = True
        self.device = Device()
        self.interface_class = interface_class
        self._said = b""

    def enumerate_devices(self) -> list[int]:
        return [1] if self.plugged else []

    def get_device_descriptor(self, _device: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=0x04B8, idProduct=0x0E15,
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
            bInterfaceClass=self.interface_class, bInterfaceSubClass=1, bInterfaceProtocol=2,
            iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(
        self, _device: int, point: int, _interface: int, _alt: int, _config: int
    ) -> SimpleNamespace:
        address = (0x03, 0x84)[point]
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=address, bmAttributes=2,
            wMaxPacketSize=64, bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, _device: int) -> int:
        self._check()
        return 1

    def close_device(self, _handle: int) -> None:
        pass

    def set_configuration(self, _handle: int, _value: int) -> None:
        self._check()

    def get_configuration(self, _handle: int) -> int:
        self._check()
        return 1

    def claim_interface(self, _handle: int, _interface: int) -> None:
        self._check()
        if self.busy:
            raise usb.core.USBError("busy", None, errno.EBUSY)

    def release_interface(self, _handle: int, _interface: int) -> None:
        self._check()

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
        kind: int,
        _request: int,
        value: int,
        _index: int,
        data: Buffer,
        _wait: int,
    ) -> int:
        assert kind == 0x80
        text = {0: b"\x09\x04", 3: SERIAL.encode("utf-16-le")}[value & 0xFF]
        answer = array.array("B", bytes([len(text) + 2, 3]) + text)
        data[: len(answer)] = answer
        return len(answer)

    def bulk_write(
        self, _handle: int, point: int, _interface: int, data: Buffer, _wait: int
    ) -> int:
        self._check()
        assert point == 0x03
        taken, said, dropped = self.device.receive(data.tobytes()[:1000])
        self._said += said
        if dropped:
            self.plugged = False
        if not taken:
            raise usb.core.USBTimeoutError("no room", -7, errno.ETIMEDOUT)
        return taken

    def bulk_read(self, _handle: int, point: int, _interface: int, data: Buffer, _wait: int) -> int:
        self._check()
        assert point == 0x84
        self._said += self.device.work()
        if not self._said:
            time.sleep(0.001)
            raise usb.core.USBTimeoutError("nothing", -7, errno.ETIMEDOUT)
        piece, self._said = self._said[: len(data)], self._said[len(data) :]
        data[: len(piece)] = array.array("B", piece)
        return len(piece)

    def _check(self) -> None:
        if not self.plugged:
            raise usb.core.USBError("gone", -4, errno.ENODEV)


def printer(bus: FakeUsb, serial: str = "") -> Printer:
    transport = UsbTransport(0x04B8, 0x0E15, serial, backend=bus)
    return Printer("usb://04b8:0e15", transport=transport)


def test_a_slip_goes_through_short_writes_without_a_reset() -> None:
    bus = FakeUsb()
    assert printer(bus).print_picture(png(slip()), "a").result is Result.PRINTED
    assert [same(paper, slip()) for paper in bus.device.slips] == [True]
    assert bus.resets == 0
    assert bus.driver


@pytest.mark.events("printer")
def test_unplugged_is_offline_and_plugged_in_again_prints_without_a_restart() -> None:
    bus = FakeUsb()
    device = printer(bus)
    bus.plugged = False
    assert device.status() is PrinterState.OFFLINE
    assert device.print_picture(png(slip()), "a").result is Result.FAILED
    bus.plugged = True
    assert device.print_picture(png(slip()), "a").result is Result.PRINTED


@pytest.mark.events("printer")
def test_pulled_out_within_a_slip_is_no_slip_and_never_two() -> None:
    from printer.simulator.faults import Fault

    bus = FakeUsb()
    device = printer(bus)
    bus.device.set_fault(Fault.parse("drop@4000"))
    assert device.print_picture(png(slip()), "a").result is Result.FAILED
    bus.plugged = True
    assert device.print_picture(png(slip()), "a").result is Result.PRINTED
    assert [same(paper, slip()) for paper in bus.device.slips] == [False, True]


def test_the_serial_number_chooses_the_printer() -> None:
    assert printer(FakeUsb(), SERIAL).status() is PrinterState.READY
    assert printer(FakeUsb(), "other").status() is PrinterState.OFFLINE


def test_a_printer_held_by_another_program_is_busy() -> None:
    bus = FakeUsb()
    bus.busy = True
    assert printer(bus).status() is PrinterState.BUSY


def test_what_is_no_printer_is_refused() -> None:
    with pytest.raises(LinkError) as caught:
        UsbTransport(0x04B8, 0x0E15, backend=FakeUsb(interface_class=3)).open()
    assert caught.value.cause is Cause.ABSENT


def test_a_printer_that_takes_nothing_is_left_at_the_deadline() -> None:
    from printer.simulator.faults import Fault

    bus = FakeUsb()
    bus.device.set_fault(Fault.parse("paper-out"))
    transport = UsbTransport(0x04B8, 0x0E15, backend=bus)
    transport.open()
    with pytest.raises(LinkError) as caught:
        transport.write(b"x" * 10_000, time.monotonic() + 0.1)
    assert caught.value.cause is Cause.STUCK
    transport.close()
