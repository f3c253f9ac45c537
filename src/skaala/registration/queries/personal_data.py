"""Reading what is held of people, and what stays when they have been forgotten."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Prefetch

from skaala.mail.models import Email
from skaala.registration import rules
from skaala.registration.models import (
    Answer,
    Attendance,
    AttendeeFile,
    HelperLink,
    Invitation,
    KeptCount,
    Mailing,
    Registration,
)
from skaala.registration.queries.feedback import words_held
from skaala.series.models import Event, Series


def kept_counts(series: Series) -> list[tuple[Event, dict[str, dict[str, int]]]]:
    """Return, for each event of ``series`` of which counts were kept, people by measure and key."""
    found: dict[int, dict[str, dict[str, int]]] = {}
    for row in KeptCount.objects.filter(event__series=series):
        found.setdefault(row.event_id, {}).setdefault(row.measure, {})[row.key] = row.people
    return [(event, found[event.pk]) for event in series.events.all() if event.pk in found]


def people_forgotten(series: Series) -> bool:
    """Say whether there were people and none is known any more: then nobody can be said to be missing."""
    return KeptCount.objects.filter(event__series=series, event__series__registrations=None).exists()


def personal_data_held(series: Series) -> dict[str, int]:
    """Return how many rows with personal data there are of ``series``, by kind."""
    from_the_day = {
        "feedback_words": words_held(series),
        "helper_links": HelperLink.objects.filter(event__series=series).count(),
        "tables": AttendeeFile.objects.filter(series=series).count(),
        "notes_on_invitations": Invitation.objects.filter(series=series).exclude(note="").count(),
    }
    return {
        "registrations": Registration.objects.filter(series=series).count(),
        "emails": Email.objects.filter(registration_email__registration__series=series).count(),
        "mailings": Mailing.objects.filter(series=series).count(),
        **{kind: count for kind, count in from_the_day.items() if count},
    }


def names_of_people(series: Series) -> tuple[list[str], list[str]]:
    """Return the names and the e-mail addresses of all who have registered for ``series`` and are still known."""
    rows = list(Registration.objects.filter(series=series).values_list("name", "email"))
    return [name for name, _ in rows], [email for _, email in rows]


def texts_of_people(series: Series) -> list[str]:
    """Return what people wrote when they registered: numbers and addresses of theirs may be in it."""
    answers = Answer.objects.filter(registration__series=series).values_list("value", flat=True)
    rows = Registration.objects.filter(series=series).values_list(
        "role", "given_email", "email_before", *rules.NO_NEEDS
    )
    return [text for row in [*rows, list(answers)] for text in row if isinstance(text, str) and text]


def needs_that_have_served(*, now: datetime) -> list[Registration]:
    """Return the registrations whose dietary and accessibility needs can be forgotten."""
    with_needs = Registration.objects.exclude(**rules.NO_NEEDS).prefetch_related(
        Prefetch(
            "attendances",
            Attendance.objects.exclude(state="cancelled")
            .exclude(event__status=Event.Status.CANCELLED)
            .select_related("event"),
        )
    )
    return [
        registration
        for registration in with_needs
        if rules.needs_have_served(
            [one.event.end for one in registration.attendances.all()],
            [one.event.end for one in registration.attendances.all() if one.mode == Attendance.Mode.ONSITE],
            now=now,
        )
    ]
