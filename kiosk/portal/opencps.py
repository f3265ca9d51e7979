"""The OpenCPS v2 dialect (`/o/rest/v2/dossiers`), as the public source code defines it.

Personal fields end here: the list carries names, addresses, telephone numbers, ID numbers and the
look-up code itself; a `Dossier` has no place for them but the masked name, and that only when
the portal accepted the look-up code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from time import monotonic, time
from typing import Any

from kiosk import log
from kiosk.domain.deadline import VIETNAM
from kiosk.domain.dossier import Dossier, Lock, Status, Step, StepState
from kiosk.domain.dossier_code import DossierCode
from kiosk.domain.mask import mask_name
from kiosk.domain.outcome import BadAnswer, Fault, Found, LookupOutcome, NotFound
from kiosk.portal.http import Answer, Failure, HttpClient, Patience

PATH = "/o/rest/v2/dossiers"
PAGE = 10
STATUSES = {
    "new": Status.SUBMITTED,
    "collecting": Status.SUBMITTED,
    "receiving": Status.RECEIVED,
    "processing": Status.PROCESSING,
    "interoperating": Status.PROCESSING,
    "handover": Status.PROCESSING,
    "waiting": Status.SUPPLEMENT_WANTED,
    "correcting": Status.SUPPLEMENT_WANTED,
    "paying": Status.PAYMENT_WANTED,
    "cancelling": Status.WITHDRAWN,
    "cancelled": Status.WITHDRAWN,
    "pausing": Status.STOPPED,
    "unresolved": Status.STOPPED,
    "denied": Status.NOT_ACCEPTED,
    "releasing": Status.READY,
    "posting": Status.READY,
    "done": Status.RETURNED,
}
LOCKS = {"PAUSE": Lock.PAUSE, "PAUSE_OVERDUE": Lock.PAUSE, "LOCK": Lock.LOCK}


class OpenCpsPortal:
    """A client of one portal. `statuses` overrides the table above where a province differs."""

    def __init__(  # noqa: PLR0913 (the settings of one portal)
        self,
        url: str,
        group_id: str,
        *,
        auth_key: bool = False,
        patience: Patience | None = None,
        ca_file: str = "",
        statuses: Mapping[str, Status] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(VIETNAM),
    ) -> None:
        self._patience = patience or Patience()
        self._http = HttpClient(url, self._patience, ca_file)
        self._group_id = group_id
        self._auth_key = auth_key
        self._statuses = {**STATUSES, **(statuses or {})}
        self._now = now

    def look_up(self, code: DossierCode, secret: str | None) -> LookupOutcome:
        until = monotonic() + self._patience.total
        if code.dossier_id is not None:
            outcome = self._open(code.dossier_id, code, secret, until)
        else:
            outcome = self._find(code, secret, until)
        log.event("portal.answered", outcome=type(outcome).__name__)
        return outcome

    def _find(self, code: DossierCode, secret: str | None, until: float) -> LookupOutcome:
        """`dossierNo` is a prefix search, oldest first: only the whole code counts."""
        params = {"start": "0", "end": str(PAGE), "dossierNo": code.text}
        answer = self._http.get(PATH, params, self._headers(), until)
        if not isinstance(answer, Answer):
            return answer
        row = _row(answer, code)
        if not isinstance(row, dict):
            return row or NotFound(with_secret=secret is not None)
        number = _text(row, "dossierId")
        if secret is not None:
            return self._open(number, code, secret, until)
        return Found(self._dossier(row, self._steps(number, until), unlocked=False), unlocked=False)

    def _open(
        self, number: str, code: DossierCode, secret: str | None, until: float
    ) -> LookupOutcome:
        """Any failure with a secret is a 203 with plain text: one answer for wrong and unknown."""
        if not secret or not number:
            return NotFound(with_secret=secret is not None)
        headers = {**self._headers(), "secretCode": secret}
        answer = self._http.get(f"{PATH}/{number}", {}, headers, until)
        if not isinstance(answer, Answer):
            return answer
        if answer.status in (203, 404) or not isinstance(answer.body, dict):
            return NotFound(with_secret=True)
        row = answer.body
        if not _text(row, "dossierNo"):
            return BadAnswer(Fault.WRONG_SHAPE)
        if code.dossier_id is None and _text(row, "dossierNo").upper() != code.text:
            return NotFound(with_secret=True)
        steps = self._steps(_text(row, "dossierId"), until)
        return Found(self._dossier(row, steps, unlocked=True), unlocked=True)

    def _steps(self, number: str, until: float) -> tuple[Step, ...]:
        """The process, where the portal tells it; a look-up does not fail for want of it."""
        if not number.isdigit():
            return ()
        answer = self._http.get(f"{PATH}/{number}/sequences", {}, self._headers(), until)
        if not isinstance(answer, Answer) or not isinstance(answer.body, dict):
            return ()
        rows = answer.body.get("data")
        named = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        begun = [_moment(row.get("startDate")) for row in named]
        at = max((n for n, start in enumerate(begun) if start), default=-1)
        return tuple(
            Step(
                _text(row, "sequenceName"),
                StepState.DONE if n < at else StepState.NOW if n == at else StepState.TO_COME,
                begun[n],
            )
            for n, row in enumerate(named)
            if _text(row, "sequenceName")
        )

    def _headers(self) -> dict[str, str]:
        headers = {"groupId": self._group_id, "Accept": "application/json"}
        if self._auth_key:
            minute = int(time() // 60) * 60_000
            headers["authenKey"] = hashlib.md5(
                f"opencps{minute}".encode(), usedforsecurity=False
            ).hexdigest()
        return headers

    def _dossier(
        self, row: Mapping[str, Any], steps: tuple[Step, ...], *, unlocked: bool
    ) -> Dossier:
        due, extended = _date(row, "dueDate"), _date(row, "extendDate")
        status = self._statuses.get(_text(row, "dossierStatus").lower())
        if status is Status.RETURNED or status is Status.READY:
            steps = tuple(Step(step.name, StepState.DONE, step.at) for step in steps)
        return Dossier(
            code=_text(row, "dossierNo"),
            procedure_code=_text(row, "serviceCode"),
            procedure_name=_text(row, "serviceName"),
            agency=_text(row, "govAgencyName"),
            status=status,
            status_text=_text(row, "dossierSubStatusText") or _text(row, "dossierStatusText"),
            fetched_at=self._now(),
            received=_date(row, "receiveDate"),
            due=due,
            extended_due=extended if due and extended and extended > due else None,
            finished=_date(row, "releaseDate"),
            returned=_date(row, "finishDate"),
            lock=LOCKS.get(_text(row, "lockState").upper(), Lock.NONE),
            steps=steps,
            applicant=mask_name(_text(row, "applicantName")) if unlocked else None,
        )


def _row(answer: Answer, code: DossierCode) -> dict[str, Any] | Failure | None:
    """The row whose whole code matches; None when there is none (`data` may be absent)."""
    if answer.status == 404:
        return None
    if not isinstance(answer.body, dict) or not {"data", "total"} & answer.body.keys():
        return BadAnswer(Fault.NOT_JSON if answer.body is None else Fault.WRONG_SHAPE)
    rows = answer.body.get("data", [])
    if not isinstance(rows, list):
        return BadAnswer(Fault.WRONG_SHAPE)
    for row in rows:
        if isinstance(row, dict) and _text(row, "dossierNo").upper() == code.text:
            return row
    return None


def _text(row: Mapping[str, Any], name: str) -> str:
    """A field as text; portals send numbers where texts belong."""
    value = row.get(name)
    return "" if value is None or isinstance(value, bool | list | dict) else str(value).strip()


def _date(row: Mapping[str, Any], name: str) -> datetime | None:
    return _moment(row.get(name))


def _moment(value: object) -> datetime | None:
    """`dd/MM/yyyy HH:mm:ss` in Vietnam, or epoch milliseconds; None for what is neither."""
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return _from_epoch(float(value))
    text = str(value or "").strip()
    if text.isdigit():
        return _from_epoch(float(text))
    for form in ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=VIETNAM)
        except ValueError:
            continue
    return None


def _from_epoch(milliseconds: float) -> datetime | None:
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)).astimezone(
            VIETNAM
        )
    except OverflowError:
        return None
