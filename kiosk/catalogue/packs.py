"""The content packs on this device: which is in use, which was before, and the swap between them.

One small file names both, so that both change at once; it is replaced only after the pack it names
is wholly on the disk. Whenever the power goes, the old content or the new is in use.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.pack import PROCEDURES, Pack, PackError
from kiosk.disk import keep_names, write_whole
from kiosk.domain.procedure import Procedure

IN_USE = "in-use.json"
COMING = ".coming"


@dataclass(frozen=True, slots=True)
class InUse:
    """Versions. Empty is the content that came with the program."""

    current: str = ""
    previous: str = ""


class Packs:
    """The packs below `folder`, which need not exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def in_use(self) -> InUse:
        """What is in use. A version whose folder is gone counts as the content that came along."""
        try:
            told = json.loads((self._folder / IN_USE).read_text(encoding="utf-8"))
            current, previous = str(told["current"]), str(told["previous"])
        except (OSError, ValueError, TypeError, KeyError):
            return InUse()
        return InUse(*(name if self._whole(name) else "" for name in (current, previous)))

    def guides(self) -> Path | None:
        """The folder of guides of the pack in use, or None when there is no pack."""
        current = self.in_use.current
        return self._folder / current / "guides" if current else None

    def procedures(self) -> tuple[Procedure, ...]:
        """The procedures of the pack in use."""
        current = self.in_use.current
        if not current:
            return ()
        try:
            lines = (self._folder / current / PROCEDURES).read_text(encoding="utf-8").split("\n")
            return tuple(Procedure(**json.loads(line)) for line in lines if line)
        except (OSError, ValueError, TypeError):
            return ()

    def install(self, pack: Pack, check: Callable[[Path], Sequence[str]]) -> InUse:
        """Puts `pack` into use if `check` says nothing against its folder of guides.

        Raises PackError, and OSError when the disk refuses; then what was in use still is.
        """
        before = self.in_use
        if pack.version == before.current:
            return before
        if pack.version != before.previous:
            self._unpack(pack, check)
        after = InUse(pack.version, before.current)
        self._use(after)
        self._tidy(after)
        return after

    def back(self) -> InUse:
        """What was in use before is again, and the reverse. Raises OSError."""
        before = self.in_use
        after = InUse(before.previous, before.current)
        self._use(after)
        return after

    def _unpack(self, pack: Pack, check: Callable[[Path], Sequence[str]]) -> None:
        coming, place = self._folder / COMING, self._folder / pack.version
        for leftover in (coming, place):
            shutil.rmtree(leftover, ignore_errors=True)
        for name, content in pack.parts.items():
            write_whole(coming / name, content)
        found = check(coming / "guides")
        if found:
            shutil.rmtree(coming)
            raise PackError("the guides in it do not pass the check:\n" + "\n".join(found))
        coming.rename(place)
        keep_names(self._folder)

    def _use(self, wanted: InUse) -> None:
        told = json.dumps({"current": wanted.current, "previous": wanted.previous})
        write_whole(self._folder / IN_USE, f"{told}\n".encode())

    def _tidy(self, kept: InUse) -> None:
        """Removes packs that nobody goes back to. What cannot be removed stays, unused."""
        for folder in self._folder.iterdir():
            if folder.is_dir() and folder.name not in (kept.current, kept.previous):
                shutil.rmtree(folder, ignore_errors=True)

    def _whole(self, version: str) -> bool:
        return bool(version) and os.sep not in version and (self._folder / version).is_dir()
