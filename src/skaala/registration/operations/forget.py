"""Forgetting people: all of a series when its date has come, one who asks for it, and needs that have served."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from skaala.mail.models import Letter
from skaala.mail.operations import forget_letters
from skaala.registration import own_data, queries
from skaala.registration.models import Attendance, HelperLink, KeptCount, Mailing, Registration
from skaala.registration.operations.answer_feedback import forget_who_answered, forget_words
from skaala.registration.operations.promote import tell_seated
from skaala.registration.operations.seats import give_up, hand_on_seats, lock_seats
from skaala.registration.way_in_models import AttendeeFile, Invitation
from skaala.series.forgetting import Counts
from skaala.series.models import Event, Series


@transaction.atomic
def forget_people(*, series: Series, now: datetime) -> Counts:
    """
    Remove the registrations of ``series`` with all that hangs on them and the letters about them; counts are kept.

    :returns: how many of each kind
    """
    registrations = Registration.objects.select_for_update().filter(series=series)
    registrations.count()  # an edit under way is waited for
    lock_seats(list(series.events.values_list("pk", flat=True)))
    keep_counts(Attendance.objects.filter(registration__series=series))
    letters = forget_letters(letters=Letter.objects.filter(correspondence__registration__series=series))
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
    return {
        "registrations": removed.get(Registration._meta.label, 0),
        "letters": letters,
        "mailings": mailings.get(Mailing._meta.label, 0),
        **{kind: count for kind, count in others.items() if count},
    }


@transaction.atomic
def forget_person(*, registration: Registration, now: datetime) -> None:
    """
    Remove one person's registration, letters and everything else about her, at her own wish; no letter is sent.

    Events that have begun keep her in their counts; her places at those to come go to who waits for them, at once.
    """
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    own_data.forget_elsewhere(registration, now)
    keep_counts(registration.attendances.filter(event__start__lte=now))
    forget_who_answered(registration)
    standing = registration.attendances.exclude(state=Attendance.State.CANCELLED)
    to_come = list(standing.filter(event__start__gt=now).values_list("event_id", flat=True))
    lock_seats(to_come)
    for attendance in standing.filter(event_id__in=to_come):
        give_up(attendance, now=now)
    tell_seated(hand_on_seats(to_come, now=now), now=now)
    forget_letters(letters=Letter.objects.filter(correspondence__registration=registration))
    registration.brought.update(brought_by_name="")
    registration.delete()


def forget_needs(*, now: datetime) -> int:
    """Empty dietary and accessibility needs whose event is long enough past; returns for how many people."""
    count = 0
    for registration in queries.needs_that_have_served(now=now):
        count += Registration.objects.filter(pk=registration.pk).update(diet="", accessibility_needs="")
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
