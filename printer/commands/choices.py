"""What several commands share: how a printer is named, what is said, how it ends."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from printer.conversation import Acknowledge
from printer.model import read_model
from printer.paper import Paper
from printer.printer import Printer
from printer.state import WORDS, Outcome, PrinterState, Result
from printer.transport import FORMS

WELL, NO_SLIP, BAD_INPUT, UNCERTAIN = 0, 1, 2, 3
_CODES = {Result.PRINTED: WELL, Result.UNCERTAIN: UNCERTAIN}


def add_device(parser: argparse._ActionsContainer, *, required: bool) -> None:
    parser.add_argument("--device", required=required, metavar="URL", help=", ".join(FORMS))


def add_model(parser: argparse.ArgumentParser) -> None:
    """What kind of printer it is."""
    parser.add_argument("--width", type=int, default=576, metavar="DOTS", help="384, 512 or 576")
    parser.add_argument(
        "--acknowledge",
        choices=("pid", "gsr", "none"),
        default="pid",
        help="the best proof to ask the printer for",
    )
    parser.add_argument("--model", type=Path, metavar="FILE", help="width and proof from a file")


def add_record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--record",
        type=Path,
        default=_record_folder(),
        metavar="DIR",
        help="where the keys already printed are remembered for a day (default: %(default)s)",
    )


def add_verbose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--verbose", action="store_true", help="tell on stderr what goes wrong")


def model_of(arguments: argparse.Namespace) -> tuple[Paper, Acknowledge]:
    """Raises OSError or ValueError for a model file that cannot be used."""
    if arguments.model is not None:
        model = read_model(arguments.model)
        return model.paper, model.acknowledge
    dots_per_inch = 180 if arguments.width == 512 else 203
    return Paper(arguments.width, dots_per_inch), arguments.acknowledge


def printer_of(arguments: argparse.Namespace, *, keep: bool) -> Printer:
    paper, acknowledge = model_of(arguments)
    record: Path = arguments.record
    kept = record if keep or record.is_dir() else None
    return Printer(arguments.device, paper=paper, acknowledge=acknowledge, ledger=kept)


def say_state(state: PrinterState) -> None:
    words = WORDS[state].officer
    print(f"{state.value}  {words.vi} ({words.en})", flush=True)


def say_outcome(outcome: Outcome) -> int:
    """The printer's trouble if there is any, the outcome as the last line, the exit code."""
    if outcome.state is not None:
        say_state(outcome.state)
    print(outcome.result.value)
    return _CODES.get(outcome.result, NO_SLIP)


def say(sentence: str, code: int = NO_SLIP) -> int:
    print(f"printer: {sentence}", file=sys.stderr)
    return code


def _record_folder() -> Path:
    state = os.environ.get("XDG_STATE_HOME", "")
    return (Path(state) if state else Path.home() / ".local" / "state") / "printer"
