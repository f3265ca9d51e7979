"""What was changed on this device: who (a role, never a name), when, before, after.

One file a change, secrets masked, beside a copy of the settings file as it was, from which a
change is undone.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.disk import keep_names, write_whole

KEPT = 100
_BEGUN = ".begun"


@dataclass(frozen=True, slots=True)
class Edit:
    """One setting as it was and as it became, as TOML writes it; a secret is only dots."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change, of one setting or of many. `at` is ISO 8601; `undoes` is 0 or a number."""

    number: int
    at: str
    who: str
    edits: tuple[Edit, ...]
    undoes: int = 0


class Changes:
    """The changes kept in one folder. For one process at a time: hold `kiosk.disk.alone`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Change, ...]:
        """Every change that took hold, oldest first."""
        return tuple(_read(path) for path in sorted(self.folder.glob("????.json")))

    def begin(self, at: str, who: str, edits: tuple[Edit, ...], undoes: int, was: bytes) -> Change:
        """Note a change before it is made; `was` is the settings file as it is now."""
        numbers = [int(path.name[:4]) for path in self.folder.glob("????.json")]
        change = Change(max(numbers, default=0) + 1, at, who, edits, undoes)
        told = json.dumps(asdict(change), ensure_ascii=False, indent=1)
        write_whole(self._was(change.number), was, 0o600)
        write_whole(self._file(change.number, _BEGUN), f"{told}\n".encode())
        return change

    def done(self, number: int) -> None:
        """The change stands in the settings file now."""
        self._file(number, _BEGUN).replace(self._file(number))
        keep_names(self.folder)
        for old in sorted(self.folder.glob("????.json"))[:-KEPT]:
            self._was(int(old.name[:4])).unlink(missing_ok=True)
            old.unlink()

    def settle(self, now: bytes) -> None:
        """After a power cut: what was begun is done if the settings file changed, else forgotten.

        `now` is the settings file as it is.
        """
        for begun in sorted(self.folder.glob(f"????{_BEGUN}.json")):
            number = int(begun.name[:4])
            if self._was(number).read_bytes() == now:
                begun.unlink()
                self._was(number).unlink()
            else:
                self.done(number)

    def before(self, number: int) -> Mapping[str, Mapping[str, object]]:
        """The sections of the settings file as they were before change `number`."""
        return tomllib.loads(self._was(number).read_text(encoding="utf-8"))

    def _file(self, number: int, state: str = "") -> Path:
        return self.folder / f"{number:04}{state}.json"

    def _was(self, number: int) -> Path:
        return self.folder / f"{number:04}.was"


def _read(path: Path) -> Change:
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Change(**{**told, "edits": tuple(Edit(**edit) for edit in told["edits"])})
