"""What all emails of this room have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django.template.loader import render_to_string

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded
from skaala.people.queries import sender_of
from skaala.registration import links, queries, rules
from skaala.registration.models import Attendance, Registration, RegistrationEmail
from skaala.registration.presenters.attended_events import AttendedEvent
from skaala.registration.presenters.calendars import files_to_add, files_to_remove, invitation_among
from skaala.registration.renderers import qr_code
from skaala.series.models import Series
from skaala.series.queries.cached_series import series_since, version_number
from skaala.ui.reading import Reading


def registration_email_of(email: Email) -> RegistrationEmail:
    """
    Return whom and what an email is about.

    :raises Obsolete: if that is gone
    """
    registration_email: Any = next(iter(_about(email=email.pk)), None)
    if registration_email is None:
        raise Obsolete
    registration = registration_email.registration
    series = series_since(registration.series_id, registration_email.public_version)
    if series is None:  # removed this moment
        raise Obsolete
    registration.series = series
    if registration_email.event_id is not None:
        registration_email.event = queries.events_at_hand(series)[registration_email.event_id]
    # One language from greeting to links, also where they have chosen another since the email was queued.
    registration.language = email.language
    return cast(RegistrationEmail, registration_email)


_about = Reading(
    lambda email: (
        RegistrationEmail.objects.select_related("registration__source")
        .annotate(public_version=version_number())
        .filter(email=email)
    ),
    email=UUID(int=1),
)


def is_unsent(email: Email) -> bool:
    """Say whether an email has yet to go; one that has gone is only looked at once more."""
    return email.sent_at is None


def active_registration_email(email: Email) -> RegistrationEmail:
    """
    Return whom and what an email is about that is for those who come.

    :raises Obsolete: if that is gone
    :raises Superseded: if they have cancelled before it went; the email about that says all
    """
    registration_email = registration_email_of(email)
    if is_unsent(email) and registration_email.registration.cancelled_at is not None:
        raise Superseded
    return registration_email


def refuse_unwanted(email: Email, registration: Registration) -> None:
    """
    Let no message go to somebody who has said since that they want none.

    :raises Superseded: if they have
    """
    if is_unsent(email) and registration.no_messages_since is not None:
        raise Superseded


def write(
    registration: Registration,
    name: str,
    subject: str,
    *,
    events: Sequence[AttendedEvent],
    dropped: Sequence[Attendance] = (),
    with_calendar: bool = True,
    heading: str = "",
    action_url: str = "",
    is_message: bool = False,
    **words: object,
) -> RenderedEmail:
    """
    Write the email ``name`` about these events.

    :param events: told of in the email; each at which they have a place comes as a calendar file
    :param heading: what the email says in a few words, at its top; the subject if empty
    :param action_url: what its one button opens; the personal page if empty
    :param is_message: the organiser writes to many, and one can say that one wants no such messages
    :param dropped: each of these has a file that takes it out of their calendar
    """
    series = registration.series
    names_reader = queries.is_confirmed(registration)
    in_calendar = [item for item in events if item.has_place] if with_calendar else []
    context = {
        "registration": registration,
        "series": series,
        "events": events,
        "in_calendar": len(in_calendar),
        "dropped_from_calendar": len(dropped),
        "personal_url": links.personal_url(registration),
        "name": registration.name if names_reader and not rules.holds_link(registration.name) else "",
        "subject": subject,
        "heading": heading,
        "sender_name": sender_name(series),
        "sender": (sender := sender_of(series.tenant)),
        "action_url": action_url,
        "messages_url": (messages_url := links.messages_url(registration) if is_message else ""),
        **words,
    }
    added, removed = files_to_add(registration, in_calendar), files_to_remove(registration, dropped)
    folder = "registration/emails"
    return RenderedEmail(
        subject=" ".join(subject.split()),
        text=sender.sign(without_gaps(render_to_string(f"{folder}/{name}.txt", context))),
        html=render_to_string(f"{folder}/{name}.html", context),
        attachments=[*added, *removed],
        invitation=invitation_among(added, removed),
        reply_to=series.contact_email,
        sender=sender,
        names_reader=names_reader,
        unsubscribe_url=messages_url,
        pictures={item.picture: qr_code.as_png(item.attendance) for item in events if item.code_url},
    )


def sender_name(series: Series) -> str:
    """Return who writes, for the top of an email: the organisation that answers for the series, and the series."""
    name = str(series.short_name or series.title)
    return f"{series.controller.name} – {name}" if series.controller else name


def without_gaps(text: str) -> str:
    """Leave one empty line where parts that say nothing have left several."""
    return re.sub(r"\n[ \t]*\n(?:[ \t]*\n)+", "\n\n", text.strip()) + "\n"
