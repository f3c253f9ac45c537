"""The emails that answer what somebody does: registering, changing, cancelling, moving up, asking for the link."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.registration import links, queries
from skaala.registration.emails.frame import (
    active_registration_email,
    is_unsent,
    registration_email_of,
    write,
)
from skaala.registration.presenters.attended_events import active_events, offered_event, only_waits
from skaala.registration.rules import Choice


@composes("registration.confirmation", name=pgettext_lazy("letter", "Confirmation"))
def confirmation(email: Email) -> RenderedEmail:
    """Say what the person has registered for, with calendar file and personal link."""
    registration = active_registration_email(email).registration
    events = active_events(registration)
    waits = only_waits(events)
    words = _("On the waiting list: %(title)s") if waits else _("Your registration: %(title)s")
    subject = words % {"title": registration.series.title}
    source = queries.source_of(registration)
    # Whom somebody else registered has seen neither the form nor its notice.
    has_seen_form = source is None or source.kind == source.Kind.INVITED
    return write(
        registration,
        "confirmation",
        subject,
        heading=_("You are on the waiting list") if waits else _("You have registered"),
        events=events,
        only_waits=waits,
        source_kind=source.kind if source else "",
        brought_by=source.brought_by_name if source else "",
        unanswered=[] if has_seen_form else queries.unanswered_by(registration),
        privacy_url="" if has_seen_form else links.privacy_url(registration),
    )


@composes("registration.addition", name=pgettext_lazy("letter", "Events to add"))
def addition(email: Email) -> RenderedEmail:
    """Ask whether events are to be added that somebody asked for who had registered; not those that they come to by now."""
    registration_email = active_registration_email(email)
    registration = registration_email.registration
    asked = dict(registration_email.asked)
    active = {item.event_id for item in queries.active_attendances(registration)}
    events = [one for one in registration.series.events.all() if one.pk in asked and one.pk not in active]
    if not events:
        raise Superseded
    offered = [offered_event(registration, one, asked[one.pk]) for one in events]
    choices = [Choice(one.pk, asked[one.pk]) for one in events]
    return write(
        registration,
        "addition",
        _("Add to your registration? %(events)s") % {"events": ", ".join(one.heading for one in offered)},
        heading=_("Add to your registration?"),
        events=[],
        offered=offered,
        addition_url=(url := links.addition_url(registration, choices)),
        action_url=url,
    )


@composes("registration.changed", name=pgettext_lazy("letter", "Change"))
def changed(email: Email) -> RenderedEmail:
    """Say how the registration stands after a change, and take dropped events out of the calendar."""
    registration = active_registration_email(email).registration
    events = active_events(registration)
    waits = only_waits(events)
    words = (
        _("Changed, on the waiting list: %(title)s") if waits else _("Your changed registration: %(title)s")
    )
    subject = words % {"title": registration.series.title}
    dropped = queries.dropped_attendances(registration)
    # Given up, and come back to wait for: what their calendar holds does not hold any more.
    dropped += [
        item.attendance
        for item in events
        if item.is_in_calendars and not item.has_place and not item.is_cancelled
    ]
    return write(
        registration,
        "changed",
        subject,
        heading=_("Your registration has changed"),
        events=events,
        dropped=dropped,
        only_waits=waits,
    )


@composes("registration.restored", name=pgettext_lazy("letter", "Restored registration"))
def restored(email: Email) -> RenderedEmail:
    """Say that a cancelled registration holds again, and how it stands; what they need they must say again."""
    registration = active_registration_email(email).registration
    events = active_events(registration)
    subject = _("Your registration has been restored: %(title)s") % {"title": registration.series.title}
    return write(
        registration,
        "restored",
        subject,
        heading=_("Your registration has been restored"),
        events=events,
        only_waits=only_waits(events),
        unanswered=queries.unanswered_by(registration),
    )


@composes("registration.cancelled", name=pgettext_lazy("letter", "Cancellation"))
def cancelled(email: Email) -> RenderedEmail:
    """Say that the registration has been cancelled, and take its events out of the calendar."""
    registration = registration_email_of(email).registration
    subject = _("Registration cancelled: %(title)s") % {"title": registration.series.title}
    dropped = queries.dropped_attendances(registration)
    return write(
        registration, "cancelled", subject, heading=_("Registration cancelled"), events=(), dropped=dropped
    )


@composes("registration.link", name=pgettext_lazy("letter", "Personal link"))
def link(email: Email) -> RenderedEmail:
    """Send the personal link again."""
    registration = active_registration_email(email).registration
    subject = _("Link to your registration: %(title)s") % {"title": registration.series.title}
    events = active_events(registration)
    return write(
        registration,
        "link",
        subject,
        heading=_("Link to your registration"),
        events=events,
        only_waits=only_waits(events),
    )


@composes("registration.promoted", name=pgettext_lazy("letter", "Moved up from the waiting list"))
def promoted(email: Email) -> RenderedEmail:
    """Say that a seat has become free and is theirs; not if they have given it up or the event has gone since."""
    registration_email = registration_email_of(email)
    registration, event = registration_email.registration, registration_email.event
    if event is None:
        raise Obsolete
    mine = [
        item
        for item in active_events(registration)
        if item.attendance.event_id == event.pk and item.has_place
    ]
    if not mine or (is_unsent(email) and event.end <= timezone.now()):
        raise Superseded
    subject = _("You have a place: %(event)s") % {"event": mine[0].heading}
    return write(registration, "promoted", subject, heading=_("You have a place"), events=mine)


@composes("registration.address_corrected", name=pgettext_lazy("letter", "Corrected address"))
def address_corrected(email: Email) -> RenderedEmail:
    """Say to the old and to the new address that the organiser has corrected it; neither gets a link by this email."""
    registration = registration_email_of(email).registration
    subject = _("Your email address was corrected: %(title)s") % {"title": registration.series.title}
    return write(
        registration,
        "address_corrected",
        subject,
        heading=_("Your email address was corrected"),
        events=(),
        with_calendar=False,
    )


@composes("registration.address_changed", name=pgettext_lazy("letter", "Changed address"))
def address_changed(email: Email) -> RenderedEmail:
    """Say to the address of before that another one has been given by the personal link; it gets no link, and not the new address."""
    registration = registration_email_of(email).registration
    subject = _("Your email address was changed: %(title)s") % {"title": registration.series.title}
    return write(
        registration,
        "address_changed",
        subject,
        heading=_("Your email address was changed"),
        events=(),
        with_calendar=False,
    )
