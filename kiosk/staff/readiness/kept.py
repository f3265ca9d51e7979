"""The readiness of the last days, one file a look, for the officer and for the province."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk import log
from kiosk.disk import write_whole
from kiosk.domain.readiness import Finding, Light, Readiness, tell
from kiosk.domain.text import Language, Words

KEPT = 60


def as_json(readiness: Readiness, words: Mapping[Language, Words]) -> dict[str, Any]:
    """For machines: the worst light, and each finding with its words in every language."""
    return {
        "at": readiness.at.isoformat(timespec="seconds"),
        "light": readiness.light.value,
        "checks": [_finding(finding, words) for finding in readiness.findings],
    }


def _finding(finding: Finding, words: Mapping[Language, Words]) -> dict[str, Any]:
    told = {language.value: tell(finding, words[language]) for language in words}
    return {
        "check": finding.check,
        "light": finding.light.value,
        "state": finding.state,
        "measured": dict(finding.measured),
        "name": {language: each.name for language, each in told.items()},
        "says": {language: each.says for language, each in told.items()},
        "do": {language: each.do for language, each in told.items()},
    }


class Kept:
    """The last `KEPT` looks in `folder`, which may not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, readiness: Readiness, words: Mapping[Language, Words]) -> Path:
        """Keep one look and drop the oldest. Raises OSError."""
        path = self._folder / f"{readiness.at:%Y-%m-%dT%H-%M-%S}.json"
        text = json.dumps(as_json(readiness, words), ensure_ascii=False, indent=1)
        write_whole(path, f"{text}\n".encode())
        for old in self._files()[:-KEPT]:
            old.unlink()
        return path

    def keep(self, readiness: Readiness, words: Mapping[Language, Words]) -> None:
        """As `save`, but a disk that is full must not hide that it is full."""
        try:
            self.save(readiness, words)
        except OSError as error:
            log.event("readiness.not_kept", kind=type(error).__name__)

    def all(self) -> tuple[Readiness, ...]:
        """Every look there is, oldest first; a file that cannot be read is left out."""
        read = (_read(path) for path in self._files())
        return tuple(each for each in read if each is not None)

    def ever(self, check: str, state: str) -> bool:
        """Whether one of the looks found that, such as a touchscreen that was there."""
        return any(
            (finding.check, finding.state) == (check, state)
            for readiness in self.all()
            for finding in readiness.findings
        )

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("????-??-??T??-??-??.json"))


def _read(path: Path) -> Readiness | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        findings = (
            Finding(each["check"], Light(each["light"]), each["state"], each["measured"])
            for each in told["checks"]
        )
        return Readiness(datetime.fromisoformat(told["at"]), tuple(findings))
    except (OSError, ValueError, KeyError, TypeError):
        return None
