"""Two phases for one slip: the picture, which is worth nothing uncut, then the cut."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from printer.conversation import Acknowledge, Conversation
from printer.escpos import commands
from printer.ledger import Entry, Ledger, Phase
from printer.paper import Paper, Patience
from printer.state import CANCELLED, UNCERTAIN, Outcome, PrinterState, Result, failed
from printer.transport import Cause, LinkError, Transport
from printer.void import STRIP_ROWS, reprint_strip, void_strip

_log = logging.getLogger("printer")

_REOPENINGS = 3
_KINDS: dict[Acknowledge, tuple[Acknowledge, ...]] = {
    "pid": ("pid", "gsr"),
    "gsr": ("gsr",),
    "none": (),
}
_BAND_SECONDS = 0.5
_SOONER = 0.75
Wanted = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Body:
    """What puts a slip onto the paper, in whole commands, and how many rows of paper it takes."""

    pieces: tuple[bytes, ...]
    rows: int

    @property
    def data(self) -> bytes:
        return b"".join(self.pieces)


class Press:
    """Not thread-safe: the printer above it holds the lock, of this process and of the device.

    Each step is in the ledger before the bytes that it allows. Raises sqlite3.Error when the
    ledger cannot be written; then no cut was sent.
    """

    def __init__(
        self,
        transport: Transport,
        ledger: Ledger,
        paper: Paper,
        patience: Patience,
        acknowledge: Acknowledge,
    ) -> None:
        self._transport = transport
        self._ledger = ledger
        self._paper = paper
        self._patience = patience
        self._wanted: Acknowledge = acknowledge
        self._known: Acknowledge | None = None
        self._watched = False
        self.band_bytes = int(transport.rate * _BAND_SECONDS)

    def glance(self) -> PrinterState:
        """What the printer says of itself now."""
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                return self._greet(talk)
        except LinkError as error:
            _log.info("the printer cannot be asked: %s", error.detail)
            return error.state

    def print(self, body: Body, key: str, wanted: Wanted) -> Outcome:
        """One slip. `wanted` is asked before the body and before the cut."""
        if self._ledger.find(key).doubted:
            marked = (reprint_strip(self._paper.width), *body.pieces)
            body = Body(marked, body.rows + STRIP_ROWS)
        before = commands.INITIALISE + commands.motion_units(self._paper.dots_per_inch)
        body = Body((before, *body.pieces, self._feed_to_knife()), body.rows)
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                if not self._transport.answers:
                    return self._hand_over(talk, key, body)
                return self._converse(talk, key, body, wanted)
        except LinkError as error:
            _log.info("the printer cannot be used: %s", error.detail)
            return failed(error.state)

    def resolve(self, key: str, entry: Entry, lost_at: float | None = None) -> Outcome:
        """Ask the cut counter what became of a slip whose tail was not confirmed.

        One cut more: printed. No cut more proves the slip uncut only when the printer answered
        sooner than it could have lost its power and come back: it may have forgotten the last cut.
        `lost_at` (time.time seconds) is when the link went, if this process saw it.
        """
        if entry.cuts is None:
            return self._doubt(key, None)
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
        since = time.time() - (entry.at if lost_at is None else lost_at)
        if now == entry.cuts and 0 <= since < self._patience.boot:
            return self._broken(key, PrinterState.OFFLINE)
        return self._doubt(key, entry.cuts)

    def tidy(self) -> None:
        """Void and cut off what hangs in the printer, if it is ready for that."""
        if not self._ledger.strip_pending or not self._transport.answers:
            return
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                if self._greet(talk).can_print:
                    self._clear(talk, self._agree(talk))
        except LinkError as error:
            _log.info("what hangs in the printer cannot be voided now: %s", error.detail)

    def _converse(self, talk: Conversation, key: str, body: Body, wanted: Wanted) -> Outcome:
        state = self._greet(talk)
        silent = state is PrinterState.UNKNOWN and self._wanted == "none"
        if not state.can_print and not silent:
            return failed(state)
        self._watched = not silent and not self._transport.notices_loss
        kind = self._agree(talk)
        if not self._clear(talk, kind):
            return failed(PrinterState.UNKNOWN)
        cuts = talk.cuts() if kind == "pid" else None
        if not wanted():
            return CANCELLED

        self._ledger.enter(key, Phase.BODY, strip_pending=True)
        try:
            deadline = self._deadline(body)
            ready = time.monotonic() + self._paper.usual_seconds(body.rows)
            self._send(talk, body, deadline)
            held = kind != "none" and not talk.reached(kind, deadline)
        except LinkError as error:
            _log.warning("the link was lost in the body: %s", error.detail)
            return self._broken(key, error.state)
        if held:
            _log.warning("the printer did not confirm the body in time")
            return self._broken(key, talk.state())
        if not wanted():
            self._ledger.enter(key, Phase.CANCELLED, strip_pending=True)
            return CANCELLED
        return self._cut(talk, key, kind, cuts, ready)

    def _cut(
        self, talk: Conversation, key: str, kind: Acknowledge, cuts: int | None, ready: float
    ) -> Outcome:
        self._ledger.enter(key, Phase.TAIL, strip_pending=True, cuts=cuts)
        at = time.time()
        try:
            deadline = self._deadline(Body((), self._paper.margin))
            talk.send(self._knife(), deadline)
            proved = talk.reached(kind, deadline)
            if proved and kind == "gsr":
                proved = self._stays(talk, ready) and talk.state().can_print
        except LinkError as error:
            _log.warning("the link was lost in the tail: %s", error.detail)
            talk.close()
            return self.resolve(key, Entry(Phase.TAIL, cuts, at=at), lost_at=time.time())
        if proved:
            return self._finish(key)
        return self._believe(key) if kind == "none" else self._doubt(key, cuts)

    def _send(self, talk: Conversation, body: Body, deadline: float) -> None:
        """On a link that cannot tell, ask after every half second of bytes.

        A printer that lost its power must not go on, when it is back, with the rest of a picture:
        it would print rubbish and confirm it. It needs longer to come back than it is waited for.
        """
        if not self._watched:
            return talk.send(body.data, deadline)
        sent = 0
        for piece in body.pieces:
            talk.send(piece, deadline)
            sent += len(piece)
            if sent > self.band_bytes:
                sent = 0
                self._see_alive(talk)
        return self._see_alive(talk)

    def _see_alive(self, talk: Conversation) -> None:
        if not talk.alive(self._patience.boot * _SOONER):
            raise LinkError(Cause.LOST, "the printer did not answer within its slip")

    def _stays(self, talk: Conversation, until: float) -> bool:
        """Whether the printer keeps its power until the paper has surely followed."""
        while (left := until - time.monotonic()) > 0:
            talk.listen(min(left, self._patience.boot / 4) if self._watched else left)
            if self._watched and not talk.alive(self._patience.boot / 2):
                return False
        return True

    def _hand_over(self, talk: Conversation, key: str, body: Body) -> Outcome:
        """A spooler takes the whole slip or nothing, and never says more."""
        self._ledger.enter(key, Phase.TAIL, strip_pending=False)
        try:
            talk.send(body.data + self._knife(), time.monotonic() + self._patience.slip)
        except LinkError as error:
            if error.cause is not Cause.STUCK:
                self._ledger.enter(key, Phase.FAILED, strip_pending=False)
                return failed(error.state)
        return self._believe(key)

    def _greet(self, talk: Conversation) -> PrinterState:
        """Ask for the state, first making sure that the question is not taken for data."""
        if self._ledger.strip_pending:
            talk.send(commands.WAKE, time.monotonic() + self._patience.answer)
        return talk.state()

    def _agree(self, talk: Conversation) -> Acknowledge:
        """Find out which proof the printer gives, waking it from half a command if need be."""
        kinds = _KINDS[self._wanted]
        timeout = self._patience.answer
        ours = min(16_384, max(1024, self.band_bytes * 2))
        flushes = [ours, 65_536] if self._ledger.strip_pending else [0, self._affordable()]
        if self._known == "none":
            timeout, flushes = timeout / 3, flushes[:1]
        elif self._known in kinds:
            kinds = (self._known,)
        for flush in flushes if kinds else ():
            talk.send(commands.flush(flush), self._deadline(Body((commands.flush(flush),), 0)))
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

    def _clear(self, talk: Conversation, kind: Acknowledge) -> bool:
        """Make what hangs in the printer worthless and cut it off; whether nothing hangs now."""
        if self._ledger.strip_pending:
            self._ledger.settle_tails(talk.cuts() if kind == "pid" else None)
        return not self._ledger.strip_pending or self._void(talk, kind)

    def _void(self, talk: Conversation, kind: Acknowledge) -> bool:
        strip = commands.INITIALISE + commands.motion_units(self._paper.dots_per_inch)
        strip += void_strip(self._paper.width) + self._feed_to_knife() + self._knife()
        deadline = self._deadline(Body((strip,), STRIP_ROWS + self._paper.to_knife))
        talk.send(strip, deadline)
        if kind != "none" and not talk.reached(kind, deadline):
            return False
        self._ledger.strip_voided()
        return True

    def _broken(self, key: str, state: PrinterState) -> Outcome:
        self._ledger.enter(key, Phase.FAILED, strip_pending=True)
        return failed(PrinterState.UNKNOWN if state.can_print else state)

    def _finish(self, key: str) -> Outcome:
        self._ledger.enter(key, Phase.PRINTED, strip_pending=False)
        return Outcome(Result.PRINTED)

    def _doubt(self, key: str, cuts: int | None) -> Outcome:
        self._ledger.enter(
            key, Phase.UNCERTAIN, strip_pending=self._ledger.strip_pending, cuts=cuts
        )
        return UNCERTAIN

    def _believe(self, key: str) -> Outcome:
        """A printer without any proof: what it took counts as cut, or each slip would be voided."""
        self._ledger.enter(key, Phase.UNCERTAIN, strip_pending=False)
        return UNCERTAIN

    def _feed_to_knife(self) -> bytes:
        return commands.feed(self._paper.to_knife + self._paper.margin)

    def _knife(self) -> bytes:
        return commands.cut(full=self._paper.full_cut)

    def _deadline(self, body: Body) -> float:
        moving = len(body.data) / self._transport.rate + self._paper.seconds(body.rows)
        return time.monotonic() + self._patience.slip + moving
