"""When somebody who has agreed to it is asked what became of it, and when they are forgotten. Pure."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MONTHS = (3, 6, 12)
"""After the consent."""
MOST_UNANSWERED = 2
UNCONFIRMED_DAYS = 7
"""So long an address waits for its owner to say yes."""
PATIENCE = timedelta(days=31)
"""After the last question, and after the second that stays unanswered, until name and address go."""


def months_later(day: date, months: int) -> date:
    """
    Return the same day some months later, the last day of the month where it has no such day.

    >>> months_later(date(2026, 11, 30), 3), months_later(date(2026, 11, 30), 12)
    (datetime.date(2027, 2, 28), datetime.date(2027, 11, 30))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def ask_on(consented_on: date, asked: int) -> date | None:
    """Return when the next question is due after ``asked`` of them; None after the last."""
    return months_later(consented_on, MONTHS[asked]) if asked < len(MONTHS) else None


def ends_on(consented_on: date) -> date:
    """Return when name and address go at the latest."""
    return months_later(consented_on, MONTHS[-1]) + PATIENCE


def is_forgotten(*, unanswered: int, last_asked: date | None, ends_on: date | None, today: date) -> bool:
    """Say whether name and address go today: two questions unanswered for a month, or its end has come."""
    if ends_on is not None and today >= ends_on:
        return True
    return unanswered >= MOST_UNANSWERED and last_asked is not None and today >= last_asked + PATIENCE
