"""Who counts as having come, when joining online counts, and how long a helper's link opens. ``now`` is handed in."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

JOINING_COUNTS = timedelta(minutes=30)
"""How long before the start and after the end of an event going on to its call counts as coming online."""

STILL_SENT = timedelta(hours=2)
"""How long after the event a helper's link that ends with it still takes what waited in a phone without network."""

HELPER_LINK_LASTS = timedelta(days=7)
"""How long after the event a helper's link opens that does not end with it."""

SAME_MOMENT = timedelta(seconds=30)
"""How exactly it is known when a mark was made: by how long it waited in a phone, plus the time it was on its way."""


LONGEST_WAIT = timedelta(days=1)
"""How long a mark may have waited in a phone without network; longer is not believed."""


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
    """Say whether going on to the call at ``now`` counts as having come."""
    return start - JOINING_COUNTS <= now <= end + JOINING_COUNTS


def helper_link_ends(*, ends_with_event: bool, end: datetime) -> datetime:
    """Return until when a helper's link opens unless it is ended before; none opens for ever."""
    return end + (STILL_SENT if ends_with_event else HELPER_LINK_LASTS)


def helper_link_opens(
    *, revoked_at: datetime | None, ends_with_event: bool, end: datetime, now: datetime
) -> bool:
    """Say whether a helper's link opens: until it is ended by hand, or automatically a while after the event."""
    return revoked_at is None and now <= helper_link_ends(ends_with_event=ends_with_event, end=end)


@dataclass(frozen=True)
class Mark:
    """What a form of the list asks for."""

    attendance_id: int
    has_come: bool
    mark_id: uuid.UUID
    waited: timedelta = timedelta()


def read_mark(sent: Mapping[str, str]) -> Mark | None:
    """
    Return what a form of the list asks for; None if it cannot be read.

    A page without JavaScript sends one id for all its buttons, so the id of the mark follows from it and the button.
    """
    action = "come" if "come" in sent else "undo"
    try:
        attendance_id, page_id = int(sent[action]), uuid.UUID(sent["mark"])
    except (KeyError, ValueError):
        return None
    if not 0 < attendance_id < 2**63:
        return None
    mark_id = uuid.uuid5(page_id, f"{action} {attendance_id}")
    return Mark(attendance_id, action == "come", mark_id, _waited(sent.get("waited", "")))


def _waited(seconds: str) -> timedelta:
    """Return how long a mark has waited in a phone without network; what cannot be believed is no time at all."""
    try:
        waited = timedelta(seconds=int(seconds))
    except (ValueError, OverflowError):
        return timedelta()
    return waited if timedelta() <= waited <= LONGEST_WAIT else timedelta()
