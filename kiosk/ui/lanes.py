"""The one door off the GUI thread: named lanes of one worker each.

Work runs in its lane's order; its answer comes back on the GUI thread by a queued signal.
The executors are a constructor argument, so that tests run work by hand and never sleep.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

ResultT = TypeVar("ResultT")

LANES = ("portal", "store", "printer", "catalogue", "scanner")


class Lane(Protocol):
    def submit(self, work: Callable[[], Any], /) -> Future[Any]: ...


@dataclass(frozen=True, slots=True)
class _Delivery:
    future: Future[Any]
    then: Callable[[Any], None]


class Lanes(QObject):
    """Runs work in named lanes. `failed` gets what nobody expected, on the GUI thread."""

    _delivered = Signal(object)

    def __init__(
        self, executors: Mapping[str, Lane], failed: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self._executors = executors
        self._failed = failed
        self._closed = False
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, lane: str, work: Callable[[], ResultT], then: Callable[[ResultT], None]) -> None:
        """Runs `work` in `lane`; `then` gets its answer on the GUI thread."""
        if self._closed:
            return
        future = self._executors[lane].submit(work)
        future.add_done_callback(lambda done: self._delivered.emit(_Delivery(done, then)))

    def close(self) -> None:
        """Takes no more work, drops what waits, lets what runs come to its end."""
        self._closed = True
        for executor in self._executors.values():
            if isinstance(executor, Executor):
                executor.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, delivery: _Delivery) -> None:
        if self._closed or delivery.future.cancelled():
            return
        error = delivery.future.exception()
        if error is not None:
            self._failed(error)
        else:
            delivery.then(delivery.future.result())


def threads() -> dict[str, Lane]:
    """One thread for each lane: order is kept, and a connection stays in its home thread."""
    return {
        name: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"lane-{name}") for name in LANES
    }
