"""Adding and changing events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from skaala.places.models import Venue
from skaala.series import rules
from skaala.series.models import Event, ProgrammeItem, Series

# What a calendar must be told about: a change of any of these raises the event's SEQUENCE (RFC 5545, 3.8.7.4).
SEEN_IN_CALENDARS = ("start", "end", "mode", "venue_id", "title")


class InvalidEvent(Exception):
    """The event's details do not hold together; ``problems`` says why, each a :class:`rules.Problem`."""

    def __init__(self, problems: list[rules.Problem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def save_event(
    *, event: Event, now: datetime, may_be_past: bool = False, new_venue: Venue | None = None
) -> Event:
    """
    Save a new or changed event, raising its calendar sequence when time, place, mode or title changed.

    Its programme moves along when the start does.

    :param may_be_past: true for a series that is entered after the fact
    :param new_venue: a venue to be made on the spot for this event
    :raises InvalidEvent: with all problems found; nothing is saved
    """
    # Events of one series are saved one after the other, so that a number cannot be taken twice in between.
    # The weaker lock lets those who are registering meanwhile finish; they hold seats that others may wait for.
    Series.objects.select_for_update(no_key=True).get(pk=event.series_id)
    before = Event.objects.filter(pk=event.pk).first() if event.pk else None
    problems = _problems_of(
        event, before, now=now, may_be_past=may_be_past, has_new_venue=new_venue is not None
    )
    if problems:
        raise InvalidEvent(problems)
    if new_venue is not None:
        new_venue.tenant_id = event.series.tenant_id
        new_venue.save()
        event.venue = new_venue
    # How many may come is changed together with the seats, in the room above; a form left open must not bring it back.
    event.capacity_online = before.capacity_online if before else None
    event.capacity_onsite = before.capacity_onsite if before else None
    if before is None:
        event.save()
        return event
    if any(getattr(before, name) != getattr(event, name) for name in SEEN_IN_CALENDARS):
        event.sequence = before.sequence + 1
    is_moved = before.start != event.start
    if is_moved:
        event.rescheduled_from = _announced_start(before, event, now=now)
    event.save()
    if is_moved:
        _move_programme(event, by=_on_the_clock(event, event.start) - _on_the_clock(event, before.start))
    return event


def _problems_of(
    event: Event, before: Event | None, *, now: datetime, may_be_past: bool, has_new_venue: bool
) -> list[rules.Problem]:
    """Return what does not hold together in the event itself, or beside the others of its series."""
    start_changed = before is None or before.start != event.start
    problems = rules.problems_of(event, now=now, start_changed=start_changed and not may_be_past)
    others = Event.objects.filter(series_id=event.series_id).exclude(pk=event.pk)
    if event.number is not None and others.filter(kind=event.kind, number=event.number).exists():
        problems.append(rules.Problem.NUMBER_TAKEN)
    if event.slug in rules.RESERVED_FOR_PAGES or others.filter(slug=event.slug).exists():
        problems.append(rules.Problem.ADDRESS_TAKEN)
    if event.offers_onsite and event.venue_id is None and not has_new_venue:
        problems.append(rules.Problem.VENUE_MISSING)
    return problems


def _announced_start(before: Event, event: Event, *, now: datetime) -> datetime | None:
    """Return when readers were told the event would start; None if they have not been told, or it is that again."""
    if not rules.is_public(event.series.status, event.series.publish_at, now=now):
        return None
    announced = before.rescheduled_from or before.start
    return None if announced == event.start else announced


def _on_the_clock(event: Event, instant: datetime) -> datetime:
    return instant.astimezone(event.zone).replace(tzinfo=None)


def _move_programme(event: Event, *, by: timedelta) -> None:
    """Move the programme by what the clocks differ, so that 13.15 stays 13.15 when only the day changes."""

    def moved(instant: datetime) -> datetime:
        return (_on_the_clock(event, instant) + by).replace(tzinfo=event.zone)

    # Read anew: what a page has read along may have been moved already, in a change that was taken back.
    items = list(ProgrammeItem.objects.filter(event=event))
    for item in items:
        item.start = moved(item.start)
        item.end = moved(item.end) if item.end else None
    ProgrammeItem.objects.bulk_update(items, ["start", "end"])


@transaction.atomic
def save_programme(*, event: Event, items: Sequence[ProgrammeItem], is_pending: bool) -> None:
    """Put ``items`` in place of the event's programme, and note whether it is still to be specified."""
    event.programme.all().delete()
    for item in items:
        item.pk, item.event = None, event
    ProgrammeItem.objects.bulk_create(items)
    event.programme_pending = is_pending
    event.save(update_fields=["programme_pending", "updated_at"])


def change_join_link(*, event: Event, join_url: str) -> None:
    """Put a new link behind the redirect that emails and calendar files carry; it holds at once for everyone."""
    Event.objects.filter(pk=event.pk).update(join_url=join_url)
    event.join_url = join_url
