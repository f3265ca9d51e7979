"""Prints slips so that none comes out twice and none is called printed without proof."""

from __future__ import annotations

import logging
import sqlite3
import threading
from pathlib import Path

from printer.body import Body
from printer.conversation import Acknowledge
from printer.escpos.bands import to_bands
from printer.escpos.picture import read_dots
from printer.ledger import Ledger, Phase
from printer.letters.page import Mode, TextPage
from printer.letters.trust import Trust
from printer.paper import Paper, Patience
from printer.press import Press, Wanted
from printer.state import PRINTED, Outcome, PrinterState, failed
from printer.transport import Transport, from_url

_log = logging.getLogger("printer")


class Printer:
    """One printer, safe to use from several threads; it prints one slip at a time.

    `acknowledge` is the best proof the printer may be asked for: "pid" (GS ( H), "gsr" (GS r) or
    "none"; what it does not answer to is not used. With a `ledger` folder, slips already printed
    and a half-printed strip are remembered by the next process too.

    Raises ValueError when the URL or the width cannot be, OSError or sqlite3.Error when the ledger
    folder cannot be used. Nothing a printer does raises.
    """

    def __init__(
        self,
        url: str,
        *,
        width: int = 576,
        acknowledge: Acknowledge = "pid",
        paper: Paper | None = None,
        patience: Patience | None = None,
        ledger: Path | None = None,
        transport: Transport | None = None,
    ) -> None:
        default = Paper(width, 180 if width == 512 else 203)
        self.paper = default if paper is None else paper
        self._patience = Patience() if patience is None else patience
        self._ledger = Ledger(url, ledger)
        link = from_url(url) if transport is None else transport
        self._press = Press(link, self._ledger, self.paper, self._patience, acknowledge)
        self.letters = None if ledger is None else Trust(url, ledger)
        """Which of the printer's own letters may be used; None without a record."""
        self._lock = threading.Lock()

    def status(self, patience: float = 0.0) -> PrinterState:
        """What the printer says now; BUSY while a slip is being printed, by whomever.

        `patience`: seconds to wait for somebody else's question to be answered first.
        """
        if not self._lock.acquire(timeout=patience):
            return PrinterState.BUSY
        try:
            with self._ledger.alone(patience) as alone:
                return self._press.glance() if alone else PrinterState.BUSY
        finally:
            self._lock.release()

    def print_picture(self, picture: bytes, key: str, wanted: Wanted = lambda: True) -> Outcome:
        """Print a picture as one slip. `key` names the wish: the same key never prints twice.

        A key that FAILED may be tried again; one that is UNCERTAIN is only looked into again.
        `wanted` is asked before the picture is sent and again before the cut; once it answers
        False the slip is CANCELLED. Raises ValueError when `picture` is no picture, too wide for
        the paper, or grey.
        """
        dots = read_dots(picture, self.paper.width)
        bands = to_bands(dots, self._press.band_bytes)
        return self._print(Body(bands, dots.rows), key, wanted)

    def print_text(self, page: TextPage, key: str, wanted: Wanted = lambda: True) -> Outcome:
        """Print a page of the printer's own letters as one slip, as `print_picture` does.

        Raises ValueError when nobody has confirmed a strip of that mode (`letters`), or when the
        page has more different letters than the printer can be taught.
        """
        if self.letters is None or page.mode not in self.letters.confirmed():
            raise ValueError(
                f"nobody has confirmed the letters of {page.mode.value} on this printer yet; "
                "print a strip first: python -m printer letters strip"
            )
        return self._print(page.body(self.paper), key, wanted)

    def print_strip(self, mode: Mode, key: str) -> Outcome:
        """Print the strip by which a person, or the scanner, confirms a mode's letters.

        Raises ValueError without a record folder: a strip must be remembered.
        """
        if self.letters is None:
            raise ValueError("a strip needs a folder for the record of this printer")
        from printer.letters.trust import strip

        number = self.letters.offer(mode)
        return self._print(strip(mode, number, self.paper), key, lambda: True)

    def look_into(self, key: str) -> Outcome | None:
        """Ask the printer what became of an uncertain slip; None when there is none of that key."""
        with self._lock, self._ledger.alone(self._patience.slip) as alone:
            entry = self._ledger.find(key)
            if entry.phase not in (Phase.TAIL, Phase.UNCERTAIN):
                return None
            return self._press.resolve(key, entry) if alone else failed(PrinterState.BUSY)

    def settle(self, key: str, *, came_out: bool) -> Outcome:
        """Record what a person said of an UNCERTAIN slip.

        Without a slip the key may print again, marked as a reprint; whatever hangs in the printer
        is voided before.
        """
        with self._lock:
            if self._ledger.find(key).phase in (Phase.TAIL, Phase.UNCERTAIN):
                self._ledger.settle(key, came_out=came_out)
            done = self._ledger.find(key).phase is Phase.PRINTED
        return PRINTED if done else failed(PrinterState.UNKNOWN)

    def recover(self) -> None:
        """What an earlier process left half done: a body is no slip, a tail is asked after."""
        with self._lock, self._ledger.alone(self._patience.slip) as alone:
            for key in self._ledger.in_phase(Phase.BODY):
                self._ledger.enter(key, Phase.FAILED, strip_pending=True)
            for key in self._ledger.in_phase(Phase.TAIL) if alone else ():
                self._press.resolve(key, self._ledger.find(key))

    def tidy(self) -> None:
        """Void and cut off what a broken print left hanging, if the printer is ready."""
        with self._lock, self._ledger.alone(0) as alone:
            if alone:
                self._press.tidy()

    def close(self) -> None:
        """Close the ledger. The link is closed after every use anyway."""
        with self._lock:
            self._ledger.close()

    def _print(self, body: Body, key: str, wanted: Wanted) -> Outcome:
        with self._lock, self._ledger.alone(self._patience.slip) as alone:
            if not alone:
                return failed(PrinterState.BUSY)
            try:
                entry = self._ledger.find(key)
                if entry.phase is Phase.PRINTED:
                    return PRINTED
                if entry.phase in (Phase.TAIL, Phase.UNCERTAIN):
                    return self._press.resolve(key, entry)
                return self._press.print(body, key, wanted)
            except sqlite3.Error:
                _log.exception("the ledger cannot be used; no cut was sent")
                return failed(PrinterState.UNKNOWN)
