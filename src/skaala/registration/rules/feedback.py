"""When feedback is asked for, and when its results may be seen. ``now`` is always handed in."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from skaala.insight.disclosure import is_publishable

LONGEST = 60
"""For how many days at most questions stay open."""

EMAIL_AFTER = timedelta(hours=1)
"""How long after the end of an event the email about its feedback goes out."""


class FeedbackState(StrEnum):
    """Where the feedback on an event stands."""

    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"
    EVENT_CANCELLED = "event_cancelled"


def closes_at(end: datetime, days: int) -> datetime:
    """Return when the questions about an event that ends at ``end`` close."""
    return end + timedelta(days=days)


def feedback_state(
    end: datetime, days: int, *, closed_at: datetime | None, is_cancelled: bool, now: datetime
) -> FeedbackState:
    """Return where the feedback on an event stands: open from its end on; once closed, it stays so."""
    if is_cancelled:
        return FeedbackState.EVENT_CANCELLED
    if closed_at is not None or now >= closes_at(end, days):
        return FeedbackState.CLOSED
    return FeedbackState.OPEN if now >= end else FeedbackState.NOT_YET


def may_be_seen(answers: int, *, closed_at: datetime | None) -> bool:
    """
    Say whether results may be seen: only once no further answer can come, and of enough people.

    While answers still come, who looks before and after one would see what that one says.
    """
    return closed_at is not None and is_publishable(answers)
