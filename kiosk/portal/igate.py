"""The VNPT iGate dialect: a client token first, then `/pa/dossier-search/dvc`."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Status
from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import BadAnswer, Fault, Found, LookupOutcome, NotFound, Refused
from kiosk.portal.answer import Row, read_json, rows, text
from kiosk.portal.igate_rows import is_about, read_dossier
from kiosk.portal.wire import Reply, Trouble, Wire

_PATH = "/pa/dossier-search/dvc"
_PAGE = "10"
_MARGIN_S = 30.0
_LONGEST_TOKEN = 8_000
_USUAL_LIFE_S = 300.0
"""A token's life where the server does not say (`expires_in`, RFC 6749, 5.1)."""


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """An access token, and the monotonic second until which it is used. No repr: it is a key."""

    value: str
    until: float


class IGate:
    """Asks one iGate gateway.

    `url` is the gateway, without `/pa`; `token_url` the realm's token address; the client's name
    and secret go there as HTTP Basic credentials (RFC 6749, 2.3.1 and 4.4). iGate knows no
    look-up code, so that a dossier is never unlocked and `secret` never sent. `statuses` maps the
    deployment's status ids and names, in small letters, over the national names. `now` must be
    aware, `clock` monotonic.
    """

    def __init__(
        self,
        url: str,
        token_url: str,
        client_id: str,
        client_secret: str,
        *,
        statuses: Mapping[str, Status] = MappingProxyType({}),
        now: Callable[[], datetime] = lambda: datetime.now(VIETNAM),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._search = url.rstrip("/").removesuffix("/pa") + _PATH
        self._token_url = token_url
        pair = f"{client_id}:{client_secret}".encode()
        self._credentials = base64.b64encode(pair).decode()
        self._statuses = statuses
        self._now = now
        self._clock = clock
        self._token: Token | None = None

    @property
    def needs_clock(self) -> bool:
        return False

    def price(self, secret: str | None) -> int:  # noqa: ARG002
        """The search, and before it a token where none is kept."""
        return 2 if self._kept() is None else 1

    def ask(self, wire: Wire, code: DossierCode, secret: str | None) -> LookupOutcome:  # noqa: ARG002
        """See `kiosk.portal.protocol.Portal`. A token that was called back is renewed once."""
        if code.dossier_id:
            return NotFound()
        kept = self._kept()
        found = self._find(wire, code)
        if isinstance(found, Refused) and kept is not None:
            self._token = None
            found = self._find(wire, code)
        if not isinstance(found, list):
            return found
        for row in found:
            if is_about(row, code):
                return Found(read_dossier(row, self._statuses, self._now()), unlocked=False)
        return NotFound()

    def _kept(self) -> Token | None:
        fresh = self._token is not None and self._clock() < self._token.until
        return self._token if fresh else None

    def _find(self, wire: Wire, code: DossierCode) -> list[Row] | Trouble:
        token = self._fresh(wire)
        if not isinstance(token, Token):
            return token
        asked = {"page": "0", "size": _PAGE, "spec": "slice", "code": code.text}
        reply = wire.get(self._search, asked, {"Authorization": f"Bearer {token.value}"})
        if not isinstance(reply, Reply):
            return reply
        if reply.status == 404:
            return []
        value = _object(reply)
        if isinstance(value, BadAnswer):
            return value
        return rows(value, "content") if "content" in value else BadAnswer(Fault.WRONG_SHAPE)

    def _fresh(self, wire: Wire) -> Token | Trouble:
        if (kept := self._kept()) is not None:
            return kept
        reply = wire.post(
            self._token_url,
            {"grant_type": "client_credentials"},
            {"Authorization": f"Basic {self._credentials}"},
        )
        if not isinstance(reply, Reply):
            return reply
        if reply.status == 400:
            return Refused()
        value = _object(reply)
        if isinstance(value, BadAnswer):
            return value
        written = text(value, "access_token", longest=_LONGEST_TOKEN)
        if not written:
            return BadAnswer(Fault.WRONG_SHAPE)
        life = text(value, "expires_in")
        seconds = float(life) if life.isascii() and life.isdigit() else _USUAL_LIFE_S
        self._token = Token(written, self._clock() + max(0.0, seconds - _MARGIN_S))
        return self._token


def _object(reply: Reply) -> Row | BadAnswer:
    value = BadAnswer(Fault.NOT_JSON) if reply.status == 203 else read_json(reply)
    if isinstance(value, BadAnswer):
        return value
    if reply.status != 200 or not isinstance(value, dict):
        return BadAnswer(Fault.WRONG_SHAPE)
    return value
