"""When an account that nobody uses is written to, and closed. Pure: the time is an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

UNUSED_FOR = timedelta(days=365)
NOTICE = timedelta(days=30)
"""From the first email to the closing."""
LAST_NOTICE = timedelta(days=7)
"""From the second email to the closing, at least."""


class Step(StrEnum):
    """What is due for an account."""

    NOTHING = "nothing"
    FORGET_NOTICES = "forget_notices"
    FIRST_EMAIL = "first_email"
    SECOND_EMAIL = "second_email"
    CLOSE = "close"


@dataclass(frozen=True)
class Notices:
    """What an account has been sent since it was last used."""

    first_at: datetime | None = None
    second_at: datetime | None = None
    closes_at: datetime | None = None


def step_due(*, used_at: datetime, notices: Notices, now: datetime) -> Step:
    """Return what is due; an account is never closed sooner than a week after the second email."""
    first_at, closes_at = notices.first_at, notices.closes_at
    if used_at > now - UNUSED_FOR or (first_at and used_at > first_at):
        return Step.FORGET_NOTICES if first_at else Step.NOTHING
    if first_at is None or closes_at is None:
        return Step.FIRST_EMAIL
    if notices.second_at is None:
        return Step.SECOND_EMAIL if now >= closes_at - LAST_NOTICE else Step.NOTHING
    return Step.CLOSE if now >= closes_at else Step.NOTHING
