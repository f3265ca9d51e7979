"""What OpenCPS v2 sends, read into a dossier. Every personal field ends here.

The public list holds name, address, telephone and ID number, and in `hasPassword` the look-up
code itself; none of them is ever read, but the name of an unlocked dossier, which is masked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from kiosk.domain.dossier import Channel, Dossier, Lock, Status, Step, StepState
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.domain.mask import mask_name
from kiosk.portal.answer import Row, moment, text

STATUSES: Mapping[str, Status] = {
    "new": Status.SUBMITTED,
    "collecting": Status.SUBMITTED,
    "receiving": Status.RECEIVED,
    "denied": Status.NOT_ACCEPTED,
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
    "releasing": Status.READY,
    "posting": Status.READY,
    "done": Status.RETURNED,
}
"""OpenCPS' own statuses; a deployment's table, sub-status first, is laid over them."""

_LOCKS = {"PAUSE": Lock.PAUSE, "PAUSE_OVERDUE": Lock.PAUSE, "LOCK": Lock.LOCK}
_FILED = {"1": Channel.ONLINE, "3": Channel.COUNTER}
"""`originality`: 1 filed online, 3 at the one-stop desk."""

_COLLECTED_BY_POST = ("1", "2", "3")
"""`vnpostalStatus`: the post was asked to fetch the dossier, is fetching it, has brought it."""

_RESULT_BY_POST = "2"
"""`viaPostal`: 1 is possible, 2 is ordered."""

_ENDED = (Status.READY, Status.RETURNED)


def is_about(row: Row, code: DossierCode) -> bool:
    """Whether `row` is the dossier asked for: the whole code, never only its beginning."""
    if code.dossier_id is not None:
        return code.dossier_id in (text(row, "dossierId"), text(row, "referenceUid").lower())
    named = parse(text(row, "dossierNo"))
    return named is not None and named.text == code.text


def read_dossier(
    row: Row, mapped: Mapping[str, Status], fetched_at: datetime, *, unlocked: bool
) -> Dossier:
    """One row, as of `fetched_at`. `mapped` names statuses and sub-statuses of the deployment."""
    due, extended = moment(row, "dueDate"), moment(row, "extendDate")
    later = extended if due is None or (extended is not None and extended > due) else None
    status = read_status(row, mapped)
    return Dossier(
        code=text(row, "dossierNo"),
        procedure_code=text(row, "serviceCode"),
        procedure_name=text(row, "serviceName"),
        agency=text(row, "govAgencyName", "govAgencyCode"),
        status=status,
        status_text=text(row, "dossierStatusText", "dossierSubStatusText", "dossierStatus"),
        fetched_at=fetched_at,
        received=moment(row, "receiveDate"),
        due=due,
        extended_due=later,
        finished=moment(row, "releaseDate"),
        returned=moment(row, "finishDate"),
        lock=_LOCKS.get(text(row, "lockState").upper(), Lock.NONE),
        filed=_filed(row),
        by_post=text(row, "viaPostal") == _RESULT_BY_POST
        or text(row, "dossierStatus").lower() == "posting",
        wanted=_wanted(row, status) if unlocked else "",
        applicant=mask_name(text(row, "applicantName")) if unlocked else None,
    )


def _filed(row: Row) -> Channel:
    if text(row, "vnpostalStatus") in _COLLECTED_BY_POST:
        return Channel.POST
    return _FILED.get(text(row, "originality"), Channel.UNKNOWN)


def _wanted(row: Row, status: Status | None) -> str:
    """The office's own words on what is missing or to be paid, for its owner only."""
    if status is Status.SUPPLEMENT_WANTED:
        return text(row, "stepInstruction", "dossierNote")
    if status is not Status.PAYMENT_WANTED:
        return ""
    fee = text(row, "paymentFee").removesuffix(".0")
    amount = f"{int(fee):,} đồng".replace(",", ".") if re.fullmatch(r"\d{1,12}", fee) else ""
    return " – ".join(part for part in (amount, text(row, "paymentNote")) if part)


def read_status(row: Row, mapped: Mapping[str, Status]) -> Status | None:
    status = text(row, "dossierStatus").lower()
    sub_status = text(row, "dossierSubStatus").lower()
    return mapped.get(sub_status) or mapped.get(status) or STATUSES.get(status)


def read_steps(sequences: Sequence[Row], row: Row, status: Status | None) -> tuple[Step, ...]:
    """The office's steps: what has begun is done but the latest, which is where it stands now.

    Who works on them is left out. `row` is the dossier's, for its own word on being late.
    """
    named = [(text(s, "sequenceName"), moment(s, "startDate")) for s in sequences]
    named = [(name, at) for name, at in named if name]
    begun = [number for number, (_, at) in enumerate(named) if at is not None]
    now = begun[-1] if begun and status not in _ENDED else None
    late = text(row, "stepOverdue").lower().startswith("quá")

    def state(number: int) -> StepState:
        if number == now:
            return StepState.LATE if late else StepState.NOW
        return StepState.DONE if begun and number <= begun[-1] else StepState.TO_COME

    if not named and (step := text(row, "stepName")) and status not in _ENDED:
        return (Step(step, StepState.NOW),)
    return tuple(Step(name, state(number), at) for number, (name, at) in enumerate(named))
