"""From a device URL to the link it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

if TYPE_CHECKING:
    from printer.transport.protocol import Transport

FORMS = (
    "tcp://host:9100",
    "serial:///dev/ttyUSB0?baud=115200",
    "usb://04b8:0e15",
    "file:///dev/usb/lp0",
    "cups://QUEUE",
    "memory://",
)
"""One example of each device URL, for help texts."""

_PORT = 9100
_BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)


def from_url(url: str) -> Transport:
    """The transport that `url` names, not yet opened.

    Raises ValueError with one plain line when the URL is not one of `FORMS`.
    """
    try:
        parts = urlsplit(url)
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True))
    except ValueError:
        try:
            parts, options = urlsplit(url), {}
        except ValueError:
            raise _bad(url, "it cannot be read") from None
        if parts.query:
            raise _bad(url, "what follows the ? cannot be read") from None
    builders = {
        "tcp": _tcp,
        "serial": _serial,
        "usb": _usb,
        "file": _file,
        "cups": _cups,
        "memory": _memory,
    }
    build = builders.get(parts.scheme)
    if build is None:
        raise _bad(url, "it must begin with one of " + ", ".join(f"{name}://" for name in builders))
    if parts.fragment or parts.username is not None:
        raise _bad(url, "a device has no user name and no #")
    return build(url, parts, options)


def _tcp(url: str, parts: SplitResult, options: dict[str, str]) -> Transport:
    from printer.transport.tcp import TcpTransport

    _only(url, options)
    if not parts.hostname or parts.path not in ("", "/"):
        raise _bad(url, f"write it like {FORMS[0]}")
    try:
        port = _PORT if parts.port is None else parts.port
    except ValueError:
        port = 0
    if not port:
        raise _bad(url, "the port must be a number from 1 to 65535")
    return TcpTransport(parts.hostname, port)


def _serial(url: str, parts: SplitResult, options: dict[str, str]) -> Transport:
    from printer.transport.serial import Flow, SerialTransport

    _only(url, options, "baud", "flow")
    if parts.netloc or not parts.path.startswith("/"):
        raise _bad(url, f"write it like {FORMS[1]}, with three slashes")
    baud = options.get("baud", "115200")
    if not baud.isascii() or not baud.isdigit() or int(baud) not in _BAUDS:
        raise _bad(url, "baud must be one of " + " ".join(map(str, _BAUDS)))
    flow = options.get("flow", "rtscts")
    for known in get_args(Flow):
        if flow == known:
            return SerialTransport(unquote(parts.path), int(baud), known)
    raise _bad(url, "flow must be rtscts, xonxoff or none")


def _usb(url: str, parts: SplitResult, options: dict[str, str]) -> Transport:
    from printer.transport.usb import UsbTransport

    _only(url, options, "serial", "simulator")
    ids = re.fullmatch(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})", parts.netloc)
    if ids is None or parts.path not in ("", "/"):
        raise _bad(url, f"write it like {FORMS[2]} (two numbers of four hexadecimal digits)")
    backend = None
    if "simulator" in options:
        from printer.simulator.usb_backend import simulated_bus

        backend = simulated_bus(options["simulator"])
    return UsbTransport(int(ids[1], 16), int(ids[2], 16), options.get("serial", ""), backend)


def _file(url: str, parts: SplitResult, options: dict[str, str]) -> Transport:
    from printer.transport.character import CharacterTransport

    _only(url, options)
    if parts.netloc or not parts.path.startswith("/"):
        raise _bad(url, f"write it like {FORMS[3]}, with three slashes")
    return CharacterTransport(unquote(parts.path))


def _cups(url: str, parts: SplitResult, options: dict[str, str]) -> Transport:
    from printer.transport.cups import CupsTransport

    _only(url, options)
    if not re.fullmatch(r"[\w.+@-]+", parts.netloc) or parts.netloc.startswith("-"):
        raise _bad(url, f"write it like {FORMS[4]}")
    if parts.path not in ("", "/"):
        raise _bad(url, "only queues of this machine can be named")
    return CupsTransport(parts.netloc)


def _memory(url: str, parts: SplitResult, options: dict[str, str]) -> Transport:
    from printer.simulator.device import Device
    from printer.simulator.faults import Fault
    from printer.transport.memory import MemoryTransport

    _only(url, options, "fault")
    if parts.netloc or parts.path not in ("", "/"):
        raise _bad(url, f"write it like {FORMS[5]}")
    try:
        fault = Fault.parse(options["fault"]) if "fault" in options else None
    except ValueError as error:
        raise _bad(url, str(error)) from None
    return MemoryTransport(Device(fault=fault))


def _only(url: str, options: dict[str, str], *allowed: str) -> None:
    for name in options:
        if name not in allowed:
            known = f"known here: {', '.join(allowed)}" if allowed else "nothing may follow the ?"
            raise _bad(url, f"{name} is not understood ({known})")


def _bad(url: str, why: str) -> ValueError:
    return ValueError(f"the device URL {url!r} does not work: {why}")
