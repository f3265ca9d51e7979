"""What iGate sends, read into a dossier. Every personal field ends here.

The public answer holds the applicant's full name, and other deployments' add telephone, address
and ID number below `applicant.data`; nothing below `applicant` is ever read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.dossier import Channel, Dossier, Status
from kiosk.domain.dossier_code import DossierCode, parse
from kiosk.portal.answer import Row, moment, text

STATUSES: Mapping[str, Status] = {
    "mới đăng ký": Status.SUBMITTED,
    "được tiếp nhận": Status.RECEIVED,
    "không được tiếp nhận": Status.NOT_ACCEPTED,
    "không tiếp nhận": Status.NOT_ACCEPTED,
    "đang xử lý": Status.PROCESSING,
    "yêu cầu bổ sung giấy tờ": Status.SUPPLEMENT_WANTED,
    "chờ bổ sung": Status.SUPPLEMENT_WANTED,
    "yêu cầu thực hiện nghĩa vụ tài chính": Status.PAYMENT_WANTED,
    "chờ thực hiện nghĩa vụ tài chính": Status.PAYMENT_WANTED,
    "công dân yêu cầu rút hồ sơ": Status.WITHDRAWN,
    "dừng xử lý": Status.STOPPED,
    "đã xử lý xong": Status.READY,
    "đã trả kết quả": Status.RETURNED,
}
"""The national names and common short forms. Ids are never in here: deployments differ."""

_CHANNELS = {
    "trực tuyến": Channel.ONLINE,
    "trực tiếp": Channel.COUNTER,
    "bưu chính": Channel.POST,
}
_VIETNAMESE = "228"


def is_about(row: Row, code: DossierCode) -> bool:
    """Whether `row` is the dossier asked for: the whole code, never only its beginning."""
    named = parse(text(row, "code"))
    return named is not None and named.text == code.text


def read_dossier(row: Row, mapped: Mapping[str, Status], fetched_at: datetime) -> Dossier:
    """One row, as of `fetched_at`. `mapped` names status ids and names of the deployment."""
    procedure = _within(row, "procedure")
    name, ids = _status_words(row)
    return Dossier(
        code=text(row, "code"),
        procedure_code=text(procedure, "nationCode", "code"),
        procedure_name=_translated(procedure.get("translate") or procedure.get("name")),
        agency=_translated(_within(row, "agency").get("name")),
        status=_status(name, ids, mapped),
        status_text=name,
        fetched_at=fetched_at,
        received=moment(row, "acceptedDate", "appliedDate"),
        due=moment(row, "appointmentDate", "dueDate"),
        finished=moment(row, "completedDate"),
        returned=moment(row, "returnedDate"),
        filed=_channel(_translated(_within(row, "applyMethod").get("name"))),
    )


def _status_words(row: Row) -> tuple[str, tuple[str, ...]]:
    """The status' name as the portal shows it, and the ids it goes by.

    The task's own status says more than the dossier's; `statusCurrentTask` is what the public
    search of Hồ Chí Minh City sends instead of both.
    """
    name, ids = text(row, "statusCurrentTask"), []
    for field in ("dossierTaskStatus", "dossierStatus"):
        value = row.get(field)
        if isinstance(value, dict):
            name = name or _translated(value.get("name"))
            ids.append(text(value, "id"))
        else:
            ids.append(text(row, field))
    return name, tuple(id_ for id_ in ids if id_)


def _status(name: str, ids: tuple[str, ...], mapped: Mapping[str, Status]) -> Status | None:
    for word in (*ids, name.lower()):
        if (status := mapped.get(word.lower())) is not None:
            return status
    return STATUSES.get(name.lower())


def _channel(name: str) -> Channel:
    said = name.lower()
    return next((channel for word, channel in _CHANNELS.items() if word in said), Channel.UNKNOWN)


def _within(row: Row, name: str) -> Row:
    inner = row.get(name)
    return inner if isinstance(inner, dict) else {}


def _translated(value: object) -> str:
    """A name that is plain, one translation, or several: Vietnamese before the first other."""
    if isinstance(value, str):
        return text({"name": value}, "name")
    if isinstance(value, dict):
        inner = [each for each in value.values() if isinstance(each, dict)]
        return text(value, "name") or _translated(inner)
    if not isinstance(value, list):
        return ""
    known = [each for each in value if isinstance(each, dict)]
    known.sort(key=lambda each: text(each, "languageId") != _VIETNAMESE)
    return next((name for each in known if (name := text(each, "name"))), "")
