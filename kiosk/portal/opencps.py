"""The OpenCPS v2 dialect: `/o/rest/v2/dossiers`, as its source and its own kiosk use it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote

from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Dossier, Status
from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.outcome import (
    BadAnswer,
    Busy,
    Fault,
    Found,
    LookupOutcome,
    NotFound,
    Refused,
    Unreachable,
)
from kiosk.portal.answer import Row, read_json, rows, text
from kiosk.portal.opencps_rows import is_about, read_dossier, read_steps
from kiosk.portal.wire import Reply, Trouble, Wire

_PATH = "/o/rest/v2"
_PAGE = 50
_SECRET = re.compile(r"[0-9A-Za-z]{1,32}")


@dataclass(frozen=True, slots=True)
class _NotPublic:
    """The list answered 203 and a text: it tells nothing without a look-up code."""


class OpenCps:
    """Asks one OpenCPS v2 server.

    `url` is the server, with or without `/o/rest/v2`. `group_id` is the Liferay site. `auth_key`
    adds the header some servers ask for, a digest of the current minute, so the clock must be
    right. `statuses` maps the deployment's status and sub-status names, in small letters, over
    the usual ones. `now` must be aware.
    """

    def __init__(
        self,
        url: str,
        group_id: str,
        *,
        auth_key: bool = False,
        statuses: Mapping[str, Status] = MappingProxyType({}),
        now: Callable[[], datetime] = lambda: datetime.now(VIETNAM),
    ) -> None:
        base = url.rstrip("/")
        self._base = base if base.endswith(_PATH) else base + _PATH
        self._group_id = group_id
        self._auth_key = auth_key
        self._statuses = statuses
        self._now = now

    @property
    def needs_clock(self) -> bool:
        return self._auth_key

    def price(self, secret: str | None) -> int:
        """The list, and with a look-up code the detail."""
        return 2 if secret else 1

    def ask(self, wire: Wire, code: DossierCode, secret: str | None) -> LookupOutcome:
        """See `kiosk.portal.protocol.Portal`. A malformed look-up code is never sent."""
        if secret and not _SECRET.fullmatch(secret):
            return NotFound(with_secret=True)
        if code.dossier_id and not secret:
            return NotFound()
        return self._unlock(wire, code, secret) if secret else self._locked(wire, code)

    def _locked(self, wire: Wire, code: DossierCode) -> LookupOutcome:
        """From the public list alone, page by page: longer codes may stand before the right one."""
        for page in range(3):
            listed = self._list(wire, code, page)
            if isinstance(listed, _NotPublic):
                return BadAnswer(Fault.NOT_JSON)
            if not isinstance(listed, list):
                return listed
            for row in listed:
                if is_about(row, code):
                    return Found(self._dossier(row, unlocked=False), unlocked=False)
            if len(listed) < _PAGE:
                break
        return NotFound()

    def _unlock(self, wire: Wire, code: DossierCode, secret: str) -> LookupOutcome:
        """With the look-up code, in a header.

        A dossier that the list does not show is asked for all the same, under its code: a wrong
        look-up code and no such dossier then cost the same and cannot be told apart by the time.
        """
        name, listed = code.dossier_id, False
        if name is None:
            shown = self._list(wire, code, 0)
            if not isinstance(shown, list | _NotPublic):
                return shown
            known = shown if isinstance(shown, list) else []
            mine = next((row for row in known if is_about(row, code)), None)
            listed = mine is not None
            name = text(mine or {}, "dossierId", "referenceUid") or code.text
        row = self._detail(wire, name, secret)
        if isinstance(row, Unreachable | BadAnswer | Refused | Busy):
            return row if listed or code.dossier_id else NotFound(with_secret=True)
        if isinstance(row, NotFound) or not is_about(row, code):
            return NotFound(with_secret=True)
        return Found(self._dossier(row, unlocked=True, steps=self._steps(wire, row)), unlocked=True)

    def _list(self, wire: Wire, code: DossierCode, page: int) -> list[Row] | _NotPublic | Trouble:
        first = page * _PAGE
        asked = {"start": str(first), "end": str(first + _PAGE), "dossierNo": code.text}
        reply = wire.get(f"{self._base}/dossiers", asked, self._headers())
        if not isinstance(reply, Reply):
            return reply
        value = _json(reply)
        if reply.status == 203 and isinstance(value, BadAnswer):
            return _NotPublic()
        if isinstance(value, BadAnswer | Refused):
            return value
        if reply.status == 404:
            return []
        if not isinstance(value, dict) or not {"total", "data"} & value.keys():
            return BadAnswer(Fault.WRONG_SHAPE)
        return rows(value, "data")

    def _detail(self, wire: Wire, name: str, secret: str) -> Row | NotFound | Trouble:
        """A 203 says that the look-up code or the dossier is wrong, in text and with a 2xx."""
        reply = wire.get(
            f"{self._base}/dossiers/{quote(name, safe='')}",
            {},
            {**self._headers(), "secretCode": secret},
        )
        if not isinstance(reply, Reply):
            return reply
        if reply.status in (203, 204, 404):
            return NotFound(with_secret=True)
        value = _json(reply)
        if isinstance(value, BadAnswer | Refused):
            return value
        if not isinstance(value, dict) or not text(value, "dossierNo"):
            return BadAnswer(Fault.WRONG_SHAPE)
        return value

    def _steps(self, wire: Wire, row: Row) -> list[Row]:
        """The process; a dossier without it is still worth showing, so troubles are none."""
        number = text(row, "dossierId")
        if not number.isdigit():
            return []
        reply = wire.get(f"{self._base}/dossiers/{number}/sequences", {}, self._headers())
        value = _json(reply) if isinstance(reply, Reply) else None
        listed = rows(value, "data")
        return listed if isinstance(listed, list) else []

    def _dossier(self, row: Row, *, unlocked: bool, steps: list[Row] | None = None) -> Dossier:
        dossier = read_dossier(row, self._statuses, self._now(), unlocked=unlocked)
        if not unlocked:
            return dossier
        return replace(dossier, steps=read_steps(steps or [], row, dossier.status))

    def _headers(self) -> dict[str, str]:
        headers = {"groupId": self._group_id} if self._group_id else {}
        if self._auth_key:
            minute = int(self._now().timestamp() // 60) * 60_000
            digest = hashlib.md5(f"opencps{minute}".encode(), usedforsecurity=False)
            headers["authenKey"] = digest.hexdigest()
        return headers


def _json(reply: Reply) -> object | BadAnswer | Refused:
    """The value of a 200. A JSON body that names 203 or 401 is a refusal under another status."""
    value = read_json(reply)
    if reply.status in (200, 404) or isinstance(value, BadAnswer):
        return value
    if isinstance(value, dict) and value.get("code") in (203, 401, 403):
        return Refused()
    return BadAnswer(Fault.NOT_JSON if reply.status == 203 else Fault.WRONG_SHAPE)
