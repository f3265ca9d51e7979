"""What a keystroke costs with the whole national catalogue loaded behind the guides.

The names are those of the CSV file (columns code, name, field) that KIOSK_BENCH_NAMES names;
without it as many are made up, from the words of the guides.
"""

from __future__ import annotations

import csv
import os
import random
from pathlib import Path
from statistics import quantiles
from time import perf_counter, thread_time

from kiosk.domain.guide import Guide
from kiosk.domain.procedure import Procedure

Row = tuple[str, str]
NAMES = 2642
LENGTHS = (6, 34)
"""Words of a made-up name: from the shortest usual to a long one."""


def rows() -> list[Row]:
    """Per keystroke of every independent query: on the clock, and of the thread's own time."""
    from kiosk import app_content
    from kiosk.catalogue.search import Search
    from kiosk.catalogue.speech import load_speech
    from kiosk.settings import load
    from tests.helpers.queries import load_queries

    settings = load(environ={})
    guides, _ = app_content.read_guides(settings)
    procedures = procedures_of(guides)
    began = perf_counter()
    search = Search(guides, procedures, load_speech(app_content.guides_folder(settings)))
    built = perf_counter() - began
    queries = load_queries({guide.id for guide in guides})
    typed = [query.text[:end] for query in queries for end in range(1, len(query.text) + 1)]
    clock, own = [], []
    for text in typed:
        began, spent = perf_counter(), thread_time()
        search.find(text)
        clock.append(perf_counter() - began)
        own.append(thread_time() - spent)
    what = f"{len(guides)} guides, {len(procedures)} names"
    return [
        ("search, built", f"{built * 1000:.0f} ms for {what}"),
        ("search, per keystroke", f"{_spread(clock)} over {len(typed)} keystrokes"),
        ("search, the thread's own time", _spread(own)),
    ]


def procedures_of(guides: tuple[Guide, ...]) -> list[Procedure]:
    file = os.environ.get("KIOSK_BENCH_NAMES", "")
    if file:
        with Path(file).open(encoding="utf-8") as lines:
            return [
                Procedure(row["code"], " ".join(row["name"].split()), row.get("field", ""))
                for row in csv.DictReader(lines)
            ]
    chance = random.Random(5)
    words = [word for guide in guides for name in guide.keywords for word in name.split()]
    return [
        Procedure(f"9.{number:06}", " ".join(chance.choices(words, k=chance.randint(*LENGTHS))))
        for number in range(NAMES)
    ]


def _spread(seconds: list[float]) -> str:
    cuts = quantiles(seconds, n=100, method="inclusive")
    return f"p50 {cuts[49] * 1000:.1f}  p95 {cuts[94] * 1000:.1f}  p99 {cuts[98] * 1000:.1f} ms"
