"""Reading a month from a file of counts, this kiosk's own or one brought from another ward."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

from kiosk.domain.count import Count
from kiosk.store.schema import version_of


def month_of(path: Path, month: str) -> dict[tuple[Count, str], int]:
    """The counts of one month, written YYYY-MM; nothing in the file is changed.

    A file of an older version is read as it is; names this release does not know are left out.
    Raises sqlite3.Error when the file is not there or is no such file.
    """
    known = {count.value: count for count in Count}
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        of = "of" if version_of(connection) >= 2 else "''"
        rows = connection.execute(
            f"SELECT name, {of}, times FROM counts WHERE substr(day, 1, 7) = ?",  # noqa: S608
            (month,),
        ).fetchall()
    finally:
        connection.close()
    counts: Counter[tuple[Count, str]] = Counter()
    for name, apart, times in rows:
        if name in known:
            counts[known[name], apart] += times
    return dict(counts)
