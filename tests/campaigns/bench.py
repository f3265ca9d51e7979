"""``make bench``: what a person feels, as ratios against a bare baseline in the same run.

Milliseconds belong to this machine; the ratios travel.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tests.campaigns import bench_lookups

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

STARTS = 9
TAPS = 60
KEYS = 60
QUERIES = ("khai sinh", "giấy độc thân", "tam tru", "can cuoc bi mat", "sao y", "ket hon")

BARE = """
import sys, time
began = time.perf_counter()
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
from PySide6.QtCore import QUrl
from pathlib import Path
import tempfile
app = QGuiApplication([])
file = Path(tempfile.mkdtemp()) / "Bare.qml"
file.write_text("import QtQuick\\nRectangle { width: 1080; height: 1920; Text { text: 'a' } }")
view = QQuickView(QUrl.fromLocalFile(str(file)))
view.frameSwapped.connect(app.quit)
view.show()
app.exec()
print(time.perf_counter() - began)
"""
KIOSK = """
import time
began = time.perf_counter()
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from kiosk import app
from kiosk.settings import load
from kiosk.settings.places import assets_dir, config_dir
from kiosk.ui.look import Panel
from kiosk.ui.shell import Shell
application = QGuiApplication([])
settings = load(environ={})
place = app.build_place(settings)
shell = Shell(place, app.build_services(settings, place), panel=Panel(1080, 1920),
              idle=app.idle_times(settings), wedge=app.build_wedge(settings),
              tokens=config_dir() / "screens" / "look.toml", assets=assets_dir(), now=app.now)
window = shell.start()
window.frameSwapped.connect(application.quit)
application.exec()
print(time.perf_counter() - began, flush=True)
import os
os._exit(0)
"""


def main() -> int:
    rows = [*starts(), *in_the_window(), *searches(), *slips(), *bench_lookups.rows()]
    width = max(len(name) for name, _ in rows)
    for name, figure in rows:
        print(f"{name:<{width}}  {figure}")
    return 0


def starts() -> list[tuple[str, str]]:
    """Process start to first frame, kiosk and bare window in turn."""
    bare, kiosk = [], []
    for _ in range(STARTS):
        bare.append(_seconds(BARE))
        kiosk.append(_seconds(KIOSK))
    ratio = median(k / b for k, b in zip(kiosk, bare, strict=True))
    return [
        ("first frame, bare window", f"{median(bare) * 1000:.0f} ms median of {STARTS}"),
        ("first frame, kiosk", f"{median(kiosk) * 1000:.0f} ms median, {ratio:.2f} × bare"),
    ]


def _seconds(script: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return float(done.stdout.strip().splitlines()[-1])


def in_the_window() -> list[tuple[str, str]]:
    """Touch to the next page painted, and key to letter painted, against painting alone."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.visit import events as on
    from tests.helpers.rooms import open_rooms

    _application = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder, open_rooms(Path(folder)) as rooms:
        rooms.start()
        send, grab = rooms.shell.flow.send, rooms.hand.grab
        floor = [_took(grab) for _ in range(TAPS)]
        there_and_back = (on.ServicesWanted(), on.HomeWanted()) * (TAPS // 2)
        pages = [_took(lambda event=event: (send(event), grab())) for event in there_and_back]
        send(on.ServicesWanted())
        send(on.SearchWanted())
        grab()
        press = rooms.shell.view.services.press
        keys = [_took(lambda: (press("a"), grab())) for _ in range(KEYS)]
    return [
        ("paint one page (floor)", _spread(floor, 1.0)),
        ("touch → next page painted", _spread(pages, median(floor))),
        ("key → letter painted", _spread(keys, median(floor))),
    ]


def searches() -> list[tuple[str, str]]:
    from kiosk import app
    from kiosk.settings import load

    finder = app.build_finder(app.build_place(load(environ={})))
    typed = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    times = [_took(lambda text=text: finder.find(text)) for text in typed * 5]
    return [("search, per keystroke", _spread(times, 1.0))]


def slips() -> list[tuple[str, str]]:
    """Bytes on the wire and seconds to the cut, over a real socket to the simulated printer."""
    from kiosk import app
    from kiosk.commands.screenshots import sample_answers
    from kiosk.domain.outcome import Found
    from kiosk.domain.text import Language
    from kiosk.settings import load
    from kiosk.slips.draw import draw, png
    from kiosk.visit.asks import PrintDossier
    from printer.printer import Printer
    from printer.simulator import SimulatedPrinter
    from tests.campaigns.print_bench import slip_times

    place = app.build_place(load(environ={}))
    found = sample_answers()["processing"]
    assert isinstance(found, Found)
    compose = app.build_compose(place)
    slip = compose(PrintDossier(1, 1, found.dossier, Language.VI))
    drawing = [_took(lambda: png(draw(slip, 576))) for _ in range(9)]
    picture = png(draw(slip, 576))
    with SimulatedPrinter() as device:
        printer = Printer(device.url)
        seconds = [
            _took(lambda n=n: printer.print_picture(picture, f"bench-{n}")) for n in range(5)
        ]
        sent, rows = device.received // 5, device.slips[0].height
        printer.close()
    return [
        ("look-up slip, drawn", _spread(drawing, 1.0)),
        ("look-up slip, on the wire", f"{sent} bytes for {rows} rows of 576 dots"),
        ("look-up slip, printed (two acknowledgements)", _spread(seconds, 1.0)),
        *slip_times(slip, picture),
    ]


def _took(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _spread(seconds: list[float], base: float) -> str:
    cuts = quantiles(seconds, n=100, method="inclusive")
    times = f"p50 {cuts[49] * 1000:.1f}  p95 {cuts[94] * 1000:.1f}  p99 {cuts[98] * 1000:.1f} ms"
    return times if base == 1.0 else f"{times}  ({cuts[49] / base:.2f} × floor at p50)"


if __name__ == "__main__":
    sys.exit(main())
