"""Forgetting people: all of a series when its date has come, one who asks for it, and needs that have served."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from skaala.mail.models import Email
from skaala.mail.operations import forget_emails
from skaala.people.operations import forget_personal_parts_of_one
from skaala.registration import queries, rules
from skaala.registration.models import (
    Attendance,
    AttendeeFile,
    HelperLink,
    Invitation,
    KeptCount,
    LinkRequest,
    Mailing,
    Registration,
)
from skaala.registration.operations.answer_feedback import forget_who_answered, forget_words
from skaala.registration.operations.promote import notify_promoted
from skaala.registration.operations.seats import lock_seats, reallocate_seats, release
from skaala.registration.queries import own_data
from skaala.series.models import Event, Series
from skaala.series.operations.personal_data import Counts


@transaction.atomic
def forget_people(*, series: Series, now: datetime) -> Counts:
    """
    Remove the registrations of ``series`` with all that hangs on them and the emails about them; counts are kept.

    :returns: how many of each kind
    """
    registrations = Registration.objects.select_for_update().filter(series=series)
    registrations.count()  # an edit under way is waited for
    lock_seats(list(series.events.values_list("pk", flat=True)))
    keep_counts(Attendance.objects.filter(registration__series=series))
    emails = forget_emails(emails=Email.objects.filter(registration_email__registration__series=series))
    removed = Registration.objects.filter(series=series).delete()[1]
    helper_links = HelperLink.objects.filter(event__series=series).delete()[1]
    # What an organiser wrote to many may name some of them.
    mailings = Mailing.objects.filter(series=series).delete()[1]
    # Files with their names, and notes on invitations, may name somebody too.
    invitations = Invitation.objects.filter(series=series)
    others = {
        "feedback_words": forget_words(series),
        "helper_links": helper_links.get(HelperLink._meta.label, 0),
        "tables": AttendeeFile.objects.filter(series=series).delete()[0],
        "notes_on_invitations": invitations.exclude(note="").update(note=""),
    }
    invitations.filter(revoked_at=None).update(revoked_at=now)
    LinkRequest.objects.filter(series=series).delete()
    return {
        "registrations": removed.get(Registration._meta.label, 0),
        "emails": emails,
        "mailings": mailings.get(Mailing._meta.label, 0),
        **{kind: count for kind, count in others.items() if count},
    }


@transaction.atomic
def forget_person(*, registration: Registration, now: datetime) -> None:
    """
    Remove a person's registrations in a series, emails and everything else about them, at their own wish; no email is sent.

    The person is the address: what was cancelled earlier goes with it. Events that have begun keep the person in their
    counts; places at those to come go to who waits for them, at once.
    """
    same = queries.registrations_of_same_person(registration).select_for_update()
    # Always in the same order, so that two links of one person cannot block each other.
    for one in same.order_by("pk"):
        _forget_registration(one, now)
    _forget_in_tables(registration)
    LinkRequest.objects.filter(series=registration.series_id, address=registration.email_normalised).delete()


def _forget_registration(registration: Registration, now: datetime) -> None:
    own_data.forget_elsewhere(registration, now)
    keep_counts(registration.attendances.filter(event__start__lte=now))
    forget_who_answered(registration)
    active = registration.attendances.exclude(state=Attendance.State.CANCELLED)
    to_come = list(active.filter(event__start__gt=now).values_list("event_id", flat=True))
    lock_seats(to_come)
    for attendance in active.filter(event_id__in=to_come):
        release(attendance, now=now)
    notify_promoted(reallocate_seats(to_come, now=now), now=now)
    forget_emails(emails=Email.objects.filter(registration_email__registration=registration))
    registration.brought.update(brought_by_name="")
    forget_personal_parts_of_one(
        registration=registration.pk,
        series=registration.series_id,
        tenant=registration.series.tenant_id,
        now=now,
    )
    registration.delete()


def _forget_in_tables(registration: Registration) -> None:
    """Empty the rows with this person's address in tables that wait to be imported; the others keep their numbers."""
    waiting = AttendeeFile.objects.select_for_update().filter(series=registration.series_id)
    for file in waiting.filter(state=AttendeeFile.State.UPLOADED):
        rows = [[""] * len(row) if _names(row, registration) else row for row in file.rows]
        if rows != file.rows:
            file.rows, file.rows_in_all = rows, sum(any(row) for row in rows)
            file.save(update_fields=["rows", "rows_in_all"])


def _names(row: list[str], registration: Registration) -> bool:
    return any(rules.normalise_address(cell) == registration.email_normalised for cell in row)


def forget_needs(*, now: datetime) -> int:
    """Empty dietary and accessibility needs whose event is long enough past; returns for how many people."""
    count = 0
    for registration in queries.needs_that_have_served(now=now):
        count += Registration.objects.filter(pk=registration.pk).update(**rules.NO_NEEDS)
    return count


def keep_counts(attendances: QuerySet[Attendance]) -> None:
    """Add the people of ``attendances`` who took part to what is kept: by one measure at a time, never crossed."""
    found: Counter[tuple[int, str, str]] = Counter()
    took_part = attendances.exclude(state__in=["cancelled", "waiting"])
    took_part = took_part.exclude(event__status=Event.Status.CANCELLED)
    for attendance in took_part.select_related("registration__municipality", "arrival").order_by():
        registration, event = attendance.registration, attendance.event_id
        found[event, KeptCount.Measure.MODE, attendance.mode] += 1
        if getattr(attendance, "arrival", None) is not None:
            found[event, KeptCount.Measure.ARRIVED, attendance.mode] += 1
        found[event, KeptCount.Measure.ORGANISATION, registration.organisation_kind] += 1
        if registration.municipality is not None:
            found[event, KeptCount.Measure.REGION, registration.municipality.region_id] += 1
            found[event, KeptCount.Measure.SIZE, registration.municipality.size_class] += 1
    for (event, measure, key), people in sorted(found.items()):
        kept, is_new = KeptCount.objects.get_or_create(
            event_id=event, measure=measure, key=key, defaults={"people": people}
        )
        if not is_new:
            KeptCount.objects.filter(pk=kept.pk).update(people=F("people") + people)
