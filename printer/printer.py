"""Prints slips so that none comes out twice and none is called printed without proof."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from pathlib import Path

from printer.conversation import Acknowledge, Conversation
from printer.escpos import commands
from printer.escpos.bands import to_bands
from printer.escpos.picture import Dots, read_dots
from printer.ledger import Entry, Ledger, Phase
from printer.paper import Paper, Patience
from printer.state import PRINTED, UNCERTAIN, Outcome, PrinterState, Result, failed
from printer.transport import Cause, LinkError, Transport, from_url
from printer.void import void_strip

_log = logging.getLogger("printer")

_REOPENINGS = 3
_AT_ONCE = 2.0
_KINDS: dict[Acknowledge, tuple[Acknowledge, ...]] = {
    "pid": ("pid", "gsr"),
    "gsr": ("gsr",),
    "none": (),
}


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
        self._paper = default if paper is None else paper
        self._wanted: Acknowledge = acknowledge
        self._known: Acknowledge | None = None
        self._patience = Patience() if patience is None else patience
        self._transport = from_url(url) if transport is None else transport
        self._ledger = Ledger(url, ledger)
        self._lock = threading.Lock()

    def status(self) -> PrinterState:
        """What the printer says now; BUSY while a slip is being printed, by whomever."""
        if not self._lock.acquire(blocking=False):
            return PrinterState.BUSY
        try:
            with self._ledger.alone(0) as alone:
                return self._glance() if alone else PrinterState.BUSY
        finally:
            self._lock.release()

    def print_picture(self, png: bytes, key: str) -> Outcome:
        """Print a picture as one slip. `key` names the wish: the same key never prints twice.

        A key that FAILED may be tried again; one that is UNCERTAIN is only looked into again.
        Raises ValueError when `png` is no picture, too wide for the paper, or grey.
        """
        dots = read_dots(png, self._paper.width)
        with self._lock, self._ledger.alone(self._patience.slip) as alone:
            if not alone:
                return failed(PrinterState.BUSY)
            try:
                entry = self._ledger.find(key)
                if entry.phase is Phase.PRINTED:
                    return PRINTED
                if entry.phase is Phase.TAIL:
                    return self._resolve(key, entry, lost_at=None)
                return self._print(dots, key)
            except sqlite3.Error:
                _log.exception("the ledger cannot be used; no cut was sent")
                return failed(PrinterState.UNKNOWN)

    def settle(self, key: str, *, came_out: bool) -> Outcome:
        """Record what a person said of an UNCERTAIN slip.

        Without a slip the key may print again; whatever hangs in the printer is voided before.
        """
        with self._lock:
            if self._ledger.find(key).phase is Phase.TAIL:
                phase = Phase.PRINTED if came_out else Phase.FAILED
                self._ledger.enter(key, phase, strip_pending=not came_out)
            done = self._ledger.find(key).phase is Phase.PRINTED
        return PRINTED if done else failed(PrinterState.UNKNOWN)

    def close(self) -> None:
        """Close the ledger. The link is closed after every use anyway."""
        with self._lock:
            self._ledger.close()

    def _print(self, dots: Dots, key: str) -> Outcome:
        body = (
            commands.INITIALISE + commands.motion_units(self._paper.dots_per_inch) + to_bands(dots)
        )
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                if not self._transport.answers:
                    return self._hand_over(talk, key, body)
                return self._converse(talk, key, body, dots.rows)
        except LinkError as error:
            _log.warning("the printer cannot be used: %s", error.detail)
            return failed(error.state)

    def _converse(self, talk: Conversation, key: str, body: bytes, rows: int) -> Outcome:
        """Two phases: the picture, which is worth nothing uncut, then the cut."""
        state = self._greet(talk)
        silent = state is PrinterState.UNKNOWN and self._wanted == "none"
        if not state.can_print and not silent:
            return failed(state)
        kind = self._agree(talk)
        cuts = talk.cuts() if kind == "pid" else None
        if self._ledger.strip_pending:
            self._ledger.settle_tails(cuts)
        if self._ledger.strip_pending:
            if not self._void(talk, kind):
                return failed(PrinterState.UNKNOWN)
            cuts = talk.cuts() if kind == "pid" else None

        self._ledger.enter(key, Phase.BODY, strip_pending=True)
        try:
            deadline = self._deadline(len(body), rows)
            ready = time.monotonic() + self._paper.usual_seconds(rows)
            talk.send(body, deadline)
            held = kind != "none" and not talk.reached(kind, deadline)
        except LinkError as error:
            _log.warning("the link was lost in the body: %s", error.detail)
            return self._broken(key, error.state)
        if held:
            _log.warning("the printer did not confirm the body in time")
            return self._broken(key, talk.state())
        return self._cut(talk, key, kind, cuts, ready)

    def _cut(
        self, talk: Conversation, key: str, kind: Acknowledge, cuts: int | None, ready: float
    ) -> Outcome:
        self._ledger.enter(key, Phase.TAIL, strip_pending=True, cuts=cuts)
        try:
            deadline = self._deadline(0, self._paper.margin)
            talk.send(self._knife(), deadline)
            proved = talk.reached(kind, deadline)
            if proved and kind == "gsr":
                talk.listen(ready - time.monotonic())
                proved = talk.state().can_print
        except LinkError as error:
            _log.warning("the link was lost in the tail: %s", error.detail)
            talk.close()
            return self._resolve(key, Entry(Phase.TAIL, cuts), lost_at=time.monotonic())
        if proved:
            return self._finish(key)
        if kind == "none":
            self._believe(key)
        return UNCERTAIN

    def _hand_over(self, talk: Conversation, key: str, body: bytes) -> Outcome:
        """A spooler takes the whole slip or nothing, and never says more."""
        self._ledger.enter(key, Phase.TAIL, strip_pending=False)
        try:
            talk.send(body + self._knife(), time.monotonic() + self._patience.slip)
        except LinkError as error:
            if error.cause is Cause.STUCK:
                return UNCERTAIN
            self._ledger.enter(key, Phase.FAILED, strip_pending=False)
            return failed(error.state)
        return UNCERTAIN

    def _resolve(self, key: str, entry: Entry, lost_at: float | None) -> Outcome:
        """Ask the cut counter what became of a slip whose tail was not confirmed.

        One cut more: printed. No cut more proves the slip uncut only when the printer answered at
        once: after a loss of power its counter may have forgotten the last cut.
        """
        if entry.cuts is None:
            return UNCERTAIN
        now: int | None = None
        for attempt in range(_REOPENINGS):
            try:
                with Conversation(self._transport, self._patience.answer) as talk:
                    self._greet(talk)
                    now = talk.cuts() if self._agree(talk) == "pid" else None
                break
            except LinkError:
                time.sleep(0.1 * (attempt + 1))
        if now == entry.cuts + 1:
            return self._finish(key)
        at_once = lost_at is not None and time.monotonic() - lost_at < _AT_ONCE
        if now == entry.cuts and at_once:
            return self._broken(key, PrinterState.OFFLINE)
        return UNCERTAIN

    def _greet(self, talk: Conversation) -> PrinterState:
        """Ask for the state, first making sure that the question is not taken for data."""
        if self._ledger.strip_pending:
            talk.send(commands.HEADER_FLUSH, time.monotonic() + self._patience.answer)
        return talk.state()

    def _agree(self, talk: Conversation) -> Acknowledge:
        """Find out which proof the printer gives, waking it from half a command if need be."""
        kinds = _KINDS[self._wanted]
        timeout = self._patience.answer
        flushes = [16_384, 65_536] if self._ledger.strip_pending else [0, self._affordable()]
        if self._known == "none":
            timeout, flushes = timeout / 3, flushes[:1]
        elif self._known in kinds:
            kinds = (self._known,)
        for flush in flushes if kinds else ():
            talk.send(commands.flush(flush), self._deadline(flush, 0))
            for kind in kinds:
                wait = timeout + min(flush, 4096) / self._transport.rate
                if talk.reached(kind, time.monotonic() + wait):
                    self._known = kind
                    return kind
        if kinds:
            _log.warning("the printer confirms nothing; slips will stay uncertain")
        self._known = "none"
        return "none"

    def _affordable(self) -> int:
        """Bytes that wake a printer left inside somebody's picture, in two seconds at most."""
        return min(65_536, self._transport.rate * 2)

    def _void(self, talk: Conversation, kind: Acknowledge) -> bool:
        """Make what hangs in the printer worthless and cut it off."""
        strip = commands.INITIALISE + void_strip(self._paper.width) + self._knife()
        deadline = self._deadline(len(strip), 200)
        talk.send(strip, deadline)
        if kind != "none" and not talk.reached(kind, deadline):
            return False
        self._ledger.strip_voided()
        return True

    def _glance(self) -> PrinterState:
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                return self._greet(talk)
        except LinkError as error:
            _log.info("the printer cannot be asked: %s", error.detail)
            return error.state

    def _broken(self, key: str, state: PrinterState) -> Outcome:
        self._ledger.enter(key, Phase.FAILED, strip_pending=True)
        return failed(PrinterState.UNKNOWN if state.can_print else state)

    def _finish(self, key: str) -> Outcome:
        try:
            self._ledger.enter(key, Phase.PRINTED, strip_pending=False)
        except sqlite3.Error:
            _log.exception("a slip was printed and could not be written down")
        return Outcome(Result.PRINTED)

    def _believe(self, key: str) -> None:
        """A printer without any proof: what it took counts as cut, or each slip would be voided."""
        try:
            self._ledger.enter(key, Phase.TAIL, strip_pending=False)
        except sqlite3.Error:
            _log.exception("a slip was sent and could not be written down")

    def _knife(self) -> bytes:
        return commands.cut(self._paper.margin, full=self._paper.full_cut)

    def _deadline(self, length: int, rows: int) -> float:
        moving = length / self._transport.rate + self._paper.seconds(rows)
        return time.monotonic() + self._patience.slip + moving
