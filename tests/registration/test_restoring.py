"""Restoring who was cancelled by mistake: with answers and, if one is free, a seat; and who may not be restored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration import operations, queries
from skaala.registration.models import Answer, Question, Registration
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from skaala.series.models import Series
from tests import cast
from tests.cast import TODAY, a_registration, a_series, an_event

LATER = TODAY + timedelta(hours=1)


@pytest.fixture
def series(db: None) -> Series:
    return a_series()


def cancelled_by_mistake(registration: Registration) -> Registration:
    operations.change_events(registration=registration, choices=[], now=TODAY)
    registration.refresh_from_db()
    assert registration.cancelled_at is not None
    return registration


def test_they_come_back_with_seat_and_answers_and_an_email(series: Series) -> None:
    event = an_event(series)
    operations.set_capacity(event=event, capacities={"online": 1}, now=TODAY)
    question = Question.objects.create(series=series, label=cast.texts("Why?"))
    person = a_registration(series, event, diet="Vegan", consents_to_diet=True, language="en")
    Answer.objects.create(registration=person, question=question, value="Because")
    cancelled_by_mistake(person)
    assert queries.questions.tallies(series)[0].answers == 0  # no count includes who has cancelled
    (back,) = operations.restore_registration(registration=person, now=LATER)
    assert back.state == "confirmed" and back.seat is not None
    person.refresh_from_db()
    assert person.cancelled_at is None and person.diet == ""
    assert person.answers.get().value == "Because"
    email = Email.objects.get(kind="registration.restored")
    said = compose(email)
    assert "restored" in said.text and "dietary" in said.text
    assert any(b"BEGIN:VEVENT" in file.content for file in said.attachments)


def test_where_the_seat_is_gone_they_wait(series: Series) -> None:
    event = an_event(series)
    operations.set_capacity(event=event, capacities={"online": 1}, now=TODAY)
    person = cancelled_by_mistake(a_registration(series, event))
    a_registration(series, event, email="other@example.org")
    (back,) = operations.restore_registration(registration=person, now=LATER)
    assert (back.state, back.waits_for) == ("waiting", "online")


def test_only_what_was_cancelled_with_it_comes_back(series: Series) -> None:
    first, second = an_event(series, 1), an_event(series, 2)
    person = a_registration(series, first, second)
    operations.change_events(
        registration=person, choices=[Choice(first.pk, "online")], now=TODAY - timedelta(hours=1)
    )
    cancelled_by_mistake(person)
    back = operations.restore_registration(registration=person, now=LATER)
    assert [one.event_id for one in back] == [first.pk]


def test_who_has_registered_again_is_not_there_twice(series: Series) -> None:
    event = an_event(series)
    person = cancelled_by_mistake(a_registration(series, event))
    a_registration(series, event)
    with pytest.raises(UnableToRegister) as refused:
        operations.restore_registration(registration=person, now=LATER)
    assert refused.value.refusal == Refusal.ADDRESS_TAKEN


def test_what_is_over_or_archived_cannot_be_restored(series: Series) -> None:
    event = an_event(series)
    person = cancelled_by_mistake(a_registration(series, event))
    assert queries.why_not_restored(person, now=event.end) == Refusal.CLOSED
    assert queries.why_not_restored(person, now=LATER) is None
    Series.objects.update(status="archived", archived_at=LATER)
    assert queries.why_not_restored(Registration.objects.get(), now=LATER) == Refusal.CLOSED


def test_who_cancels_themselves_takes_their_answers_along(series: Series) -> None:
    event = an_event(series)
    person = a_registration(series, event)
    question = Question.objects.create(series=series, label=cast.texts("Why?"))
    Answer.objects.create(registration=person, question=question, value="Because")
    operations.cancel_registration(registration=person, now=TODAY)
    assert not Answer.objects.exists()


def test_they_are_found_in_the_list_and_restored_from_there(client: Client, db: None) -> None:
    from django.utils import timezone

    now = timezone.now()
    series = a_series(published_at=now)
    event = an_event(series, now=now)
    person = a_registration(series, event, now=now, name="Kalle Katoaa")
    cast.signs_in(client, cast.an_organiser())
    operations.change_events(registration=person, choices=[], now=now)
    page = client.get("/en/desk/series/spring/registrations/").content.decode()
    assert "1 person has cancelled" in page and "Kalle Katoaa" not in page
    page = client.get("/en/desk/series/spring/registrations/", {"state": "cancelled", "search": "katoaa"})
    assert "Kalle Katoaa" in page.content.decode()
    address = f"/en/desk/series/spring/registrations/{person.pk}/restore/"
    assert "What comes back" in client.get(address).content.decode()
    done = client.post(address, follow=True).content.decode()
    assert "has been registered again" in done
    assert "It cannot be restored" in client.get(address).content.decode()
