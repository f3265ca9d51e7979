from __future__ import annotations

import pytest

from printer.transport import FORMS, from_url
from printer.transport.memory import MemoryTransport
from printer.transport.serial import SerialTransport
from printer.transport.tcp import TcpTransport


@pytest.mark.parametrize("url", FORMS)
def test_every_form_in_the_help_is_understood(url: str) -> None:
    assert from_url(url) is not None


def test_a_network_printer_listens_on_9100_unless_told() -> None:
    transport = from_url("tcp://192.0.2.7")
    assert isinstance(transport, TcpTransport)
    assert transport._address == ("192.0.2.7", 9100)


def test_an_ipv6_address_stands_in_brackets() -> None:
    transport = from_url("tcp://[2001:db8::7]:9101")
    assert isinstance(transport, TcpTransport)
    assert transport._address == ("2001:db8::7", 9101)


def test_a_serial_port_has_speed_and_flow_control() -> None:
    transport = from_url("serial:///dev/ttyS0?baud=9600&flow=xonxoff")
    assert isinstance(transport, SerialTransport)
    assert (transport._baud, transport._flow, transport.rate) == (9600, "xonxoff", 960)


def test_a_printer_in_memory_can_have_a_fault() -> None:
    transport = from_url("memory://?fault=cutter")
    assert isinstance(transport, MemoryTransport)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "printer",
        "http://host",
        "tcp://",
        "tcp://host:0",
        "tcp://host:99999",
        "tcp://host:x",
        "tcp://host/path",
        "tcp://host?baud=1",
        "tcp://[::1",
        "tcp://me@host",
        "serial://ttyS0",
        "serial:///dev/ttyS0?baud=115201",
        "serial:///dev/ttyS0?baud=\u0663",
        "serial:///dev/ttyS0?flow=dsr",
        "serial:///dev/ttyS0?speed=9600",
        "serial:///dev/ttyS0?baud",
        "usb://",
        "usb://04b8",
        "usb://04b8:0e15:1",
        "usb://04b8:zzzz",
        "file://dev/usb/lp0",
        "cups://",
        "cups://-d",
        "cups://a/b",
        "memory://x",
        "memory://?fault=fire",
        "memory://?fault=drop@x",
    ],
)
def test_a_url_that_cannot_be_is_refused_in_one_plain_line(url: str) -> None:
    with pytest.raises(ValueError, match="device URL") as caught:
        from_url(url)
    assert "\n" not in str(caught.value)
