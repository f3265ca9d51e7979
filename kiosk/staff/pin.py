"""The staff PIN: never a default, kept only as a scrypt hash; its lock outlives restarts."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from pathlib import Path

from kiosk import log
from kiosk.disk import write_whole

SHORTEST, LONGEST = 6, 12
FREE_TRIES = 3
FIRST_LOCK_S, LONGEST_LOCK_S = 30, 3600
_N, _R, _P = 2**14, 8, 1
_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Right:
    pass


@dataclass(frozen=True, slots=True)
class Wrong:
    """`left` more tries before the lock."""

    left: int


@dataclass(frozen=True, slots=True)
class Locked:
    """No PIN is looked at for so many more seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class NotSet:
    """Nobody has chosen a PIN yet, so that none opens."""


PinAnswer = Right | Wrong | Locked | NotSet


class Pins:
    """The PIN kept in `folder`. `now` must be aware.

    Wrong tries are counted on disk before the PIN is looked at, so that pulling the plug wins
    none back; where the disk cannot be written they are counted in memory.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._pin = folder / "pin.json"
        self._tries = folder / "tries.json"
        self._now = now
        self._in_memory = 0

    def is_set(self) -> bool:
        return self._read() is not None

    def choose(self, pin: str) -> None:
        """Keep a new PIN and forget the tries. Raises ValueError with what is wrong with it."""
        if reason := weakness(pin):
            raise ValueError(reason)
        salt = secrets.token_bytes(16)
        kept = {"salt": salt.hex(), "hash": _hash(pin, salt).hex()}
        write_whole(self._pin, json.dumps(kept).encode(), _OWNER_ONLY)
        self._count(0)
        log.event("staff.pin_chosen")

    def check(self, pin: str) -> PinAnswer:
        """Whether `pin` opens. A try while locked is not counted."""
        kept = self._read()
        if kept is None:
            return NotSet()
        failures, until = self._failures()
        if (left := self._left(until)) > 0:
            return Locked(left)
        self._count(failures + 1)
        salt, wanted = kept
        if hmac.compare_digest(_hash(pin, salt), wanted):
            self._count(0)
            return Right()
        log.event("staff.pin_wrong", failures=failures + 1)
        lock = _lock_after(failures + 1)
        return Locked(lock) if lock else Wrong(FREE_TRIES - failures - 1)

    def _left(self, until: datetime | None) -> int:
        """A clock put back locks for no longer than the longest lock."""
        if until is None:
            return 0
        return min(ceil((until - self._now()).total_seconds()), LONGEST_LOCK_S)

    def _read(self) -> tuple[bytes, bytes] | None:
        try:
            kept = json.loads(self._pin.read_text(encoding="ascii"))
            return bytes.fromhex(kept["salt"]), bytes.fromhex(kept["hash"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.event("staff.pin_unreadable", kind=type(error).__name__)
            return None

    def _failures(self) -> tuple[int, datetime | None]:
        """How often it was wrong in a row; a record that cannot be read counts as a lock."""
        try:
            kept = json.loads(self._tries.read_text(encoding="ascii"))
            failures = max(int(kept["failures"]), self._in_memory)
            until = datetime.fromisoformat(kept["until"]) if kept["until"] else None
        except FileNotFoundError:
            return self._in_memory, None
        except (OSError, ValueError, KeyError, TypeError):
            return FREE_TRIES, None
        return failures, until

    def _count(self, failures: int) -> None:
        self._in_memory = failures
        lock = _lock_after(failures)
        until = self._now() + timedelta(seconds=lock) if lock else None
        kept = {"failures": failures, "until": until.isoformat() if until else ""}
        try:
            write_whole(self._tries, json.dumps(kept).encode(), _OWNER_ONLY)
        except OSError as error:
            log.event("staff.tries_not_kept", kind=type(error).__name__)


def weakness(pin: str) -> str:
    """Why `pin` is not taken, as the name of a text; empty when it is good."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        return "length"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return "guessable" if len(steps) == 1 or len(set(pin)) < 3 else ""


def _lock_after(failures: int) -> int:
    """Seconds: 30 after the third wrong try, then twice as long each time, an hour at most."""
    if failures < FREE_TRIES:
        return 0
    return int(min(FIRST_LOCK_S * 2 ** min(failures - FREE_TRIES, 20), LONGEST_LOCK_S))


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)
