"""Looks what is plugged in: which printers this machine could print to, and by which URL."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from printer.state import Phrase

if TYPE_CHECKING:
    from usb.backend import IBackend

_PRINTER_CLASS = 7
_CUPS_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Found:
    """One way to print. `sure`: it names itself a printer; else it may be anything."""

    url: str
    name: str
    sure: bool
    note: Phrase


_LP = Phrase("qua trình điều khiển của hệ điều hành", "through the system's own driver")
_USB = Phrase("nối USB, không cần trình điều khiển", "on USB, without a driver")
_SERIAL = Phrase(
    "cổng nối tiếp, có thể là thiết bị khác; xem tốc độ (baud) ghi ở máy in",
    "a serial port, maybe of something else; look up the printer's baud rate",
)
_CUPS = Phrase(
    "hàng đợi CUPS: in được nhưng không báo kết quả",
    "a CUPS queue: prints, but never tells what became of a slip",
)


def find_printers(
    root: Path = Path("/"), backend: IBackend | None = None, programs: str = "/usr/bin:/bin"
) -> list[Found]:
    """Everything that is plugged in, the best way to each first.

    `root` is where /dev and /sys lie; with `backend` another USB bus than libusb's is asked.
    """
    kernel = list(_character_devices(root))
    taken = {found.name for found in kernel}
    direct = [found for found in _usb_devices(backend) if found.name not in taken]
    return [*kernel, *direct, *_serial_ports(root), *_queues(programs)]


def _character_devices(root: Path) -> Iterator[Found]:
    """/dev/usb/lp0 and so on, named by what stands in /sys."""
    for device in sorted((root / "dev/usb").glob("lp[0-9]*")):
        interface = root / "sys/class/usbmisc" / device.name / "device"
        with contextlib.suppress(OSError):
            interface = interface.resolve()
        yield Found(f"file:///dev/usb/{device.name}", _sys_name(interface.parent), True, _LP)


def _sys_name(usb_device: Path) -> str:
    words = []
    for part in ("manufacturer", "product", "serial"):
        with contextlib.suppress(OSError):
            words.append((usb_device / part).read_text(encoding="utf-8", errors="replace").strip())
    return " ".join(filter(None, words)) or "USB"


def _usb_devices(backend: IBackend | None) -> Iterator[Found]:
    import usb.core

    try:
        devices = list(usb.core.find(find_all=True, backend=backend))
    except (usb.core.USBError, usb.core.NoBackendError):
        return
    for device in devices:
        with contextlib.suppress(usb.core.USBError, NotImplementedError):
            if any(
                setting.bInterfaceClass == _PRINTER_CLASS for config in device for setting in config
            ):
                yield _usb_printer(device)


def _usb_printer(device: Any) -> Found:  # noqa: ANN401 - pyusb carries no types
    import usb.core
    import usb.util

    words = []
    for index in (device.iManufacturer, device.iProduct, device.iSerialNumber):
        text = ""
        with contextlib.suppress(usb.core.USBError, ValueError, NotImplementedError):
            text = usb.util.get_string(device, index) or ""
        words.append(text)
    url = f"usb://{device.idVendor:04x}:{device.idProduct:04x}"
    if words[2]:
        url += f"?serial={words[2]}"
    return Found(url, " ".join(filter(None, words)) or "USB", True, _USB)


def _serial_ports(root: Path) -> Iterator[Found]:
    """By the name that stays the same when it is plugged in elsewhere, where there is one."""
    by_id = sorted((root / "dev/serial/by-id").glob("*"))
    known = {path.resolve().name for path in by_id}
    for path in by_id:
        yield Found(
            f"serial:///dev/serial/by-id/{path.name}?baud=115200", path.name, False, _SERIAL
        )
    for pattern in ("ttyUSB[0-9]*", "ttyACM[0-9]*"):
        for path in sorted((root / "dev").glob(pattern)):
            if path.name not in known:
                yield Found(f"serial:///dev/{path.name}?baud=115200", path.name, False, _SERIAL)


def _queues(programs: str) -> Iterator[Found]:
    try:
        told = subprocess.run(
            ["lpstat", "-e"],  # noqa: S607 - looked for in `programs` only
            capture_output=True,
            timeout=_CUPS_SECONDS,
            check=False,
            env={"LC_ALL": "C", "PATH": programs},
        )
    except (OSError, subprocess.TimeoutExpired):
        return
    for name in told.stdout.decode(errors="replace").split():
        yield Found(f"cups://{name}", name, True, _CUPS)
