"""The same simulated device behind every kind of link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from printer import Paper, Patience, Printer
from printer.conversation import Acknowledge
from printer.simulator import SimulatedPrinter
from printer.transport.character import CharacterTransport
from tests.helpers.print_service import RunningService, running

QUICK = Patience(slip=1.0, answer=0.4)
Build = Callable[..., Printer]


@pytest.fixture(params=["tcp", "tcp6", "serial", "character", "usb"])
def device(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SimulatedPrinter]:
    kind = request.param
    if kind in ("serial", "character"):
        made = SimulatedPrinter(pty=True)
    elif kind == "usb":
        made = SimulatedPrinter(usb=tmp_path / "bus")
    else:
        made = SimulatedPrinter(host="::1" if kind == "tcp6" else "127.0.0.1")
    with made:
        yield made


@pytest.fixture
def tcp_device() -> Iterator[SimulatedPrinter]:
    with SimulatedPrinter() as made:
        yield made


@pytest.fixture
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    """Makes printers for a device's URL, impatient ones, and closes them at the end."""
    character = "[character" in request.node.name

    with ExitStack() as made:

        def printer(
            device: SimulatedPrinter,
            acknowledge: Acknowledge = "pid",
            patience: Patience = QUICK,
            **settings: object,
        ) -> Printer:
            transport = None
            if character:
                path = device.url.removeprefix("serial://").partition("?")[0]
                transport = CharacterTransport(path)
            paper = settings.pop("paper", Paper())
            assert isinstance(paper, Paper)
            new = Printer(
                device.url,
                paper=paper,
                acknowledge=acknowledge,
                patience=patience,
                transport=transport,
                **settings,  # type: ignore[arg-type]
            )
            made.callback(new.close)
            return new

        yield printer


@pytest.fixture
def service(tcp_device: SimulatedPrinter, tmp_path: Path) -> Iterator[RunningService]:
    """A print service for `tcp_device`, as a process."""
    with running(tcp_device.url, tmp_path / "spool", "--poll", "0.2") as made:
        yield made
