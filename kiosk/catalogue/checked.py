"""That somebody compared a guide with its source, kept on this device beside the guides.

The guide's words stay as they are; only the day of checking and the checker are laid over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.disk import write_whole
from kiosk.domain.guide import Guide, Source
from kiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Check:
    """`seen` is the fingerprint of what the source said when it was compared."""

    day: date
    by: str
    seen: str


def load_checks(file: Path) -> dict[str, Check]:
    """Checks by procedure code; none where the file is missing or no longer whole."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return {
            str(code): Check(date.fromisoformat(row["day"]), str(row["by"]), str(row["seen"]))
            for code, row in rows.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def save_checks(file: Path, checks: Mapping[str, Check]) -> None:
    """Put `checks` in place of all that were there, in one go. Raises OSError."""
    rows = {code: asdict(check) | {"day": check.day.isoformat()} for code, check in checks.items()}
    text = json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(file, f"{text}\n".encode())


def with_checks(guides: Iterable[Guide], checks: Mapping[str, Check]) -> tuple[Guide, ...]:
    """The guides with every source as checked on the later of the two days."""
    return tuple(_with_check(guide, checks) for guide in guides)


def _with_check(guide: Guide, checks: Mapping[str, Check]) -> Guide:
    own = [checks[code] for code in guide.codes if code in checks]
    if not own:
        return guide
    check = max(own, key=lambda each: each.day)
    sources = {key: _later(source, check) for key, source in guide.sources.items()}
    return replace(guide, source=_later(guide.source, check), sources=sources)


def _later(source: Source, check: Check) -> Source:
    if check.day < source.checked:
        return source
    return replace(source, checked=check.day, checker=Text(check.by, check.by))
