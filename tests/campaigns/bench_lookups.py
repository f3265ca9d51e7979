"""What a look-up costs: over the bare HTTP round trip, in requests, and until a fault's page."""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from kiosk.portal.simulator import PortalSimulator

ROUNDS = 200
SCRIPT_PATIENCE_S = 30.0

Row = tuple[str, str]


def rows() -> Iterator[Row]:
    yield from overhead()
    yield from until_the_page()


def overhead() -> Iterator[Row]:
    """One look-up and the same request bare, in turn, over loopback; connections made anew."""
    from kiosk import app
    from kiosk.portal.simulator import Dialect, PortalSimulator

    for dialect in Dialect:
        with PortalSimulator(now=app.now(), dialect=dialect) as simulator:
            yield from _overhead(simulator)


def _overhead(simulator: PortalSimulator) -> Iterator[Row]:
    from kiosk.domain.dossier_code import parse
    from tests.helpers.portals import portal_of

    name, dossier = simulator.dialect.value, simulator.dossier("processing")
    code = parse(dossier.code)
    assert code is not None
    portal = portal_of(simulator)
    portal.look_up(code, None)
    request = _same(simulator, code.text)
    pairs = [
        (_took(lambda: portal.look_up(code, None)), _took(lambda: _get(request)))
        for _ in range(ROUNDS)
    ]
    whole, bare = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    over = f"{median(w / b for w, b in pairs):.2f} × floor, {_milliseconds(whole, bare)} over it"
    yield f"look-up, {name}, bare request (floor)", _spread(bare)
    yield f"look-up, {name}", f"{_spread(whole)}  ({over})"
    for secret in (None, dossier.secret):
        before = len(simulator.requests)
        portal.look_up(code, secret)
        opened = "with the look-up code" if secret else "without"
        yield f"look-up, {name}, {opened}", f"{len(simulator.requests) - before} requests"


def _milliseconds(whole: list[float], bare: list[float]) -> str:
    return f"{(median(whole) - median(bare)) * 1000:.1f} ms"


def until_the_page() -> Iterator[Row]:
    """From the touch to the painted page, for every fault, at the shipped patience."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.portal.simulator import FAULTS
    from kiosk.visit import events as on
    from kiosk.visit.pages import Page
    from tests.helpers.rooms import open_rooms

    _application = QGuiApplication.instance() or QGuiApplication([])
    for fault in (None, *FAULTS):
        with tempfile.TemporaryDirectory() as folder, open_rooms(Path(folder), tight="") as rooms:
            rooms.start()
            rooms.portal.set_fault(fault)
            send = rooms.shell.flow.send
            send(on.Scanned(rooms.portal.dossier("processing").code))
            began = perf_counter()
            send(on.SecretMissing())
            rooms.hand.wait(
                lambda rooms=rooms: rooms.page is not Page.ASKING,
                "the portal's page",
                SCRIPT_PATIENCE_S,
            )
            rooms.hand.grab()
            seconds = perf_counter() - began
            kind = rooms.shell.view.trouble.props.kind or "found"
            rooms.portal.set_fault(None)
            yield f"page of {fault or 'no fault'}", f"{seconds * 1000:.0f} ms → {kind}"


def _same(simulator: PortalSimulator, code: str) -> Request:
    """The request that a look-up without its look-up code sends, and nothing around it."""
    from kiosk.portal.simulator import Dialect

    if simulator.dialect is Dialect.OPENCPS:
        headers = {"groupId": simulator.group_id, "Accept": "application/json"}
        address = f"{simulator.url}/o/rest/v2/dossiers?start=0&end=50&dossierNo={code}"
        return Request(address, headers=headers)
    said = simulator.settings
    pair = base64.b64encode(f"{said['client_id']}:{said['client_secret']}".encode()).decode()
    asked = Request(
        str(said["token_url"]),
        b"grant_type=client_credentials",
        headers={"Authorization": f"Basic {pair}"},
    )
    token = json.loads(_get(asked))["access_token"]
    return Request(
        f"{simulator.url}/pa/dossier-search/dvc?page=0&size=10&spec=slice&code={code}",
        headers={"Authorization": f"Bearer {token}"},
    )


def _get(request: Request) -> bytes:
    with urlopen(request) as response:
        body: bytes = response.read()
    return body


def _took(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _spread(seconds: list[float]) -> str:
    cuts = quantiles(seconds, n=100, method="inclusive")
    return f"p50 {cuts[49] * 1000:.1f}  p95 {cuts[94] * 1000:.1f} ms"
