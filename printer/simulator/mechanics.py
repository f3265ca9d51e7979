"""The paper's own time: rows that were understood are not on paper until the motor has moved."""

from __future__ import annotations

import time

_AHEAD_ROWS = 128
"""How many rows a printer understands before it has printed them."""


class Motor:
    """Moves `mm_per_second`; 0 moves everything at once. Time is time.monotonic seconds."""

    def __init__(self, mm_per_second: float, dots_per_inch: int) -> None:
        self._rows_per_second = mm_per_second / 25.4 * dots_per_inch
        self._until = 0.0

    def move(self, rows: int) -> None:
        if self._rows_per_second:
            self._until = max(self._until, time.monotonic()) + rows / self._rows_per_second

    @property
    def rows_left(self) -> int:
        """Rows that were fed and have not moved yet."""
        left = self._until - time.monotonic()
        return int(left * self._rows_per_second) if left > 0 else 0

    @property
    def moving(self) -> bool:
        return time.monotonic() < self._until

    @property
    def far_behind(self) -> bool:
        """Whether the printer understands nothing more until the paper has followed."""
        return self.rows_left > _AHEAD_ROWS

    def stop(self) -> int:
        """Power is gone: the rows that never came onto the paper."""
        lost, self._until = self.rows_left, 0.0
        return lost
