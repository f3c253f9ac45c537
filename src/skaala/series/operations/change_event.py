"""Adding and changing events."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.series import rules
from skaala.series.models import Event, Series

# What a calendar must be told about: a change of any of these raises the event's SEQUENCE (RFC 5545, 3.8.7.4).
SEEN_IN_CALENDARS = ("start", "end", "mode", "venue_id", "title")


class InvalidEvent(Exception):
    """The event's details do not hold together; ``problems`` says why, each a :class:`rules.Problem`."""

    def __init__(self, problems: list[rules.Problem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def save_event(*, event: Event, now: datetime, may_be_past: bool = False) -> Event:
    """
    Save a new or changed event, raising its calendar sequence when time, place, mode or title changed.

    :param may_be_past: true for a series that is entered after the fact
    :raises InvalidEvent: with all problems found; nothing is saved
    """
    # Events of one series are saved one after the other, so that a number cannot be taken twice in between.
    Series.objects.select_for_update().get(pk=event.series_id)
    before = Event.objects.filter(pk=event.pk).first() if event.pk else None
    start_changed = before is None or before.start != event.start
    problems = rules.problems_of(event, now=now, start_changed=start_changed and not may_be_past)
    others = Event.objects.filter(series_id=event.series_id).exclude(pk=event.pk)
    if event.number is not None and others.filter(kind=event.kind, number=event.number).exists():
        problems.append(rules.Problem.NUMBER_TAKEN)
    if others.filter(slug=event.slug).exists():
        problems.append(rules.Problem.ADDRESS_TAKEN)
    if event.offers_onsite and event.venue_id is None:
        problems.append(rules.Problem.VENUE_MISSING)
    if problems:
        raise InvalidEvent(problems)
    if before and any(getattr(before, name) != getattr(event, name) for name in SEEN_IN_CALENDARS):
        event.sequence = before.sequence + 1
    event.save()
    return event


def change_join_link(*, event: Event, join_url: str) -> None:
    """Put a new link behind the redirect that letters and calendar files carry; it holds at once for everyone."""
    Event.objects.filter(pk=event.pk).update(join_url=join_url)
    event.join_url = join_url
