"""How long a contact of an action is kept, and when they are asked whether all is still so."""

from __future__ import annotations

from datetime import date, timedelta

ASK_EVERY = timedelta(days=182)
PATIENCE = timedelta(days=31)
"""After the second email that stays unanswered, until name and address go."""
KEPT_AFTER_ANSWER = 2 * ASK_EVERY + 2 * PATIENCE
MOST_UNANSWERED = 2


def ask_next(today: date) -> date:
    """Return when a contact who has agreed, or answered, today is asked again."""
    return today + ASK_EVERY


def keep_until(today: date) -> date:
    """Return until when a contact is kept who has agreed, or answered, today, if nothing is heard of them."""
    return today + KEPT_AFTER_ANSWER
