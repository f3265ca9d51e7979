"""Two phases for one slip: the picture, which is worth nothing uncut, then the cut."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable

from printer.body import Body, knife, void, whole_body
from printer.conversation import Acknowledge, Conversation
from printer.escpos import commands
from printer.ledger import Entry, Ledger, Phase
from printer.paper import Paper, Patience
from printer.proof import Proof
from printer.state import CANCELLED, UNCERTAIN, Outcome, PrinterState, Result, failed
from printer.transport import Cause, LinkError, Transport

_log = logging.getLogger("printer")

_REOPENINGS = 3
_BAND_SECONDS = 0.5
_SOONER = 0.75
_STALLED_SECONDS = 8.0
"""How long a band may find no room: printers have been seen to pause that long, not longer."""

_ASKED_SECONDS = 120.0
Wanted = Callable[[], bool]


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
        self._proof = Proof(acknowledge, patience.answer, transport.rate)
        self._watched = False
        self._last_word: PrinterState | None = None
        self.band_bytes = int(transport.rate * _BAND_SECONDS)

    def glance(self) -> PrinterState:
        """What the printer says of itself now."""
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                return self._greet(talk)
        except LinkError as error:
            _log.info("the printer cannot be asked: %s", error.detail)
            return self._last_word_if(error)

    def print(self, body: Body, key: str, wanted: Wanted) -> Outcome:
        """One slip. `wanted` is asked before the body and before the cut."""
        body = whole_body(body, self._paper, again=self._ledger.find(key).doubted)
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                if not self._transport.answers:
                    return self._hand_over(talk, key, body) if wanted() else CANCELLED
                return self._converse(talk, key, body, wanted)
        except LinkError as error:
            _log.info("the printer cannot be used: %s", error.detail)
            return failed(self._last_word_if(error))

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
        """Void and cut off what hangs in the printer, if it is ready for that.

        Not while a person may be looking whether their slip came out.
        """
        if not self._ledger.strip_pending or not self._transport.answers:
            return
        if self._ledger.doubt_within(_ASKED_SECONDS):
            return
        try:
            with Conversation(self._transport, self._patience.answer) as talk:
                if self._greet(talk).can_print:
                    self._clear(talk, self._agree(talk))
        except LinkError as error:
            _log.info("what hangs in the printer cannot be voided now: %s", error.detail)

    def _converse(self, talk: Conversation, key: str, body: Body, wanted: Wanted) -> Outcome:
        state = self._greet(talk)
        silent = state is PrinterState.UNKNOWN and self._proof.wanted == "none"
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
            return self._broken(key, self._why(talk, error))
        if held:
            _log.warning("the printer did not confirm the body in time")
            return self._broken(key, self._why(talk, None))
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
            talk.send(knife(self._paper), deadline)
            proved = talk.reached(kind, deadline)
            with contextlib.suppress(LinkError):
                talk.send(commands.report_changes(wanted=False), deadline)
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
        sent = 0
        for piece in body.pieces:
            usual = len(piece) / self._transport.rate + _STALLED_SECONDS
            talk.send(piece, min(deadline, time.monotonic() + usual))
            sent += len(piece)
            if self._watched and sent > self.band_bytes:
                sent = 0
                self._see_alive(talk)
        if self._watched:
            self._see_alive(talk)

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
            talk.send(body.data + knife(self._paper), time.monotonic() + self._patience.slip)
        except LinkError as error:
            if error.cause is not Cause.STUCK:
                self._ledger.enter(key, Phase.FAILED, strip_pending=False)
                return failed(error.state)
        return self._believe(key)

    def _greet(self, talk: Conversation) -> PrinterState:
        """Ask for the state, first making sure that the question is not taken for data."""
        if self._ledger.strip_pending:
            talk.send(commands.WAKE, time.monotonic() + self._patience.answer)
        state = talk.state()
        if state is PrinterState.UNKNOWN:
            return self._last_word or state
        self._last_word = None
        return state

    def _why(self, talk: Conversation, error: LinkError | None) -> PrinterState:
        """Why a body did not come out: what the printer said by itself, else what it answers."""
        state = PrinterState.UNKNOWN if error is None else error.state
        if state is not PrinterState.UNKNOWN:
            return state
        with contextlib.suppress(LinkError):
            talk.listen(0.05)
        if talk.reported is not None and not talk.reported.can_print:
            self._last_word = talk.reported
            return talk.reported
        return talk.state()

    def _last_word_if(self, error: LinkError) -> PrinterState:
        """A printer that takes no more bytes cannot answer: it still is as it said before."""
        if error.cause is Cause.STUCK and self._last_word is not None:
            return self._last_word
        return error.state

    def _agree(self, talk: Conversation) -> Acknowledge:
        pending = self._ledger.strip_pending
        return self._proof.agree(talk, interrupted=pending, band_bytes=self.band_bytes)

    def _clear(self, talk: Conversation, kind: Acknowledge) -> bool:
        """Make what hangs in the printer worthless and cut it off; whether nothing hangs now."""
        if self._ledger.strip_pending:
            self._ledger.settle_tails(talk.cuts() if kind == "pid" else None)
        return not self._ledger.strip_pending or self._void(talk, kind)

    def _void(self, talk: Conversation, kind: Acknowledge) -> bool:
        strip = void(self._paper)
        deadline = self._deadline(strip)
        talk.send(strip.data, deadline)
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

    def _deadline(self, body: Body) -> float:
        moving = len(body.data) / self._transport.rate + self._paper.seconds(body.rows)
        return time.monotonic() + self._patience.slip + moving
