"""``kiosk demo``: the kiosk on its embedded parts, a portal simulator and a virtual printer.

With a display there is a window. Without one a scripted visit is drawn off-screen.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kiosk import app
from kiosk.commands.run import read_size, show
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir, config_dir

if TYPE_CHECKING:
    from kiosk.portal.simulator import PortalSimulator
    from kiosk.ui.scripted_visit import Visitor
    from printer.simulator import SimulatedPrinter

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
OUT = Path("build/demo")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--orientation", choices=sorted(SIZES), help="default: both off-screen")
    parser.add_argument("--size", metavar="WxH", help="another panel, for example 1280x800")
    parser.add_argument(
        "--fault",
        metavar="NAME",
        help="a fault of the portal or of the printer, such as paper-out, drop@9000, off@cut",
    )
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help=f"default: {OUT}")
    parser.add_argument("--headless", action="store_true", help="no window even with a display")


@dataclass(frozen=True, slots=True)
class Parts:
    """The embedded parts of one demo, running."""

    portal: PortalSimulator
    printer: SimulatedPrinter
    settings: Settings


def run(arguments: argparse.Namespace) -> int:
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    if _has_display() and not arguments.headless:
        with parts(arguments.fault, out) as running:
            print(f"The kiosk is on your screen. Dossiers to look up:\n{_receipts(running)}")
            size = read_size(arguments.size) if arguments.size else None
            return show(running.settings, size or SIZES.get(arguments.orientation or ""))
    done = [_visit(arguments, name, size) for name, size in _panels(arguments)]
    return 0 if all(done) else 1


def clear(folder: Path) -> None:
    """Takes away what an earlier demo left in `folder`, and nothing else: it may be anybody's."""
    folder.mkdir(parents=True, exist_ok=True)
    for pattern in ("[0-9][0-9]-*.png", "summary.txt", "slips/slip-*.png", "slips/log.jsonl"):
        for file in folder.glob(pattern):
            file.unlink()


@contextmanager
def parts(fault: str | None, out: Path) -> Iterator[Parts]:
    """Portal and printer over real sockets, and the settings that point at them.

    Raises ValueError when neither of them knows `fault`.
    """
    from kiosk.portal.simulator import FAULTS as PORTAL_FAULTS
    from kiosk.portal.simulator import PortalSimulator
    from printer.simulator import Fault, FaultKind, SimulatedPrinter

    paper_faults = [kind.value for kind in FaultKind]
    of_portal = fault in PORTAL_FAULTS
    if fault and not of_portal and fault.partition("@")[0] not in paper_faults:
        known = ", ".join(sorted({*PORTAL_FAULTS, *paper_faults}))
        raise ValueError(f"no fault is called “{fault}”; there are: {known}")
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder,
        PortalSimulator(now=app.now(), fault=fault if of_portal else None) as portal,
        SimulatedPrinter(
            out=out / "slips", fault=None if of_portal or not fault else Fault.parse(fault)
        ) as printer,
    ):
        file = Path(folder) / "demo.toml"
        file.write_text(_settings(portal, printer, Path(folder)), encoding="utf-8")
        yield Parts(portal, printer, load(file))


def _settings(portal: PortalSimulator, printer: SimulatedPrinter, folder: Path) -> str:
    return "\n".join(
        (
            "[ward]",
            'counter = "quầy số 2"',
            "[portal]",
            f'url = "{portal.url}"',
            f'group_id = "{portal.group_id}"',
            "[printer]",
            f'url = "{printer.url}"',
            "[store]",
            f'path = "{folder / "kiosk.sqlite3"}"',
        )
    )


def _panels(arguments: argparse.Namespace) -> list[tuple[str, tuple[int, int]]]:
    if arguments.size:
        return [(arguments.size, read_size(arguments.size))]
    if arguments.orientation:
        return [(arguments.orientation, SIZES[arguments.orientation])]
    return list(SIZES.items())


def _visit(arguments: argparse.Namespace, name: str, size: tuple[int, int]) -> bool:
    """One scripted visit on one panel; says what was done. False when it went astray."""
    from kiosk.ui.hand import HandError

    out = arguments.out / name
    clear(out)
    began = monotonic()
    with parts(arguments.fault, out) as running:
        person = None
        try:
            with _person(running, out, size) as person:
                _script(person, running)
            trouble = ""
        except HandError as error:
            trouble = str(error)
        printed = [slip.size for slip in running.printer.slips]
    _summary(name, size, person, printed, monotonic() - began, trouble, out)
    return not trouble


@contextmanager
def _person(running: Parts, out: Path, size: tuple[int, int]) -> Iterator[Visitor]:
    from kiosk.ui.application import application
    from kiosk.ui.hand import Hand
    from kiosk.ui.look import Panel
    from kiosk.ui.scripted_visit import Visitor
    from kiosk.ui.shell import Shell

    _running = application(offscreen=True)
    place = app.build_place(running.settings)
    shell = Shell(
        place,
        app.build_services(running.settings, place),
        panel=Panel(*size),
        idle=app.idle_times(running.settings),
        wedge=app.build_wedge(running.settings),
        serial=app.build_serial_scanner(running.settings),
        tokens=config_dir() / "screens" / "look.toml",
        assets=assets_dir(),
        now=app.now,
    )
    window = shell.start()
    try:
        yield Visitor(Hand(window), lambda: shell.flow.visit.page, out)
    finally:
        shell.stop()


def _script(person: Visitor, running: Parts) -> None:
    from kiosk.ui.scripted_visit import Receipt, visit

    by_what = {dossier.what: dossier for dossier in running.portal.dossiers}
    on_time, late = by_what["processing"], by_what["overdue"]
    visit(person, Receipt(on_time.code, on_time.secret), Receipt(late.code, late.secret))


def _summary(
    name: str,
    size: tuple[int, int],
    person: Visitor | None,
    printed: list[tuple[int, int]],
    seconds: float,
    trouble: str,
    out: Path,
) -> None:
    lines = [f"{name} {size[0]}×{size[1]}"]
    if person is not None:
        lines += [f"  {took:5.1f} s  {what}" for what, took in person.seen]
    slips = ", ".join(f"{width}×{height} dots" for width, height in printed) or "none"
    lines += [f"  slips printed: {len(printed)} ({slips})", f"  {seconds:.1f} s in all"]
    lines.append(f"  went astray: {trouble}" if trouble else "  the visit went as scripted")
    text = "\n".join(lines)
    (out / "summary.txt").write_text(text + "\n", encoding="utf-8")
    print(f"{text}\n  pictures in {out}")


def _receipts(running: Parts) -> str:
    return "\n".join(
        f"  {dossier.code}  {dossier.secret}  {dossier.what}" for dossier in running.portal.dossiers
    )


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
