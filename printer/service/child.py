"""Runs the print service as a child of this process, and again whenever it dies."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import printer
from printer.service.address import connect

_log = logging.getLogger("printer.service")

_SOONEST, _LATEST = 0.2, 30.0
_LOOK_SECONDS = 5.0
_LEAVE_SECONDS = 5.0
_LEVELS = {"3": logging.ERROR, "4": logging.WARNING, "6": logging.INFO}


class Child:
    """A service of our own at `socket`; where one answers already, that one is used.

    `arguments` are those of ``python -m printer serve``. `ended` is told the exit code of each
    service that ended unasked, in a thread of its own. The child ends with this process, however
    that ends: it reads the end of its standard input.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        socket: Path,
        ended: Callable[[int], None] = lambda _code: None,
    ) -> None:
        self._command = [sys.executable, "-m", "printer", "serve", *arguments, "--attached"]
        self._socket = socket
        self._ended = ended
        self._leaving = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._watcher = threading.Thread(target=self._watch, name="print-service", daemon=True)

    @property
    def process(self) -> subprocess.Popen[bytes] | None:
        """The service that runs now, None when it is not this process's child."""
        with self._lock:
            return self._process

    def start(self) -> None:
        """At once; the service is there some tenths of a second later."""
        self._watcher.start()

    def stop(self) -> None:
        """End the service: it finishes the slip under way, for some seconds at most."""
        with self._lock:
            self._leaving.set()
            process = self._process
            if process is not None and process.stdin is not None:
                process.stdin.close()
        self._watcher.join(_LEAVE_SECONDS)
        if process is not None and process.poll() is None:
            process.kill()
            self._watcher.join(_LEAVE_SECONDS)

    def _watch(self) -> None:
        pause = _SOONEST
        while not self._leaving.is_set():
            if self._somebody_answers():
                self._leaving.wait(_LOOK_SECONDS)
                continue
            process = self._launch()
            if process is None:
                return
            assert process.stderr is not None
            lived = _pass_on(process.stderr)
            code = process.wait()
            process.stderr.close()
            if process.stdin is not None:
                process.stdin.close()
            if self._leaving.is_set():
                return
            self._ended(code)
            pause = _SOONEST if lived else min(_LATEST, pause * 2)
            self._leaving.wait(pause)

    def _launch(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._leaving.is_set():
                return None
            home = str(Path(printer.__file__).parents[1])
            path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(  # noqa: S603 - this program's own service
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": path},
            )
            return self._process

    def _somebody_answers(self) -> bool:
        try:
            connect(self._socket, 1.0).close()
        except OSError:
            return False
        return True


def _pass_on(lines: IO[bytes]) -> bool:
    """Write the child's log into this process's, until it ends; whether it ever was well."""
    well = False
    for line in lines:
        text = line.decode(errors="replace").rstrip()
        if text.startswith("<") and text[2:3] == ">":
            well = True
            _log.log(_LEVELS.get(text[1], logging.DEBUG), "%s", text[3:])
        elif text:
            _log.warning("%s", text)
    return well
