"""The format as JSON Schema, which an editor for TOML uses to complete, explain and underline.

`python -m kiosk.catalogue.json_schema --write assets/guides` brings the schemas up to date.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from kiosk.catalogue.guide_format import EVENTS, GUIDE, LEVELS
from kiosk.catalogue.shape import Schema, Shape

DRAFT = "http://json-schema.org/draft-07/schema#"
SCHEMAS: dict[str, tuple[str, Shape]] = {
    "guide.schema.json": ("Hướng dẫn một thủ tục", GUIDE),
    "events.schema.json": ("Các ô việc đời sống", EVENTS),
    "levels.schema.json": ("Mức độ do tỉnh quyết định", LEVELS),
}


def schema(title: str, shape: Shape) -> Schema:
    """One file's schema, JSON Schema draft 7."""
    return {"$schema": DRAFT, "title": title, **shape.schema()}


def write(folder: Path) -> None:
    """Writes every schema into `folder`. Raises OSError when it cannot."""
    for name, (title, shape) in SCHEMAS.items():
        (folder / name).write_text(written(title, shape), encoding="utf-8")


def written(title: str, shape: Shape) -> str:
    return json.dumps(schema(title, shape), ensure_ascii=False, indent=1) + "\n"


def main(words: list[str] | None = None) -> int:
    """Shows the guide's schema, or writes all of them. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.catalogue.json_schema")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write all of them here")
    folder: Path | None = parser.parse_args(words).write
    if folder is None:
        sys.stdout.write(written(*SCHEMAS["guide.schema.json"]))
        return 0
    try:
        write(folder)
    except OSError as error:
        sys.stderr.write(f"{folder}: {(error.strerror or 'cannot be written').lower()}.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
