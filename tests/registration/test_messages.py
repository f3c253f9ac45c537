"""Messages to a chosen part of the participants, and addresses that emails do not reach."""

from __future__ import annotations

import uuid

import pytest

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration import operations
from skaala.registration.models import Mailing
from skaala.registration.operations.address_changed import notify_address
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.operations.write import Choice
from skaala.registration.rules import Refusal, UnableToRegister
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_registration, a_series, an_event
from tests.registration.halls import a_hall, some, someone

pytestmark = pytest.mark.django_db
WORDS = {
    "subject": Texts(fi="Uusi sali", en="Another room"),
    "body": Texts(fi="Sali on **B**.", en="It is room **B** <i>now</i>."),
}


def write(series, to: Choice = Choice(), key: uuid.UUID | None = None, **words) -> Mailing | None:  # noqa: B008
    return operations.write_to_participants(
        mailing_id=key or uuid.uuid4(), series=series, to=to, now=TODAY, **(WORDS | words)
    )


def notified() -> list[str]:
    found = Email.objects.filter(kind="registration.message").values_list("to_address", flat=True)
    return sorted(address.partition("@")[0] for address in found)


@pytest.mark.parametrize(
    ("choice", "people"),
    [
        ({}, ["anna", "company", "remote", "waits", "workshop"]),
        ({"event": True}, ["anna", "company", "remote", "waits"]),
        ({"event": True, "mode": "onsite"}, ["anna", "company", "waits"]),
        ({"event": True, "state": "waiting"}, ["company", "waits"]),
        ({"event": True, "mode": "onsite", "state": "confirmed"}, ["anna"]),
        ({"organisation_kind": "company"}, ["company"]),
        ({"event": True, "mode": "online", "state": "waiting"}, []),
    ],
)
def test_a_message_goes_to_those_who_match_every_choice(choice, people):
    event = a_hall(onsite=1)
    other = an_event(event.series, 1)
    some(event, "anna waits")
    someone(event, "company", organisation_kind="company", organisation="Oy")
    someone(event, "remote", "online")
    a_registration(event.series, other, email="workshop@example.org")
    operations.cancel_registration(registration=someone(event, "gone", "online"), now=TODAY)
    mailing = write(event.series, Choice(**(choice | {"event": event if choice.get("event") else None})))
    assert (mailing is None) == (people == [])
    assert notified() == people and Mailing.objects.count() == bool(people)


def test_everybody_gets_it_in_their_language_or_else_in_one_it_is_written_in():
    series = a_series()
    an_event(series)
    for language in ("fi", "sv", "en"):
        a_registration(series, email=f"{language}@example.org", language=language)
    write(series)
    said = {email.language: compose(email) for email in Email.objects.filter(kind="registration.message")}
    assert {language: email.subject for language, email in said.items()} == {
        "fi": "Uusi sali", "sv": "Uusi sali", "en": "Another room"
    }  # fmt: skip
    assert '<div lang="fi">' in said["sv"].html and '<div lang="fi">' not in said["fi"].html
    assert "<strong>B</strong>" in said["en"].html and "<i>now" not in said["en"].html
    assert "It is room **B** <i>now</i>." in said["en"].text and "/en/r/" in said["en"].text


def test_a_form_sent_twice_is_one_message():
    series = a_series()
    an_event(series)
    a_registration(series)
    key = uuid.uuid4()
    assert write(series, key=key) == write(series, key=key)
    assert notified() == ["maija"]


def test_a_corrected_address_gets_what_did_not_arrive():
    series = a_series()
    an_event(series)
    registration = a_registration(series, email="wrong@example.org")
    a_registration(series, email="taken@example.org")
    Email.objects.filter(to_address="wrong@example.org").update(state="failed", problem="refused", attempts=1)
    with pytest.raises(UnableToRegister) as refused:
        operations.correct_address(registration=registration, address="TAKEN@example.org", now=TODAY)
    assert refused.value.refusal == Refusal.ADDRESS_TAKEN
    assert operations.correct_address(registration=registration, address="right@example.org", now=TODAY) == 1
    email = Email.objects.get(registration_email__registration=registration, kind="registration.confirmation")
    assert (email.to_address, email.state, email.attempts) == ("right@example.org", "queued", 0)
    registration.refresh_from_db()
    assert (registration.email, registration.email_normalised) == ("right@example.org",) * 2
    # The confirmation has the new link in it.
    assert not Email.objects.filter(kind="registration.link").exists()


@pytest.mark.parametrize("kind", ["registration.address_corrected", "registration.address_changed"])
@pytest.mark.parametrize("state", ["failed", "queued"])
def test_a_notice_to_another_address_is_not_sent_to_the_right_one_instead_of_the_link(kind, state):
    series = a_series()
    an_event(series)
    registration = a_registration(series, email="wrong@example.org")
    Email.objects.update(state="sent", sent_at=TODAY)
    notify_address(registration, kind, "earlier@example.org", now=TODAY)
    Email.objects.filter(kind=kind).update(state=state)
    assert operations.correct_address(registration=registration, address="right@example.org", now=TODAY) == 0
    notice = Email.objects.filter(kind=kind, to_address="earlier@example.org")
    assert notice.values_list("state", flat=True).get() == state
    assert Email.objects.get(kind="registration.link").to_address == "right@example.org"


def test_a_link_goes_along_with_an_email_that_has_none():
    series = a_series()
    event = an_event(series)
    registration = a_registration(series, email="wrong@example.org")
    Email.objects.update(state="sent", sent_at=TODAY)
    queue_email_about(registration, "registration.addition", now=TODAY, event=event)
    Email.objects.filter(kind="registration.addition").update(state="failed", problem="refused")
    assert operations.correct_address(registration=registration, address="right@example.org", now=TODAY) == 1
    assert Email.objects.get(kind="registration.link").to_address == "right@example.org"
