"""``python -m printer``: ask a printer how it is, print a test page, print a picture.

Exit codes: 0 ready or printed, 1 not ready or no slip, 2 bad input, 3 uncertain.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sqlite3
import sys
import uuid
from pathlib import Path

from printer.conversation import Acknowledge
from printer.fonts import NoFontError
from printer.model import read_model
from printer.paper import Paper
from printer.printer import Printer
from printer.state import WORDS, PrinterState, Result
from printer.transport import FORMS

WELL, NO_SLIP, BAD_INPUT, UNCERTAIN = 0, 1, 2, 3
_CODES = {Result.PRINTED: WELL, Result.UNCERTAIN: UNCERTAIN}


def main(words: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = _parser().parse_args(words)
    _log_to_terminal(wanted=arguments.verbose)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say("stopped; the same command with the same --key tells what became of the slip")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_SLIP
    except ValueError as error:
        return _say(str(error), BAD_INPUT)
    except NoFontError as error:
        return _say(str(error))
    except (OSError, sqlite3.Error) as error:
        return _say(f"{_reason(error)}")
    return code


def _status(arguments: argparse.Namespace) -> int:
    with contextlib.closing(_printer(arguments, keep=False)) as printer:
        state = printer.status()
    print(_line(state))
    return WELL if state.can_print else NO_SLIP


def _test_page(arguments: argparse.Namespace) -> int:
    from printer.test_page import draw_test_page

    paper, _ = _model(arguments)
    return _print(arguments, draw_test_page(paper.width), str(uuid.uuid4()))


def _print_file(arguments: argparse.Namespace) -> int:
    try:
        picture = arguments.file.read_bytes()
    except OSError as error:
        return _say(f"{arguments.file} cannot be read: {error.strerror}", BAD_INPUT)
    return _print(arguments, picture, arguments.key or str(uuid.uuid4()))


def _print(arguments: argparse.Namespace, picture: bytes, key: str) -> int:
    with contextlib.closing(_printer(arguments, keep=True)) as printer:
        outcome = printer.print_picture(picture, key)
    if outcome.state is not None:
        print(_line(outcome.state))
    print(outcome.result.value)
    return _CODES.get(outcome.result, NO_SLIP)


def _printer(arguments: argparse.Namespace, *, keep: bool) -> Printer:
    paper, acknowledge = _model(arguments)
    record: Path = arguments.record
    kept = record if keep or record.is_dir() else None
    return Printer(arguments.device, paper=paper, acknowledge=acknowledge, ledger=kept)


def _model(arguments: argparse.Namespace) -> tuple[Paper, Acknowledge]:
    if arguments.model is not None:
        model = read_model(arguments.model)
        return model.paper, model.acknowledge
    dots_per_inch = 180 if arguments.width == 512 else 203
    return Paper(arguments.width, dots_per_inch), arguments.acknowledge


def _line(state: PrinterState) -> str:
    words = WORDS[state].officer
    return f"{state.value}  {words.vi} ({words.en})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m printer", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    every = argparse.ArgumentParser(add_help=False)
    every.add_argument("--device", required=True, metavar="URL", help=", ".join(FORMS))
    every.add_argument("--width", type=int, default=576, metavar="DOTS", help="384, 512 or 576")
    every.add_argument(
        "--acknowledge",
        choices=("pid", "gsr", "none"),
        default="pid",
        help="the best proof to ask the printer for",
    )
    every.add_argument("--model", type=Path, metavar="FILE", help="width and proof from a file")
    every.add_argument(
        "--record",
        type=Path,
        default=_record_folder(),
        metavar="DIR",
        help="where the keys already printed are remembered for a day (default: %(default)s)",
    )
    every.add_argument("--verbose", action="store_true", help="tell on stderr what goes wrong")

    status = commands.add_parser("status", parents=[every], help="say how the printer is")
    status.set_defaults(run=_status)
    page = commands.add_parser("test-page", parents=[every], help="print the test page")
    page.set_defaults(run=_test_page)
    slip = commands.add_parser("print", parents=[every], help="print a picture as one slip")
    slip.add_argument("file", type=Path, metavar="FILE", help="a black and white picture")
    slip.add_argument("--key", help="names the wish: the same key twice is one slip")
    slip.set_defaults(run=_print_file)
    return parser


def _record_folder() -> Path:
    state = os.environ.get("XDG_STATE_HOME", "")
    return (Path(state) if state else Path.home() / ".local" / "state") / "printer"


def _log_to_terminal(*, wanted: bool) -> None:
    logger = logging.getLogger("printer")
    logger.propagate = False
    logger.handlers = [logging.StreamHandler() if wanted else logging.NullHandler()]
    logger.setLevel(logging.INFO)


def _reason(error: Exception) -> str:
    if isinstance(error, sqlite3.Error):
        return f"the record of slips cannot be kept ({error}); choose another folder with --record"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def _say(sentence: str, code: int = NO_SLIP) -> int:
    print(f"printer: {sentence}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
