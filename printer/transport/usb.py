"""A USB printer spoken to directly, where the kernel offers no /dev/usb/lp device."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any

from printer.transport.protocol import Cause, LinkError

if TYPE_CHECKING:
    from usb.backend import IBackend

_PIECE = 4096
_PRINTER_CLASS = 7
_SLICE_MS = 1000


class UsbTransport:
    """Finds the printer anew at each open, so unplugging and replugging needs no restart.

    Takes interface class 7 with the end points its descriptors name, never resets the device, and
    gives the interface back to the kernel's driver. `backend` is for tests without hardware.
    """

    answers = True
    notices_loss = True
    rate = 500_000

    def __init__(
        self, vendor: int, product: int, serial: str = "", backend: IBackend | None = None
    ) -> None:
        self._vendor = vendor
        self._product = product
        self._serial = serial
        self._backend = backend
        self._device: Any = None
        self._interface = 0
        self._to_printer: Any = None
        self._from_printer: Any = None
        self._driver_taken = False

    def open(self) -> None:
        import usb.core
        import usb.util

        self.close()
        try:
            device = self._find()
            setting = _printer_interface(device)
            self._interface = setting.bInterfaceNumber
            self._release_driver(device)
            usb.util.claim_interface(device, self._interface)
            self._device = device
        except usb.core.NoBackendError as error:
            raise LinkError(Cause.ABSENT, "USB needs the libusb-1.0 library") from error
        except usb.core.USBError as error:
            raise _cannot_open(error) from error
        for end_point in setting:
            if usb.util.endpoint_type(end_point.bmAttributes) != usb.util.ENDPOINT_TYPE_BULK:
                continue
            if usb.util.endpoint_direction(end_point.bEndpointAddress) == usb.util.ENDPOINT_IN:
                self._from_printer = self._from_printer or end_point
            else:
                self._to_printer = self._to_printer or end_point
        if self._to_printer is None:
            self.close()
            raise LinkError(Cause.ABSENT, "the USB printer offers no way in")

    def write(self, data: bytes, deadline: float) -> None:
        import usb.core

        end_point = self._opened(self._to_printer)
        left = data
        while left:
            patience = deadline - time.monotonic()
            if patience <= 0:
                raise LinkError(Cause.STUCK, "the printer stopped taking bytes")
            try:
                sent = end_point.write(left[:_PIECE], max(1, min(_SLICE_MS, int(patience * 1000))))
            except usb.core.USBTimeoutError:
                continue
            except usb.core.USBError as error:
                raise _lost() from error
            left = left[sent:]

    def read(self, timeout: float) -> bytes:
        import usb.core

        self._opened(self._to_printer)
        if self._from_printer is None:
            time.sleep(max(0.0, timeout))
            return b""
        size = self._from_printer.wMaxPacketSize
        try:
            return bytes(self._from_printer.read(size, max(1, int(timeout * 1000))))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            raise _lost() from error

    def close(self) -> None:
        import usb.util

        device, self._device = self._device, None
        self._to_printer = self._from_printer = None
        if device is None:
            return
        with contextlib.suppress(Exception):
            usb.util.release_interface(device, self._interface)
        if self._driver_taken:
            self._driver_taken = False
            with contextlib.suppress(Exception):
                device.attach_kernel_driver(self._interface)
        with contextlib.suppress(Exception):
            usb.util.dispose_resources(device)

    def _find(self) -> Any:  # noqa: ANN401 - pyusb carries no types
        import usb.core
        import usb.util

        found = usb.core.find(
            find_all=True, idVendor=self._vendor, idProduct=self._product, backend=self._backend
        )
        for device in found:
            if not self._serial:
                return device
            with contextlib.suppress(usb.core.USBError, ValueError):
                if usb.util.get_string(device, device.iSerialNumber) == self._serial:
                    return device
        name = f"{self._vendor:04x}:{self._product:04x}"
        if self._serial:
            name += f" with the serial number {self._serial}"
        raise LinkError(Cause.ABSENT, f"no USB device {name} is plugged in")

    def _release_driver(self, device: Any) -> None:  # noqa: ANN401
        with contextlib.suppress(NotImplementedError):
            if device.is_kernel_driver_active(self._interface):
                device.detach_kernel_driver(self._interface)
                self._driver_taken = True

    def _opened(self, end_point: Any) -> Any:  # noqa: ANN401
        if self._device is None or end_point is None:
            raise LinkError(Cause.LOST, "the USB printer is closed")
        return end_point


def _printer_interface(device: Any) -> Any:  # noqa: ANN401
    for configuration in device:
        for setting in configuration:
            if setting.bInterfaceClass == _PRINTER_CLASS:
                return setting
    raise LinkError(Cause.ABSENT, "the USB device is not a printer")


def _cannot_open(error: Exception) -> LinkError:
    import errno

    number = getattr(error, "errno", None)
    if number in (errno.EACCES, errno.EPERM):
        return LinkError(Cause.DENIED, "the USB printer may not be used by this account")
    if number == errno.EBUSY:
        return LinkError(Cause.BUSY, "another program holds the USB printer")
    return LinkError(Cause.ABSENT, "the USB printer cannot be used")


def _lost() -> LinkError:
    return LinkError(Cause.LOST, "the USB printer was unplugged")
