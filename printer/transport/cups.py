"""A CUPS queue: takes jobs, says nothing of paper; no slip is ever better than uncertain."""

from __future__ import annotations

import subprocess
import time

from printer.transport.protocol import Cause, LinkError

_LOOK_TIMEOUT = 2.0
_PROGRAMS = "/usr/local/bin:/usr/bin:/bin"


class CupsTransport:
    """Each write is one raw job. Nothing is sent on close, so half a slip never prints later."""

    answers = False
    notices_loss = True
    rate = 500_000

    def __init__(self, queue: str, programs: str = _PROGRAMS) -> None:
        self._queue = queue
        self._programs = programs

    def open(self) -> None:
        answer = self._run(["lpstat", "-p", self._queue], b"", _LOOK_TIMEOUT)
        if answer.returncode != 0:
            raise LinkError(Cause.ABSENT, f"CUPS has no queue called {self._queue}")
        if b"disabled" in answer.stdout:
            raise LinkError(Cause.REFUSED, f"the CUPS queue {self._queue} is stopped")

    def write(self, data: bytes, deadline: float) -> None:
        command = ["lp", "-s", "-d", self._queue, "-o", "raw", "-"]
        answer = self._run(command, data, max(0.1, deadline - time.monotonic()))
        if answer.returncode != 0:
            raise LinkError(Cause.REFUSED, f"CUPS did not take the job for {self._queue}")

    def read(self, timeout: float) -> bytes:  # noqa: ARG002 - a queue never answers
        return b""

    def close(self) -> None:
        return

    def _run(
        self, command: list[str], data: bytes, timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {"LC_ALL": "C", "PATH": self._programs}
        try:
            return subprocess.run(  # noqa: S603 - fixed programs, the queue's name is one argument
                command,
                input=data,
                capture_output=True,
                timeout=timeout,
                check=False,
                env=environment,
            )
        except FileNotFoundError as error:
            raise LinkError(Cause.ABSENT, "CUPS is not installed (no lp command)") from error
        except subprocess.TimeoutExpired as error:
            raise LinkError(Cause.STUCK, "CUPS does not answer") from error
        except OSError as error:
            raise LinkError(Cause.ABSENT, "CUPS cannot be asked") from error
