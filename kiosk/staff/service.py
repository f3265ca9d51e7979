"""The sign that the kiosk serves nobody for now; it stays up across restarts."""

from __future__ import annotations

from pathlib import Path

from kiosk import log
from kiosk.disk import write_whole


class ServiceSign:
    """A file in `folder` that is there while the kiosk is out of service."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "out-of-service"

    def is_out(self) -> bool:
        return self._file.exists()

    def put(self, *, out: bool) -> None:
        """Raises OSError where the disk cannot be written."""
        if out:
            write_whole(self._file, b"")
        else:
            self._file.unlink(missing_ok=True)
        log.event("staff.service", out=out)
