"""Writing a file so that a power cut leaves the old one or the new one, never half of either."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READABLE_BY_GROUP = 0o640


def write_whole(path: Path, data: bytes, mode: int = READABLE_BY_GROUP) -> None:
    """Swap `data` in for the file at `path`, which may not be there yet. Raises OSError.

    Only one writer at a time: hold `alone` where there may be several. What a killed writer
    leaves is ``.NAME.new``, which the next one overwrites. A file that is there keeps its mode
    and its owner; a new one belongs to whom its folder belongs, so that what root writes can be
    read by the kiosk.
    """
    make_folder(path.parent)
    like, kept = (path, True) if path.exists() else (path.parent, False)
    owner = like.stat()
    fresh = path.with_name(f".{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.write(data)
        os.fchmod(descriptor, owner.st_mode & 0o777 if kept else mode)
        if os.geteuid() == 0:
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    fresh.replace(path)
    keep_names(path.parent)


def make_folder(folder: Path) -> None:
    """Make `folder` and what lacks above it, for whom the nearest one there belongs to."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    folder.mkdir(parents=True, exist_ok=True)
    while folder != there:
        _give(folder, there)
        folder = folder.parent


def _give(path: Path, like: Path) -> None:
    """Let `path` belong to whom `like` belongs to; only root can, and only root needs to."""
    if os.geteuid() == 0:
        owner = like.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


def keep_names(folder: Path) -> None:
    """Put on disk which names `folder` holds: a rename is only safe after that."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process holds `folder`, then hold it. Ends with the process."""
    make_folder(folder)
    lock = folder / ".lock"
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o660)
    _give(lock, folder)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
