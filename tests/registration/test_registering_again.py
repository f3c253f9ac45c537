"""Filling in the form again for other events: an email asks whether to add them, and one press does."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.registration import links, operations
from skaala.registration.links.addition import read_token
from skaala.registration.links.personal import InvalidLink, make_token
from skaala.registration.models import Attendance, Registration, ReminderRule
from skaala.registration.operations import SignUp, register
from skaala.registration.rules import Choice
from tests.cast import TODAY, a_registration, a_series, an_event, some_details, texts
from tests.registration.halls import a_hall, some, someone

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def workshops():
    now = timezone.now()
    series = a_series(published_at=now - timedelta(days=1))
    return an_event(series, 1, now=now), an_event(series, 2, now=now)


def again(event, *, now):
    details = some_details("Maija@example.org", language="en", role="Another role")
    register(series=event.series, request=SignUp(details, (Choice(event.pk, "online"),)), now=now)


def asked() -> list[Email]:
    return list(Email.objects.filter(kind="registration.addition").order_by("created_at"))


def test_a_second_form_within_ten_minutes_is_answered_at_once_and_added_by_a_press(client, workshops):
    first, second = workshops
    now = timezone.now()
    person = a_registration(first.series, first, language="en", now=now)
    again(second, now=now + MINUTE)
    (email,) = asked()
    said = compose(email)
    assert said.subject == "Add to your registration? Workshop 2: Workshop title 2 (en)"
    choices = [Choice(second.pk, "online")]
    path = urlsplit(links.addition_url(person, choices)).path
    assert path in said.text and path in said.html and "Maija" not in said.text + said.html
    assert list(person.attendances.values_list("event", flat=True)) == [first.pk]
    for look in (client.get, client.head):
        page = look(path)
        assert page.status_code == 200 and page["Referrer-Policy"] == "no-referrer"
    assert person.attendances.count() == 1
    done = client.post(path)
    assert "Added to your registration" in done.content.decode()
    assert sorted(person.attendances.values_list("event", flat=True)) == sorted([first.pk, second.pk])
    person = Registration.objects.get()
    assert person.role == "" and person.address_confirmed_at is not None
    client.post(path)
    assert person.attendances.count() == 2 and Email.objects.filter(kind="registration.changed").count() == 1
    with pytest.raises(Superseded):
        compose(email)


def test_nobody_has_many_emails_sent_to_somebody_else(workshops):
    first, second = workshops
    now = timezone.now()
    a_registration(first.series, first, now=now)
    for minute in (1, 2, 3):
        again(second, now=now + minute * MINUTE)
    assert len(asked()) == 1
    again(second, now=now + 12 * MINUTE)
    assert len(asked()) == 2
    again(first, now=now + 13 * MINUTE)  # nothing new: the link, as ever
    assert Email.objects.filter(kind="registration.link").count() == 1


def test_the_link_adds_these_events_and_opens_nothing_else(client, workshops):
    first, second = workshops
    person = a_registration(first.series, first, now=timezone.now())
    path = urlsplit(links.addition_url(person, [Choice(second.pk, "online")])).path
    token = path.split("/")[-2]
    assert client.get(f"/en/r/{token}/").status_code == client.get(f"/en/j/{token}/").status_code == 404
    assert client.get(f"/en/a/{make_token(person)}/").status_code == 404
    with pytest.raises(InvalidLink):
        read_token(token.replace("-online", "-onsite"))
    page = client.get(path).content.decode()
    assert person.email not in page and person.name not in page and "/r/" not in page
    assert client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    operations.renew_link(registration=person, now=timezone.now())
    assert client.post(path).status_code == 404 and person.attendances.count() == 1


def test_an_event_that_has_closed_meanwhile_says_so(client, workshops):
    first, second = workshops
    person = a_registration(first.series, first, language="en", now=timezone.now())
    path = urlsplit(links.addition_url(person, [Choice(second.pk, "online")])).path
    type(second).objects.filter(pk=second.pk).update(registration_closes=timezone.now() - MINUTE)
    answer = client.post(path)
    assert answer.status_code == 422 and "Registration closed on" in answer.content.decode()
    operations.cancel_registration(registration=person, now=timezone.now())
    assert "Your registration has been cancelled." in client.get(path).content.decode()


def test_who_only_waits_reads_so_first():
    event = a_hall(onsite=1, online=1)
    some(event, "anna waits")
    said = {email.to_address.partition("@")[0]: compose(email) for email in Email.objects.all()}
    assert said["anna"].subject.startswith("Your registration:")
    assert said["waits"].subject.startswith("On the waiting list:")
    first_line = said["waits"].text.splitlines()[2]
    assert first_line.startswith("You do not have a place at the event") and "waiting list" in first_line
    assert (
        "There are places left: Online." in said["waits"].text
        and "All places are taken" not in said["waits"].text
    )
    someone(event, "daavid", "online")
    late = someone(event, "late")
    said = compose(Email.objects.get(to_address=late.email))
    assert "All places are taken" in said.text and "There are places left" not in said.text
    assert late.attendances.get().state == Attendance.State.WAITING


def test_a_copy_reminds_as_its_original_does():
    series = a_series()
    an_event(series)
    later = TODAY + timedelta(days=1)
    for is_on in (False, None):
        copy = operations.copy_series(series=series, slug=f"copy-{is_on}", days=364, now=later)
        assert not ReminderRule.objects.filter(series=copy).exists()
        if is_on is None:
            break
        ReminderRule.objects.create(
            series=series, is_on=False, days_before=3, at="08:30", text=texts("Own"), since=TODAY
        )
        copy = operations.copy_series(series=series, slug="third", days=364, now=later)
        kept = ReminderRule.objects.get(series=copy)
        assert (kept.is_on, kept.days_before, str(kept.at), kept.text) == (False, 3, "08:30:00", texts("Own"))
        assert kept.since == later
        ReminderRule.objects.filter(series=series).delete()
