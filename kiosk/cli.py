"""The ``kiosk`` command: finds the one command asked for and imports nothing else.

Exit codes: 0 well, 2 bad input or settings, 1 anything else; ``kiosk lookup`` has its own besides.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, cast

from kiosk import log
from kiosk.settings import SettingsError

WELL, OTHER, BAD_INPUT = 0, 1, 2

COMMANDS = {
    "run": "run the kiosk",
    "demo": "run the kiosk on its embedded portal and printer",
    "lookup": "look one dossier up at the configured portal",
    "search": "search the catalogue of guides and procedures",
    "guides": "check, show or import guides",
    "settings": "check, show or document the settings",
    "doctor": "say whether everything the kiosk needs is ready",
    "selftest": "make a scripted visit off-screen with the configured parts",
    "pin": "choose the PIN of the staff area",
    "report": "count a month, without personal data",
    "screenshots": "draw a picture of every screen",
    "simulate": "stand in for a portal or a printer",
    "agent": "send health and counts to the fleet's server",
}
SERVICES = frozenset({"run", "agent"})
"""Commands that a service manager runs: their log always goes to stderr."""


class Command(Protocol):
    """What each module of ``kiosk.commands`` offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit code."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; `argv` is without the program's name. Returns the exit code."""
    words = sys.argv[1:] if argv is None else argv
    names = available()
    wanted = next((word for word in words if word in names), "")
    logged = wanted in SERVICES or "--log" in words
    if logged:
        log.start(sys.stderr)
    else:
        log.silence()
    try:
        arguments = _parser(names, wanted).parse_args(words)
        code = _command(wanted).run(arguments)
        sys.stdout.flush()
    except SettingsError as error:
        log.event("settings.refused", problems=len(error.problems))
        return _say(map(str, error.problems), BAD_INPUT)
    except KeyboardInterrupt:
        return _say([f"kiosk {wanted}: stopped."], OTHER)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OTHER
    except Exception as error:  # noqa: BLE001 -- whatever happens, a person reads one line
        log.event("kiosk.crashed", command=wanted, kind=type(error).__name__, trace=trail(error))
        return _say([f"kiosk {wanted}: {_reason(error)} {_advice(error, logged)}"], OTHER)
    return code


def available() -> dict[str, str]:
    """The commands whose module is there, name to help sentence."""
    return {
        name: sentence
        for name, sentence in COMMANDS.items()
        if importlib.util.find_spec(f"kiosk.commands.{name}") is not None
    }


def trail(error: BaseException) -> str:
    """Where an exception came from, innermost last, as ``file:line function``; no values."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)


def _parser(names: dict[str, str], wanted: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk", description="A touch kiosk for Vietnamese ward offices."
    )
    parser.add_argument("--version", action="version", version=f"kiosk {version()}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, sentence in names.items():
        told = f"{sentence[0].upper()}{sentence[1:]}."
        below = commands.add_parser(name, help=sentence, description=told)
        if name == wanted:
            _command(name).configure(below)
            _shared(below)
            below.set_defaults(config=None, log=False)
    return parser


def _shared(parser: argparse.ArgumentParser) -> None:
    """Give `parser` and each of its own sub-commands the options that every command has."""
    for action in list(parser._actions):  # noqa: SLF001 -- argparse offers no other way in
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                _shared(below)
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="lay FILE over the shipped defaults and read nothing else",
    )
    parser.add_argument(
        "--log", action="store_true", default=argparse.SUPPRESS, help="write the log to stderr"
    )


def _command(name: str) -> Command:
    return cast("Command", importlib.import_module(f"kiosk.commands.{name}"))


def version() -> str:
    """The installed release's number."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ward-kiosk")
    except PackageNotFoundError:
        return "(not installed)"


def _say(lines: Iterable[str], code: int) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return code


def _reason(error: Exception) -> str:
    match error:
        case ImportError():
            return f"a part of the system is missing: {str(error).splitlines()[0]}."
        case OSError(strerror=str(why), filename=str(name)):
            return f"{name}: {why.lower()}."
        case OSError(strerror=str(why)):
            return f"{why.lower()}."
    return f"something went wrong inside ({type(error).__name__})."


def _advice(error: Exception, logged: bool) -> str:
    if isinstance(error, ImportError):
        return "Run make setup."
    if isinstance(error, OSError):
        return "Check it and try again."
    return "The log says where." if logged else "Run it again with --log to see where."
