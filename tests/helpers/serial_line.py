"""A serial line over a pseudo-terminal, which can be unplugged."""

from __future__ import annotations

import os
import tty
from pathlib import Path


class Line:
    """Our end of the scanner's cable; `path` is where it is plugged in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ours = self._theirs = -1

    def plug(self) -> None:
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(self._theirs))

    def unplug(self) -> None:
        os.close(self._ours)
        os.close(self._theirs)
        self.path.unlink(missing_ok=True)
        self._ours = -1

    def send(self, text: str | bytes) -> None:
        os.write(self._ours, text.encode() if isinstance(text, str) else text)

    @property
    def plugged(self) -> bool:
        return self._ours >= 0
