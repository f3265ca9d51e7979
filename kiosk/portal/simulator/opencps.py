"""OpenCPS v2 as its public source answers: the four paths a kiosk uses, with their traps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from kiosk.portal.simulator.dossiers import SimulatedDossier
from kiosk.portal.simulator.faults import NO_SUCCESS

BASE = "/o/rest/v2/dossiers"
GROUP_ID = "55853"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer."""

    status: int
    body: bytes
    kind: str = "application/json;charset=UTF-8"


def answer(target: str, headers: Mapping[str, str], dossiers: Sequence[SimulatedDossier]) -> Said:
    """What the portal says to a GET of `target`.

    A foreign `groupId` sees nothing; a client that does not ask for JSON gets XML.
    """
    parts = urlsplit(target)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if not parts.path.startswith(BASE):
        return Said(404, b"<html>404</html>", "text/html")
    if headers.get("groupId") != GROUP_ID:
        return _json({"total": 0})
    if "json" not in headers.get("Accept", ""):
        return Said(200, b"<results><total>0</total></results>", "application/xml")
    match [unquote(part) for part in parts.path.removeprefix(BASE).strip("/").split("/")]:
        case [""]:
            return _list(query, dossiers)
        case [number]:
            return _detail(number, headers.get("secretCode") or query.get("secretKey"), dossiers)
        case [number, "sequences"]:
            return _sequences(number, dossiers)
        case _:
            return _error(404)


def _list(query: Mapping[str, str], dossiers: Sequence[SimulatedDossier]) -> Said:
    """A prefix search, oldest first; no `end` means all; `data` is absent when nothing is found."""
    wanted = query.get("dossierNo", "").upper()
    found = [dossier.row for dossier in dossiers if dossier.code.startswith(wanted)]
    start, end = int(query.get("start", 0)), int(query.get("end", 0)) or len(found)
    return _json({"total": len(found), "data": found[start:end]} if found else {"total": 0})


def _detail(number: str, given: str | None, dossiers: Sequence[SimulatedDossier]) -> Said:
    """With a look-up code, any failure is 203 and plain text that calls itself JSON."""
    if given is None:
        return _error(203, "Non-Authoritative Information.")
    found = _named(number, dossiers)
    if found is None or not found.secret or found.secret.casefold() != given.casefold():
        return Said(203, NO_SUCCESS)
    return _json(found.row)


def _sequences(number: str, dossiers: Sequence[SimulatedDossier]) -> Said:
    """The process; only the numeric id will do."""
    found = _named(number, dossiers) if number.isdigit() else None
    if found is None:
        return _error(403)
    return _json({"processNo": "QT_01", "total": len(found.steps), "data": list(found.steps)})


def _named(number: str, dossiers: Sequence[SimulatedDossier]) -> SimulatedDossier | None:
    names = ("dossierId", "referenceUid", "dossierNo")
    return next(
        (each for each in dossiers if number in {str(each.row[name]) for name in names}), None
    )


def _json(value: Mapping[str, object]) -> Said:
    return Said(200, json.dumps(value, ensure_ascii=False).encode())


def _error(status: int, message: str = "No Content.") -> Said:
    body = {"message": message, "code": status, "description": ""}
    return Said(status, json.dumps(body).encode())
