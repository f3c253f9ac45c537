"""Registering: one transaction, the same answer for everyone, nothing twice."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration import operations, queries
from skaala.registration.models import Attendance, Consent, Registration
from skaala.registration.operations import SignUp
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from tests.cast import TODAY, a_closing_event, a_registration, a_series, an_event, some_details, texts
from tests.registration.halls import check_what_must_hold

pytestmark = pytest.mark.django_db


def sign_up_to(*choices: Choice, email: str = "maija@example.org", **details) -> SignUp:
    return SignUp(some_details(email, **details), choices)


def due_emails() -> int:
    return Email.objects.filter(state="queued", next_attempt_at__lte=TODAY).count()


def test_a_registration_has_its_attendances_and_its_email_queued():
    series = a_series()
    first, closing = an_event(series), a_closing_event(series)
    registration = operations.register(
        series=series, request=sign_up_to(Choice(first.pk, "online"), Choice(closing.pk, "onsite")), now=TODAY
    )
    assert registration is not None
    assert list(registration.attendances.values_list("event_id", "mode", "state")) == [
        (first.pk, "online", "confirmed"),
        (closing.pk, "onsite", "confirmed"),
    ]
    email = Email.objects.get()
    assert (email.kind, email.to_address, email.state) == (
        "registration.confirmation",
        "maija@example.org",
        "queued",
    )
    assert due_emails() == 1


def test_what_is_rolled_back_leaves_no_email():
    series = a_series()
    an_event(series)
    with pytest.raises(RuntimeError), transaction.atomic():
        a_registration(series)
        raise RuntimeError
    assert (Registration.objects.count(), Email.objects.count()) == (0, 0)


def test_a_second_attempt_changes_nothing_and_sends_the_link_once_in_ten_minutes():
    series = a_series()
    first, _second = an_event(series, 1), an_event(series, 2)
    a_registration(series, first)

    def again(minutes: int) -> None:
        request = sign_up_to(Choice(first.pk, "online"), email=" MAIJA@Example.org", name="Somebody Else")
        assert (
            operations.register(series=series, request=request, now=TODAY + timedelta(minutes=minutes))
            is None
        )

    again(1)  # a double click
    assert Email.objects.count() == 1
    again(11)
    again(12)
    assert sorted(Email.objects.values_list("kind", flat=True)) == [
        "registration.confirmation",
        "registration.link",
    ]
    registration = Registration.objects.get()
    assert (registration.name, [a.event_id for a in registration.attendances.all()]) == (
        "Maija Mayor",
        [first.pk],
    )


def test_the_database_holds_one_active_registration_an_address():
    series = a_series()
    an_event(series)
    registration = a_registration(series)
    copy = Registration.objects.get(pk=registration.pk)
    copy.pk = uuid.uuid4()
    copy._state.adding = True
    with pytest.raises(IntegrityError, match="one_active_registration"), transaction.atomic():
        copy.save()


def test_after_cancelling_one_can_register_again():
    series = a_series()
    an_event(series)
    operations.cancel_registration(registration=a_registration(series), now=TODAY)
    assert a_registration(series).cancelled_at is None
    assert Registration.objects.count() == 2


@pytest.mark.parametrize(
    ("status", "details", "refusal"),
    [
        ("draft", {}, Refusal.NOT_PUBLISHED),
        ("archived", {}, Refusal.CLOSED),
        ("published", {"registration_opens": TODAY + timedelta(days=1)}, Refusal.NOT_YET_OPEN),
        ("published", {"registration_closes": TODAY}, Refusal.CLOSED),
    ],
)
def test_nobody_registers_before_the_opening_after_the_deadline_or_unpublished(status, details, refusal):
    series = a_series(status=status)
    event = an_event(series, **details)
    with pytest.raises(UnableToRegister) as refused:
        operations.register(series=series, request=sign_up_to(Choice(event.pk, "online")), now=TODAY)
    assert (refused.value.refusal, refused.value.event_id) == (refusal, event.pk)
    assert (Registration.objects.count(), Email.objects.count()) == (0, 0)


def test_an_event_of_another_series_is_refused():
    series, other = a_series(), a_series("other")
    an_event(series)
    foreign = an_event(other)
    with pytest.raises(UnableToRegister) as refused:
        operations.register(series=series, request=sign_up_to(Choice(foreign.pk, "online")), now=TODAY)
    assert refused.value.refusal == Refusal.NOT_OF_THIS_SERIES


def test_needs_are_kept_only_with_consent_and_consents_have_a_history():
    series = a_series()
    an_event(series)
    registration = a_registration(series, diet="vegan", consents_to_diet=True, accessibility_needs="ramp")
    assert (registration.diet, registration.accessibility_needs) == ("vegan", "")
    assert list(registration.consents.values_list("purpose", "withdrawn_at")) == [("diet", None)]
    choices = tuple(Choice(a.event_id, a.mode) for a in registration.attendances.all())
    later = TODAY + timedelta(hours=1)
    operations.change_registration(
        registration=registration, details=some_details(), choices=choices, now=later
    )
    registration.refresh_from_db()
    assert registration.diet == ""
    assert list(Consent.objects.values_list("purpose", "given_at", "withdrawn_at")) == [
        ("diet", TODAY, later)
    ]


def test_the_version_of_the_notice_is_stored():
    series = a_series(notice_version=3)
    an_event(series)
    assert a_registration(series).notice_version == 3


def test_a_change_adds_drops_and_switches_and_is_written_about_once():
    series = a_series()
    first, second, closing = an_event(series, 1), an_event(series, 2), a_closing_event(series)
    registration = a_registration(series, first, closing, mode="online")

    def change(*choices: Choice, minutes: int = 1) -> bool:
        return operations.change_registration(
            registration=registration,
            details=some_details(),
            choices=choices,
            now=TODAY + timedelta(minutes=minutes),
        )

    assert change(Choice(second.pk, "online"), Choice(closing.pk, "onsite")) is True
    assert change(Choice(second.pk, "online"), Choice(closing.pk, "onsite")) is False  # sent twice
    active = registration.attendances.filter(state=Attendance.State.CONFIRMED)
    assert list(active.values_list("event_id", "mode")) == [(second.pk, "online"), (closing.pk, "onsite")]
    assert Email.objects.filter(kind="registration.changed").count() == 1


def test_after_the_deadline_details_and_dropping_stay_possible_and_adding_does_not():
    series = a_series()
    first, second = an_event(series, 1), an_event(series, 2)
    late = first.registration_closes + timedelta(minutes=1)
    has_both = a_registration(series, first, second)
    has_second = a_registration(series, second, email="other@example.org")
    assert operations.change_registration(
        registration=has_both,
        details=some_details(role="Mayor"),
        choices=(Choice(first.pk, "online"), Choice(second.pk, "online")),
        now=late,
    )
    assert operations.change_registration(
        registration=has_both,
        details=some_details(role="Mayor"),
        choices=(Choice(second.pk, "online"),),
        now=late,
    )
    with pytest.raises(UnableToRegister) as refused:
        operations.change_registration(
            registration=has_second,
            details=some_details("other@example.org"),
            choices=(Choice(first.pk, "online"), Choice(second.pk, "online")),
            now=late,
        )
    assert (refused.value.refusal, refused.value.event_id) == (Refusal.CLOSED, first.pk)


def test_who_has_been_to_one_event_can_add_another_that_is_open():
    """The public form only sends them their own link, so their page must let them."""
    series = a_series()
    first, second = an_event(series, 1), an_event(series, 2)
    registration = a_registration(series, first)

    def add(now):
        both = (Choice(first.pk, "online"), Choice(second.pk, "online"))
        return operations.change_registration(
            registration=registration, details=some_details(), choices=both, now=now
        )

    with pytest.raises(UnableToRegister) as refused:
        add(second.registration_closes)
    assert refused.value.refusal == Refusal.ALREADY_STARTED
    assert add(first.end + timedelta(hours=1))
    assert registration.attendances.filter(state="confirmed").count() == 2


def test_after_the_deadline_one_keeps_the_mode_and_reads_why():
    series = a_series()
    closing = a_closing_event(series)
    registration = a_registration(series, closing, mode="onsite")
    with pytest.raises(UnableToRegister) as refused:
        operations.change_registration(
            registration=registration,
            details=some_details(),
            choices=(Choice(closing.pk, "online"),),
            now=closing.registration_closes,
        )
    assert refused.value.refusal == Refusal.MODE_IS_FIXED


def test_an_address_of_somebody_else_is_refused():
    series = a_series()
    event = an_event(series)
    a_registration(series)
    other = a_registration(series, email="other@example.org")
    with pytest.raises(UnableToRegister) as refused:
        operations.change_registration(
            registration=other,
            details=some_details("MAIJA@example.org"),
            choices=(Choice(event.pk, "online"),),
            now=TODAY,
        )
    assert refused.value.refusal == Refusal.ADDRESS_TAKEN
    other.refresh_from_db()
    assert other.email == "other@example.org"


def test_cancelling_twice_writes_once_and_ends_at_the_start():
    series = a_series()
    event = an_event(series)
    registration = a_registration(series)
    with pytest.raises(UnableToRegister):
        operations.cancel_registration(registration=registration, now=event.start)
    assert operations.cancel_registration(registration=registration, now=event.start - timedelta(seconds=1))
    assert not operations.cancel_registration(
        registration=registration, now=event.start - timedelta(seconds=1)
    )
    assert Email.objects.filter(kind="registration.cancelled").count() == 1
    assert registration.attendances.get().state == Attendance.State.CANCELLED


def test_cancelling_what_is_to_come_leaves_what_one_has_been_to():
    series = a_series()
    first, second = an_event(series, 1), an_event(series, 2)
    registration = a_registration(
        series, diet="Vegan", consents_to_diet=True, consents_to_recording=True, now=TODAY
    )
    assert operations.cancel_registration(registration=registration, now=first.end)
    registration.refresh_from_db()
    assert (registration.cancelled_at, registration.diet) == (None, "")
    active = registration.consents.filter(withdrawn_at=None)
    assert list(active.values_list("purpose", flat=True)) == ["recording"]
    assert dict(registration.attendances.values_list("event", "state")) == {
        first.pk: "confirmed",
        second.pk: "cancelled",
    }
    assert [(one.event, one.total) for one in queries.counts_by_event(series)] == [(first, 1), (second, 0)]
    email = compose(Email.objects.get(kind="registration.changed"))
    assert "METHOD:CANCEL" in str(email) and not Email.objects.filter(kind="registration.cancelled")
    with pytest.raises(UnableToRegister):
        operations.cancel_registration(registration=registration, now=first.end)


@pytest.mark.parametrize(("capacity", "state"), [(None, "confirmed"), (1, "confirmed"), (0, "waiting")])
def test_a_person_at_the_venue_is_added_to_their_registration(capacity, state):
    """Seats are no longer handed on once an event has started; the organiser lets them in where one is free."""
    series = a_series()
    first, second = an_event(series, 1), an_event(series, 2)
    registration = a_registration(series, second)
    operations.set_capacity(event=first, capacities={"online": capacity}, now=TODAY)
    both = [Choice(first.pk, "online"), Choice(second.pk, "online")]
    now = first.start + timedelta(minutes=5)
    assert operations.change_events(registration=registration, choices=both, now=now)
    assert not operations.change_events(registration=registration, choices=both, now=now)
    assert registration.attendances.get(event=first).state == state
    check_what_must_hold(first)


def test_the_desk_cancels_for_who_comes_to_nothing_but_a_cancelled_event():
    series = a_series()
    stormy, _other = an_event(series, 1), an_event(series, 2)
    registration = a_registration(series)
    operations.cancel_event(event=stormy, reason=texts("Storm"), now=TODAY)
    assert operations.change_events(registration=registration, choices=[], now=TODAY)
    registration.refresh_from_db()
    assert registration.cancelled_at == TODAY
    assert Email.objects.filter(kind="registration.cancelled").exists()


def test_emails_to_simulated_people_are_never_queued_for_sending():
    series = a_series()
    event = an_event(series)
    operations.register(
        series=series, request=sign_up_to(Choice(event.pk, "online")), now=TODAY, is_simulated=True
    )
    assert (Email.objects.get().state, due_emails()) == ("simulated", 0)
