"""Who counts as having come, when joining online counts, and how long a helper's link opens. ``now`` is handed in."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

JOINING_COUNTS = timedelta(minutes=30)
"""How long before the start and after the end of an event following its join link counts as coming online."""

STILL_SENT = timedelta(hours=2)
"""How long after the event a helper's link that ends with it still takes what waited in a phone without network."""

SAME_MOMENT = timedelta(seconds=30)
"""How exactly it is known when a mark was made: by how long it waited in a phone, plus the time it was on its way."""


class Presence(StrEnum):
    """Whether somebody with a place came."""

    CAME = "came"
    MISSED = "missed"
    UNKNOWN = "unknown"


def presence(*, has_arrived: bool, end: datetime, was_taken: bool, now: datetime) -> Presence:
    """
    Say whether somebody with a place came.

    :param was_taken: somebody's coming the same way has been noted; where nobody's has, nothing is known of the others
    """
    if has_arrived:
        return Presence.CAME
    return Presence.MISSED if was_taken and now >= end else Presence.UNKNOWN


def joining_counts(start: datetime, end: datetime, *, now: datetime) -> bool:
    """Say whether following the join link at ``now`` counts as having come."""
    return start - JOINING_COUNTS <= now <= end + JOINING_COUNTS


def helper_link_opens(
    *, revoked_at: datetime | None, ends_with_event: bool, end: datetime, now: datetime
) -> bool:
    """Say whether a helper's link opens: until it is ended by hand, or by itself a while after the event."""
    return revoked_at is None and not (ends_with_event and now > end + STILL_SENT)
