"""What the kiosk counts. Nothing here can say who, and no row is finer than a day."""

from __future__ import annotations

from enum import StrEnum


class Count(StrEnum):
    """Every name a counter may have; a closed list, so that no free text is ever counted."""

    VISIT_STARTED = "visit_started"
    VISIT_ENDED = "visit_ended"
    IDLE_ENDED = "idle_ended"
    GUIDED = "guided"
    EID_GUIDED = "eid_guided"
    GUIDE_FINISHED = "guide_finished"
    PHONE_SHOWN = "phone_shown"
    SEARCHED = "searched"
    SEARCHED_IN_VAIN = "searched_in_vain"
    LOOKED_UP = "looked_up"
    LOOKED_UP_OVERDUE = "looked_up_overdue"
    LOOKUP_FAILED = "lookup_failed"
    LOOKUP_HANDED_OVER = "lookup_handed_over"
    PRINTED = "printed"
    PRINT_UNCERTAIN = "print_uncertain"
    PRINT_FAILED = "print_failed"
    HELP_ASKED = "help_asked"
    MINUTE_IN_SERVICE = "minute_in_service"
    MINUTE_WITHOUT_PAPER = "minute_without_paper"
    RATED_1 = "rated_1"
    RATED_2 = "rated_2"
    RATED_3 = "rated_3"
    RATED_4 = "rated_4"
    RATED_5 = "rated_5"


RATINGS = (Count.RATED_1, Count.RATED_2, Count.RATED_3, Count.RATED_4, Count.RATED_5)
"""The counters of the five scores, score 1 first."""
