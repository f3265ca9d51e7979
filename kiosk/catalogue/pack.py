"""A content pack: guides and procedures in one file, each part with its hash.

A gzipped tar whose first member is ``manifest.json``:
``{"format": 1, "version", "made", "files": {name: sha256}}``. The version ends with the beginning
of the hash over all of it, so that the same version is the same content.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import tarfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.disk import write_whole
from kiosk.domain.procedure import Procedure

FORMAT = 1
MANIFEST = "manifest.json"
PROCEDURES = "procedures.jsonl"
PART = re.compile(rf"guides/(?:[a-z0-9-]+/)?[a-z0-9.-]+\.(?:toml|json)|{re.escape(PROCEDURES)}")
VERSION = re.compile(r"[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9a-f]{8}")
MOST_BYTES = 64 << 20


class PackError(Exception):
    """The file cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What a file holds, every hash compared. `parts` are contents by name."""

    version: str
    made: date
    parts: Mapping[str, bytes]


def make_pack(folder: Path, procedures: Iterable[Procedure], made: date) -> Pack:
    """The guides of `folder` and `procedures` as a pack. Raises OSError."""
    parts = {
        f"guides/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix in (".toml", ".json")
    }
    rows = [
        {"code": row.code, "name": row.name, "field": row.field, "url": row.url}
        for row in procedures
    ]
    parts[PROCEDURES] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    strange = next((name for name in parts if not PART.fullmatch(name)), "")
    if strange:
        raise PackError(f"{strange}: give it a name of small letters, digits and hyphens")
    return Pack(_version(made, _hashes(parts)), made, parts)


def write_pack(pack: Pack, file: Path) -> None:
    """Writes `pack` whole or not at all; the same pack is the same bytes. Raises OSError."""
    manifest = {
        "format": FORMAT,
        "version": pack.version,
        "made": pack.made.isoformat(),
        "files": _hashes(pack.parts),
    }
    buffer = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as tar,
    ):
        said = json.dumps(manifest, indent=1, sort_keys=True).encode()
        for name, content in {MANIFEST: said, **pack.parts}.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    write_whole(file, buffer.getvalue())


def read_pack(file: Path) -> Pack:
    """The pack in `file`, nothing of it unpacked to the disk. Raises PackError."""
    try:
        parts = _members(file)
    except (gzip.BadGzipFile, zlib.error, tarfile.TarError, EOFError, ValueError):
        raise PackError(f"{file} is no content pack, or only a part of one") from None
    except OSError as cause:
        raise PackError(f"{file} cannot be read: {cause.strerror}") from None
    try:
        manifest = json.loads(parts.pop(MANIFEST, b""))
        told, made = dict(manifest["files"]), date.fromisoformat(manifest["made"])
        version, written = str(manifest["version"]), int(manifest["format"])
    except (ValueError, TypeError, KeyError):
        raise PackError(f"{file} has no manifest that can be read") from None
    if written > FORMAT:
        raise PackError(f"{file} was made for a newer program; update the program first")
    if _hashes(parts) != told or not VERSION.fullmatch(version) or version != _version(made, told):
        raise PackError(f"{file} is damaged or was changed: its hashes do not fit; copy it again")
    return Pack(version, made, parts)


def _members(file: Path) -> dict[str, bytes]:
    with gzip.open(file) as zipped:
        whole = zipped.read(MOST_BYTES + 1)
    if len(whole) > MOST_BYTES:
        raise ValueError("too large")
    parts: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(whole), mode="r:") as tar:
        for member in tar:
            good = member.name == MANIFEST or PART.fullmatch(member.name)
            if not good or not member.isreg() or member.name in parts:
                raise ValueError(member.name)
            stream = tar.extractfile(member)
            parts[member.name] = stream.read() if stream else b""
    return parts


def _hashes(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}


def _version(made: date, hashes: Mapping[str, str]) -> str:
    whole = json.dumps(hashes, sort_keys=True).encode()
    return f"{made:%Y.%m.%d}-{hashlib.sha256(whole).hexdigest()[:8]}"
