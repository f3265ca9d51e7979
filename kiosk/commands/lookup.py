"""``kiosk lookup``: one look-up against the configured portal."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from typing import Any, assert_never

from kiosk import app
from kiosk.catalogue.words import load_words
from kiosk.domain.deadline import judge
from kiosk.domain.dossier import Dossier, StepState
from kiosk.domain.dossier_code import doubtful, parse
from kiosk.domain.outcome import (
    BadAnswer,
    BadCode,
    Busy,
    Fault,
    Found,
    HandedOver,
    LookupOutcome,
    NotFound,
    Reach,
    Refused,
    TooManyTries,
    Unreachable,
)
from kiosk.domain.text import Language, Words
from kiosk.settings import Settings, load
from kiosk.settings.places import assets_dir

EXIT_FOUND, EXIT_BAD_CODE, EXIT_NOT_FOUND, EXIT_UNREACHABLE = 0, 2, 3, 4
EXIT_BAD_ANSWER, EXIT_REFUSED, EXIT_HANDED_OVER = 5, 6, 7


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the dossier code, as on the receipt")
    parser.add_argument("--secret", metavar="ABCD", help="the look-up code on the receipt")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> int:
    settings = load(arguments.config)
    code = parse(arguments.code)
    outcome: LookupOutcome
    if code is None:
        outcome = BadCode()
    elif _none_is_set(settings):
        print("No portal is set. Set portal.url and portal.group_id; see “kiosk settings docs”.")
        return EXIT_UNREACHABLE
    else:
        outcome = app.build_portal(settings).look_up(code, arguments.secret or None)
    if code is not None and isinstance(outcome, NotFound) and doubtful(code, app.now().date()):
        print("The date in the code is unusual; compare it with the receipt.", file=sys.stderr)
    if isinstance(outcome, Found):
        say = _as_json if arguments.json else _as_text
        print(say(outcome.dossier))
    else:
        print(sentence(outcome), file=sys.stderr if arguments.json else sys.stdout)
    return exit_code(outcome)


def _none_is_set(settings: Settings) -> bool:
    """Whether nobody has set the look-up up; a ward that chose `national` has."""
    portals = [settings.of(section) for section in settings.sections("portal")]
    return not any(
        own.text("portal.url") or own.choice("portal.dialect") == "national" for own in portals
    )


def exit_code(outcome: LookupOutcome) -> int:
    """As docs/look-up.md lists them for scripts."""
    match outcome:
        case Found():
            return EXIT_FOUND
        case BadCode():
            return EXIT_BAD_CODE
        case NotFound():
            return EXIT_NOT_FOUND
        case Unreachable():
            return EXIT_UNREACHABLE
        case BadAnswer() | Busy() | TooManyTries():
            return EXIT_BAD_ANSWER
        case Refused():
            return EXIT_REFUSED
        case HandedOver():
            return EXIT_HANDED_OVER
        case _:
            assert_never(outcome)


def sentence(outcome: LookupOutcome) -> str:
    """One line: what happened and what to do."""
    match outcome:
        case Found():
            return "Found."
        case BadCode():
            return "This is not a dossier code. Type it as on the receipt: H20.129-261105-0035."
        case NotFound(with_secret=with_secret):
            return NOWHERE[with_secret]
        case Unreachable(cause=cause):
            return f"The portal cannot be reached: {REACH[cause]}"
        case BadAnswer(fault=fault):
            return f"The portal answered, but not as promised: {FAULT[fault]}"
        case Refused(clock_wrong=clock_wrong):
            return f"The portal refused. {REFUSED[clock_wrong]}"
        case Busy(seconds=seconds) | TooManyTries(seconds=seconds):
            wait = f"{seconds} seconds" if seconds else "a minute"
            return f"The portal asks for patience. Try again in {wait}."
        case HandedOver(page=page):
            return f"No portal answers a machine for this code. Look it up at {page}"
        case _:
            assert_never(outcome)


REACH = {
    Reach.NO_NETWORK: "no network. Check the cable or Wi-Fi.",
    Reach.DNS: "its name is not known. Check portal.url and the DNS server.",
    Reach.REFUSED: "the connection was refused or broken off. Check portal.url; try again later.",
    Reach.TIMEOUT: "it did not answer in time. Try again later.",
    Reach.TLS: "its certificate cannot be checked. Check the clock and portal.ca_file.",
    Reach.CLOCK: "its certificate is not valid yet by this machine's clock. Set the clock.",
}
FAULT = {
    Fault.SERVER_ERROR: "a server error. Try again later.",
    Fault.NOT_JSON: "a page or a text instead of data. Check portal.url and portal.group_id.",
    Fault.BROKEN_JSON: "broken data. Try again later.",
    Fault.WRONG_SHAPE: "data of another kind. Check portal.dialect.",
    Fault.TOO_LARGE: "far too much data. Tell the portal's operator.",
    Fault.REDIRECTED: "it sent the kiosk to another address. Check portal.url.",
}


NOWHERE = {
    False: "The portal has no such dossier. Check the code on the receipt.",
    True: "No such dossier, or the look-up code is wrong. Check both on the receipt.",
}
REFUSED = {
    False: "Check its group_id and auth_key, or its client_id and client_secret.",
    True: "The two clocks differ by more than a minute. Set this machine's clock.",
}
MARKS = {StepState.DONE: "x", StepState.NOW: ">", StepState.LATE: "!", StepState.TO_COME: "."}


def _as_json(dossier: Dossier) -> str:
    judged = judge(dossier, app.now(), app.build_holidays())
    fields: dict[str, Any] = {
        "code": dossier.code,
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "agency": dossier.agency,
        "status": None if dossier.status is None else dossier.status.value,
        "status_text": dossier.status_text,
        "received": _iso(dossier.received),
        "due": _iso(dossier.due),
        "extended_due": _iso(dossier.extended_due),
        "finished": _iso(dossier.finished),
        "returned": _iso(dossier.returned),
        "days_left": judged.days_left,
        "overdue": judged.overdue,
        "needs_action": dossier.needs_action,
        "lock": dossier.lock.value,
        "steps": [
            {"name": step.name, "state": step.state.value, "at": _iso(step.at)}
            for step in dossier.steps
        ],
        "applicant": dossier.applicant,
        "fetched_at": _iso(dossier.fetched_at),
    }
    return json.dumps(fields, ensure_ascii=False, indent=1)


def _as_text(dossier: Dossier) -> str:
    words = load_words(assets_dir() / "i18n")[Language.VI]
    judged = judge(dossier, app.now(), app.build_holidays())
    lines = [dossier.code, dossier.procedure_name, dossier.applicant or "", _status(dossier, words)]
    lines.append(words.say(f"dossier.deadline.{judged.phrase}", days=abs(judged.days_left or 0)))
    if dossier.deadline and not dossier.returned:
        due = "slip.lookup.extended" if dossier.extended_due else "slip.lookup.due"
        lines.append(f"{words.say(due)}: {dossier.deadline:%d/%m/%Y}")
    lines += [f"  {MARKS[step.state]} {step.name}" for step in dossier.steps]
    return "\n".join(line for line in lines if line)


def _status(dossier: Dossier, words: Words) -> str:
    if dossier.status is None:
        return dossier.status_text
    return words.say(f"dossier.status.{dossier.status.value}.head")


def _iso(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
