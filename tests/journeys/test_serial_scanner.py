"""A receipt read by a scanner on a serial line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.visit.pages import Page
from tests.helpers.rooms import open_rooms
from tests.helpers.serial_line import Line


@pytest.mark.usefixtures("qapp")
def test_a_receipt_under_a_serial_scanner_leads_on(tmp_path: Path) -> None:
    line = Line(tmp_path / "scanner")
    line.plug()
    chosen = f'[scanner]\nkind = "serial"\nurl = "serial://{line.path}"\n'
    with open_rooms(tmp_path, extra=chosen) as rooms:
        code = rooms.portal.dossier("processing").code

        def read() -> bool:
            """Once the line is open, which drops what came before."""
            line.send(code + "\r\n")
            return rooms.page is Page.SECRET

        rooms.hand.wait(read, "the page after the code")
        assert rooms.visit.code == code
    line.unplug()
