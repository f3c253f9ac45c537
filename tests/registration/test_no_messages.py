"""Somebody says that they want no messages from the organiser: they get none, and all that concerns their registration."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.operations.deliver import deliver
from skaala.mail.renderers.emails import Superseded, compose
from skaala.registration import links, operations
from skaala.registration.links.messages import make_token
from skaala.registration.models import Registration
from skaala.registration.operations.write import Choice
from skaala.registration.queries.notifications import want_no_messages
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Registration:
    now = timezone.now()
    series = cast.a_series(published_at=now - timedelta(days=1))
    event = cast.an_event(series, now=now)
    cast.a_registration(series, event, email="other@example.org", now=now)
    return cast.a_registration(series, event, email="hilja@example.org", language="en", now=now)


def write(series) -> None:
    written = cast.texts("Bring a pen")
    operations.write_to_participants(
        mailing_id=uuid4(), series=series, to=Choice(), subject=written, body=written, now=timezone.now()
    )


def messages_to(person: Registration) -> list[Email]:
    return list(Email.objects.filter(kind="registration.message", to_address=person.email))


def test_mail_programs_get_a_button_that_posts(client, person, settings, mailoutbox):
    settings.EMAIL_URL = "smtp://localhost"
    write(person.series)
    (email,) = messages_to(person)
    deliver(email_id=email.pk, now=timezone.now())
    sent = message_from_bytes(mail.outbox[0].message().as_bytes())
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = sent["List-Unsubscribe"].strip("<>")  # on one line
    assert url == links.messages_url(person) and url in compose(email).html and url in compose(email).text
    path = urlsplit(url).path
    client.get(path)  # a scanner opens it
    person.refresh_from_db()
    assert person.no_messages_since is None
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert b"You get no more messages" in client.post(path).content
    person.refresh_from_db()
    assert person.no_messages_since is not None and person.cancelled_at is None
    assert want_no_messages(person.series) == 1


def test_who_wants_none_gets_none_and_may_change_their_mind(client, person):
    operations.choose_messages(registration=person, wanted=False, now=timezone.now())
    write(person.series)
    assert not messages_to(person) and Email.objects.filter(kind="registration.message").count() == 1
    client.post(f"/en/m/{make_token(person)}/", {"wanted": "1"})
    write(person.series)
    assert len(messages_to(person)) == 1


def test_what_waits_to_be_sent_does_not_go_any_more(person):
    write(person.series)
    operations.choose_messages(registration=person, wanted=False, now=timezone.now())
    with pytest.raises(Superseded):
        compose(messages_to(person)[0])


def test_what_concerns_their_registration_still_comes(person):
    operations.choose_messages(registration=person, wanted=False, now=timezone.now())
    operations.cancel_event(event=person.series.events.get(), reason=cast.texts("Ill"), now=timezone.now())
    (email,) = Email.objects.filter(kind="registration.event_cancelled", to_address=person.email)
    assert compose(email).unsubscribe_url == ""


def test_a_press_from_another_site_changes_nothing(client, person):
    path = f"/en/m/{make_token(person)}/"
    assert client.post(path, headers={"Origin": "https://evil.example"}).status_code == 403
    person.refresh_from_db()
    assert person.no_messages_since is None
