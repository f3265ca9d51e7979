"""A dossier as the kiosk knows it, whatever portal it came from.

Personal fields end at the portal's boundary: the only one here is `applicant`, already masked,
and it is None unless the person gave the look-up code printed on the receipt
(TT 01/2018/TT-VPCP art. 16(2)(d)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum


class Status(IntEnum):
    """The ten national dossier statuses, as the National Public Service Portal numbers them."""

    SUBMITTED = 1
    RECEIVED = 2
    NOT_ACCEPTED = 3
    PROCESSING = 4
    SUPPLEMENT_WANTED = 5
    PAYMENT_WANTED = 6
    WITHDRAWN = 7
    STOPPED = 8
    READY = 9
    RETURNED = 10


class Lock(Enum):
    """Whether the office has halted its own clock on the dossier."""

    NONE = ""
    PAUSE = "pause"
    LOCK = "lock"


class Channel(Enum):
    """How the dossier was filed: 1, 2 and 3 of the national list."""

    UNKNOWN = ""
    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"


class StepState(Enum):
    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the office's process. `at` is when it began or was done, None when unknown."""

    name: str
    state: StepState
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One normalised record. All times are aware, in Asia/Ho_Chi_Minh (UTC+7).

    `status` is None when the portal used a status nobody has mapped: show `status_text`.
    `extended_due` is set only when it is later than `due`. `filed` is the way it came in;
    `by_post` says that the result was ordered by public post (QĐ 45/2016/QĐ-TTg). `wanted` is
    the office's own sentence on what is missing or to be paid, and like `applicant` it is empty
    unless the person gave the look-up code.
    """

    code: str
    procedure_code: str
    procedure_name: str
    agency: str
    status: Status | None
    status_text: str
    fetched_at: datetime
    received: datetime | None = None
    due: datetime | None = None
    extended_due: datetime | None = None
    finished: datetime | None = None
    returned: datetime | None = None
    lock: Lock = Lock.NONE
    filed: Channel = Channel.UNKNOWN
    by_post: bool = False
    wanted: str = ""
    steps: tuple[Step, ...] = ()
    applicant: str | None = None

    @property
    def deadline(self) -> datetime | None:
        """The date that counts now: the extended one where there is one."""
        return self.extended_due or self.due

    @property
    def needs_action(self) -> bool:
        """Whether the next move is the citizen's: supplement or payment."""
        return self.status in (Status.SUPPLEMENT_WANTED, Status.PAYMENT_WANTED)
