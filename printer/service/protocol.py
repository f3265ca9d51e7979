"""The words of the socket: one JSON object a line each way (docs/printer-service.md)."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from printer.ledger import Phase
from printer.state import WORDS, Outcome, PrinterState, Result, failed

LONGEST_LINE = 4_000_000
"""Bytes of one request: far more than any slip."""

EXPIRES = 120.0
"""Seconds after which a slip that has not begun to print is not printed any more."""

_LONGEST_EXPIRY = 24 * 3600.0
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, repr=False)
class Submit:
    """Print `picture` once. No repr: the picture is somebody's.

    `visit` names what is cancelled together. With `wait` the slip stays queued while the printer
    cannot print; without, it fails at once. `keep` is for what is nobody's own: it lies on the
    disk while it is queued, and prints even after a restart.
    """

    key: str
    picture: bytes
    visit: str = ""
    expires: float = EXPIRES
    wait: bool = True
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """How far a slip came."""

    key: str


@dataclass(frozen=True, slots=True)
class Settle:
    """A person's answer to whether an uncertain slip came out."""

    key: str
    came_out: bool


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up one slip, or all slips of a visit."""

    key: str = ""
    visit: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How the printer is."""


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Tell this connection of every change from now on."""


Request = Submit | Job | Settle | Cancel | Status | Subscribe


@dataclass(frozen=True, slots=True)
class News:
    """What became of a slip so far. `printer` says why it waits or failed, else it is None."""

    key: str
    phase: Phase
    printer: PrinterState | None = None

    @property
    def outcome(self) -> Outcome | None:
        """The end of the slip, None while it is under way."""
        if not self.phase.finished:
            return None
        if self.phase is Phase.FAILED:
            return failed(self.printer or PrinterState.UNKNOWN)
        return Outcome(Result(self.phase.value))


class RequestError(ValueError):
    """A line that is no request; the message is one plain sentence."""


def read_request(line: bytes) -> Request:
    """Raises RequestError."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        raise RequestError("a request is one JSON object on one line") from None
    if not isinstance(told, dict):
        raise RequestError("a request is one JSON object on one line")
    read = _READERS.get(str(told.pop("do", "")))
    if read is None:
        raise RequestError(f"do is one of {', '.join(_READERS)}")
    request = read(told)
    if told:
        raise RequestError(f"{', '.join(sorted(map(str, told)))}: not known here")
    return request


def write_request(request: Request) -> bytes:
    """The line that `read_request` reads."""
    match request:
        case Submit():
            return line(
                {
                    "do": "submit",
                    "key": request.key,
                    "picture": base64.b64encode(request.picture).decode(),
                    "visit": request.visit,
                    "expires": request.expires,
                    "wait": request.wait,
                    "keep": request.keep,
                }
            )
        case Job(key):
            return line({"do": "job", "key": key})
        case Settle(key, came_out):
            return line({"do": "settle", "key": key, "came_out": came_out})
        case Cancel(key, visit):
            return line({"do": "cancel", **({"key": key} if key else {"visit": visit})})
        case Status():
            return line({"do": "status"})
        case Subscribe():
            return line({"do": "subscribe"})
        case _:
            assert_never(request)


def line(told: dict[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"


def tell_job(news: News) -> dict[str, object]:
    state = None if news.printer is None else news.printer.value
    return {"key": news.key, "state": news.phase.value, "printer": state}


def read_job(told: dict[str, object]) -> News:
    """Raises KeyError, ValueError or TypeError when it is none."""
    state = told.get("printer")
    printer = None if state is None else PrinterState(state)
    return News(str(told["key"]), Phase(told["state"]), printer)


def tell_printer(state: PrinterState) -> dict[str, object]:
    words = WORDS[state]
    return {
        "printer": state.value,
        "citizen": {"vi": words.citizen.vi, "en": words.citizen.en},
        "officer": {"vi": words.officer.vi, "en": words.officer.en},
    }


def _read_submit(told: dict[str, object]) -> Submit:
    key = _name(told, "key")
    picture = told.pop("picture", None)
    if not isinstance(picture, str):
        raise RequestError("picture is the slip's picture file in base64")
    try:
        content = base64.b64decode(picture, validate=True)
    except (binascii.Error, ValueError):
        raise RequestError("picture is the slip's picture file in base64") from None
    expires = told.pop("expires", EXPIRES)
    if not isinstance(expires, int | float) or not 0 < expires <= _LONGEST_EXPIRY:
        raise RequestError("expires is a number of seconds, at most a day")
    return Submit(
        key,
        content,
        _name(told, "visit", ""),
        float(expires),
        wait=_flag(told, "wait", default=True),
        keep=_flag(told, "keep", default=False),
    )


def _read_cancel(told: dict[str, object]) -> Cancel:
    request = Cancel(_name(told, "key", ""), _name(told, "visit", ""))
    if bool(request.key) == bool(request.visit):
        raise RequestError("cancel needs either key or visit")
    return request


def _name(told: dict[str, object], field: str, default: str | None = None) -> str:
    value = told.pop(field, default)
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or (not value and default is None):
        raise RequestError(f"{field} is a text of 1 to {_LONGEST_NAME} characters")
    return value


def _flag(told: dict[str, object], field: str, default: bool | None) -> bool:
    value = told.pop(field, default)
    if not isinstance(value, bool):
        raise RequestError(f"{field} is true or false")
    return value


_READERS: dict[str, Callable[[dict[str, object]], Request]] = {
    "submit": _read_submit,
    "job": lambda told: Job(_name(told, "key")),
    "settle": lambda told: Settle(
        _name(told, "key"), came_out=_flag(told, "came_out", default=None)
    ),
    "cancel": _read_cancel,
    "status": lambda _told: Status(),
    "subscribe": lambda _told: Subscribe(),
}
