"""The emails about one event: it has changed, it has been cancelled, it is near."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, composes
from skaala.registration import queries
from skaala.registration.emails.frame import is_unsent, registration_email_of, write
from skaala.registration.models import Mailing, RegistrationEmail
from skaala.registration.presenters.attended_events import AttendedEvent, active_events, homes_of
from skaala.registration.rules.notifications import Change
from skaala.series.models import Event
from skaala.ui import dates
from skaala.ui.texts import Texts


@composes("registration.event_changed", name=pgettext_lazy("letter", "Change of an event"))
def event_changed(email: Email) -> RenderedEmail:
    """Say what has changed, from what to what; the file attached moves the entry in the person's calendar."""
    registration_email, mailing = _mailing_of(email)
    item = _attended_event(registration_email)
    event = item.attendance.event
    if item.is_cancelled or (
        is_unsent(email) and (event.end <= timezone.now() or _has_changed_since(registration_email))
    ):
        raise Superseded
    registration = registration_email.registration
    held = _last_known_event(registration_email, mailing)
    was_moved = item.attendance.pk in held["moved"] and event.mode == item.attendance.mode
    return write(
        registration,
        "event_changed",
        _("Changed: %(event)s, %(when)s") % {"event": item.heading, "when": item.when},
        heading=_("The event has changed"),
        events=[item],
        before=_before(held, event, registration.language, homes_of(registration)),
        moved_to=item.attendance.mode if was_moved else "",
    )


@composes("registration.event_cancelled", name=pgettext_lazy("letter", "Cancellation of an event"))
def event_cancelled(email: Email) -> RenderedEmail:
    """Say that the event does not take place, and why; the file attached takes it out of the person's calendar."""
    registration_email, mailing = _mailing_of(email)
    item = _attended_event(registration_email)
    subject = _("Cancelled: %(event)s") % {"event": item.heading}
    return write(
        registration_email.registration,
        "event_cancelled",
        subject,
        heading=_("The event has been cancelled"),
        events=[],
        dropped=[item.attendance] if item.is_in_calendars else [],
        item=item,
        reason=mailing.body.for_reader(email.language),
    )


@composes("registration.event_resumed", name=pgettext_lazy("letter", "Event takes place after all"))
def event_resumed(email: Email) -> RenderedEmail:
    """Say that a cancelled event takes place after all; the file attached puts it back into the person's calendar."""
    registration_email, _mailing = _mailing_of(email)
    item = _attended_event(registration_email)
    if item.is_cancelled or (is_unsent(email) and item.attendance.event.end <= timezone.now()):
        raise Superseded
    return write(
        registration_email.registration,
        "event_resumed",
        _("Takes place after all: %(event)s, %(when)s") % {"event": item.heading, "when": item.when},
        heading=_("The event takes place after all"),
        events=[item],
    )


@composes("registration.reminder", name=pgettext_lazy("letter", "Reminder"))
def reminder(email: Email) -> RenderedEmail:
    """Say when and where, with the way in for who attends online; not if things have changed since it was due, or it is late."""
    registration_email, mailing = _mailing_of(email)
    item = _attended_event(registration_email)
    start = item.attendance.event.start
    if not item.has_place or start != mailing.about_start or (is_unsent(email) and start <= timezone.now()):
        raise Superseded
    subject = _("Reminder: %(event)s, %(when)s") % {"event": item.heading, "when": item.when}
    own = mailing.body.for_reader(email.language)
    return write(
        registration_email.registration,
        "reminder",
        subject,
        heading=_("Your event is coming up"),
        action_url=item.join_url,
        events=[item],
        with_calendar=False,
        own=own,
        unanswered=queries.unanswered_by(registration_email.registration),
    )


def _mailing_of(email: Email) -> tuple[RegistrationEmail, Mailing]:
    registration_email = registration_email_of(email)
    if registration_email.mailing is None:
        raise Obsolete
    return registration_email, registration_email.mailing


def _attended_event(registration_email: RegistrationEmail) -> AttendedEvent:
    """Return the event an email is about, as the person attends it; they may have given it up since."""
    for item in active_events(registration_email.registration):
        if item.attendance.event_id == registration_email.event_id:
            return item
    raise Superseded


def _notified_changes(registration_email: RegistrationEmail) -> QuerySet[RegistrationEmail]:
    """Return what was written to the same person about changes of the same event."""
    return RegistrationEmail.objects.filter(
        registration=registration_email.registration_id,
        event=registration_email.event_id,
        mailing__kind=Mailing.Kind.CHANGE,
    ).order_by("pk")


def _has_changed_since(registration_email: RegistrationEmail) -> bool:
    """Say whether a later email tells of another change."""
    return _notified_changes(registration_email).filter(pk__gt=registration_email.pk).exists()


def _last_known_event(registration_email: RegistrationEmail, mailing: Mailing) -> dict[str, Any]:
    """Return how the event was when they last heard of it: emails about changes before this one may not have reached them."""
    held: dict[str, Any] = dict(mailing.before)
    earlier = (
        _notified_changes(registration_email)
        .filter(pk__lt=registration_email.pk)
        .select_related("email", "mailing")
    )
    for one in earlier.reverse():
        if one.mailing is None or one.email.state == Email.State.SENT:
            break
        held = {
            **one.mailing.before,
            "changes": sorted({*held["changes"], *one.mailing.before["changes"]}),
            "moved": [*held["moved"], *one.mailing.before["moved"]],
        }
    return held


def _before(held: dict[str, Any], event: Event, language: str, homes: tuple[tzinfo, ...]) -> list[str]:
    """Return in words what held before, a line for each thing that has changed; what is again as it was needs none."""
    found = []
    start, end = datetime.fromisoformat(held["start"]), datetime.fromisoformat(held["end"])
    if Change.TIME in held["changes"] and (start, end) != (event.start, event.end):
        # In the zone in which it was told, which may have been another.
        there = held.get("zone") or event.zone
        when = dates.when(start, end, language, there, (*homes, event.zone))
        found.append(_("Earlier time: %(when)s") % {"when": when})
    place = Texts.from_dict(held["place"]).for_reader(language).text
    if Change.PLACE in held["changes"] and place and place != str(event.venue or ""):
        found.append(_("Earlier place: %(place)s") % {"place": place})
    if Change.MODE in held["changes"] and held["mode"] != event.mode:
        words = {"online": _("online"), "onsite": _("on site"), "hybrid": _("on site or online")}
        found.append(_("Earlier way of attending: %(way)s") % {"way": words[held["mode"]]})
    return found
