"""Makes one event of the mentions of one day, unless their times say that they are two."""

from __future__ import annotations

from skaala.announcement.events.occasion import Occasion


def merge_occasions(occasions: list[Occasion]) -> list[Occasion]:
    """Return the events in the order of their first mentions."""
    merged: list[Occasion] = []
    for occasion in occasions:
        twin = next((other for other in merged if _is_same_event(other, occasion)), None)
        if twin is None:
            merged.append(occasion)
        else:
            _absorb(twin, occasion)
    return merged


def _is_same_event(first: Occasion, second: Occasion) -> bool:
    if first.day is None or second.day is None:
        return first.day is second.day and first.mention.first == second.mention.first
    if first.last_day and first.day <= second.day <= first.last_day:
        return not second.time or second.day in (first.day, first.last_day) or not second.last_day
    return first.day == second.day and _times_agree(first, second)


def _times_agree(first: Occasion, second: Occasion) -> bool:
    """Return whether one of the two has no time, both have the same, or the second lies within the first."""
    if first.time is None or second.time is None or first.time.start == second.time.start:
        return True
    end = first.time.end or first.time.start
    second_end = second.time.end or second.time.start
    return first.time.start <= second.time.start and second_end <= end


def _absorb(event: Occasion, mention: Occasion) -> None:
    """Add to an event what another mention of it says of its days and times."""
    event.anchors.extend(mention.anchors)
    if mention.last_day and not event.last_day and mention.day == event.day:
        event.last_day = mention.last_day
    if event.last_day and mention.day == event.last_day and mention.day != event.day:
        event.end_time = event.end_time or mention.end_time or mention.time
    elif event.time is None:
        event.time = mention.time
        event.end_time = event.end_time or mention.end_time
    elif event.needs_end:
        event.end_time = mention.end_time
