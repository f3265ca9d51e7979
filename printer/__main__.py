"""``python -m printer``: a printer asked, tested, printed to, found and served, by hand.

Exit codes: 0 ready or printed, 1 not ready or no slip, 2 bad input, 3 uncertain.
"""

from __future__ import annotations

import argparse
import logging
import os
import sqlite3
import sys

from printer.commands import find, letters, paper, serve
from printer.commands.choices import BAD_INPUT, NO_SLIP, say
from printer.fonts import NoFontError


def main(words: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m printer", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in (paper, letters, serve, find):
        module.configure(commands)
    arguments = parser.parse_args(words)
    _log_to_terminal(wanted=arguments.verbose)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return say("stopped; the same command with the same --key tells what became of the slip")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_SLIP
    except ValueError as error:
        return say(str(error), BAD_INPUT)
    except NoFontError as error:
        return say(str(error))
    except (OSError, sqlite3.Error) as error:
        return say(f"{_reason(error)}")
    return code


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


if __name__ == "__main__":
    sys.exit(main())
