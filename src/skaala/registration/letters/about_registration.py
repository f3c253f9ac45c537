"""The letters that answer what somebody does: registering, changing, cancelling, moving up, asking for the link."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.mail.compose import Composed, NothingToSay, Overtaken, composes
from skaala.mail.models import Letter
from skaala.registration import links, queries
from skaala.registration.letters.frame import correspondence_of, is_unsent, standing_of, write
from skaala.registration.letters.items import standing_events


@composes("registration.confirmation")
def confirmation(letter: Letter) -> Composed:
    """Say what the person has registered for, with calendar file and personal link."""
    registration = standing_of(letter).registration
    subject = _("Your registration: %(title)s") % {"title": registration.series.title}
    way_in = queries.way_in_of(registration)
    # Whom somebody else registered has seen neither the form nor its notice.
    has_seen_form = way_in is None or way_in.way == way_in.Way.INVITED
    return write(
        registration,
        "confirmation",
        subject,
        events=standing_events(registration),
        way=way_in.way if way_in else "",
        brought_by=way_in.brought_by_name if way_in else "",
        unanswered=[] if has_seen_form else queries.unanswered_by(registration),
        privacy_url="" if has_seen_form else links.privacy_url(registration),
    )


@composes("registration.changed")
def changed(letter: Letter) -> Composed:
    """Say how the registration stands after a change, and take dropped events out of the calendar."""
    registration = standing_of(letter).registration
    subject = _("Your changed registration: %(title)s") % {"title": registration.series.title}
    events = standing_events(registration)
    dropped = queries.dropped_attendances(registration)
    # Given up, and come back to wait for: what her calendar holds does not hold any more.
    dropped += [
        item.attendance
        for item in events
        if item.is_in_calendars and not item.has_place and not item.is_cancelled
    ]
    return write(registration, "changed", subject, events=events, dropped=dropped)


@composes("registration.cancelled")
def cancelled(letter: Letter) -> Composed:
    """Say that the registration has been cancelled, and take its events out of the calendar."""
    registration = correspondence_of(letter).registration
    subject = _("Registration cancelled: %(title)s") % {"title": registration.series.title}
    dropped = queries.dropped_attendances(registration)
    return write(registration, "cancelled", subject, events=(), dropped=dropped)


@composes("registration.link")
def link(letter: Letter) -> Composed:
    """Send the personal link again."""
    registration = standing_of(letter).registration
    subject = _("Link to your registration: %(title)s") % {"title": registration.series.title}
    return write(registration, "link", subject, events=standing_events(registration))


@composes("registration.promoted")
def promoted(letter: Letter) -> Composed:
    """Say that a seat has become free and is hers; not if she has given it up or the event has gone since."""
    correspondence = correspondence_of(letter)
    registration, event = correspondence.registration, correspondence.event
    if event is None:
        raise NothingToSay
    mine = [
        item
        for item in standing_events(registration)
        if item.attendance.event_id == event.pk and item.has_place
    ]
    if not mine or (is_unsent(letter) and event.end <= timezone.now()):
        raise Overtaken
    subject = _("You have a place: %(event)s") % {"event": mine[0].heading}
    return write(registration, "promoted", subject, events=mine)
