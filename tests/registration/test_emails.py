"""What the emails say, and to whom they never say it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from icalendar import Calendar

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, Superseded, compose
from skaala.registration import operations
from skaala.registration.links import joining
from skaala.registration.links.personal import make_token
from skaala.registration.operations.write import Choice as Recipients
from skaala.registration.presenters.attended_events import attended_events
from skaala.registration.rules import Choice
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_closing_event, a_registration, a_series, an_event, some_details, texts

pytestmark = pytest.mark.django_db
SECRET = "https://meet.example.org"


def test_a_confirmation_has_events_links_and_calendar_in_the_persons_language():
    series = a_series()
    first, closing = an_event(series), a_closing_event(series, join_url="https://meet.example.org/secret")
    registration = a_registration(series, first, closing, mode="online", language="sv")
    email = compose(Email.objects.get())
    token = make_token(registration)
    assert email.subject.endswith("Spring series (sv)")
    for words in (email.text, email.html):
        assert f"http://testserver/sv/r/{token}/" in words
        assert f"http://testserver/sv/j/{joining.make_token(first.attendances.get())}/" in words
        assert "Workshop title 1 (sv)" in words and "Workshop title 1 (fi)" not in words
    # A file for each event, without the name of a calendar: Outlook would open it as a new one.
    files = [Calendar.from_ical(file.content) for file in email.attachments]
    assert [[str(event["uid"]) for event in file.walk("VEVENT")] for file in files] == [
        [f"{first.uid}@skaala"],
        [f"{closing.uid}@skaala"],
    ]
    assert not any(key in file for file in files for key in ("X-WR-CALNAME", "NAME"))
    assert [(file.name, file.content_type) for file in email.attachments] == [
        ("workshop-1.ics", "application/ics"),
        ("closing.ics", "application/ics"),
    ]


def test_an_email_about_one_event_is_an_invitation_that_calendars_take_and_one_about_several_carries_files():
    series = a_series(short_name=texts("Scaling"))
    first = an_event(series)
    closing = a_closing_event(series)
    one = a_registration(series, first, email="one@example.org", language="en")
    two = a_registration(series, email="two@example.org")
    by_address = {email.to_address: compose(email) for email in Email.objects.all()}
    invitation = by_address["one@example.org"].invitation
    assert invitation is not None and invitation.method == "REQUEST"
    (event,) = Calendar.from_ical(invitation.content).walk("VEVENT")
    assert str(event["summary"]).endswith("– Scaling (en)")
    assert f"/en/series/{series.slug}/link/" in str(event["description"])
    assert make_token(one) not in str(event["description"])
    assert (
        by_address["two@example.org"].invitation is None
        and len(by_address["two@example.org"].attachments) == 2
    )

    operations.change_registration(
        registration=two,
        details=some_details("two@example.org"),
        choices=[Choice(closing.pk, "onsite")],
        now=TODAY,
    )
    gone = compose(Email.objects.get(kind="registration.changed"))
    assert gone.invitation is None  # one to add, and one to remove
    operations.cancel_registration(registration=one, now=TODAY)
    cancelled = compose(Email.objects.get(kind="registration.cancelled")).invitation
    assert cancelled is not None and cancelled.method == "CANCEL"
    (entry,) = Calendar.from_ical(cancelled.content).walk("VEVENT")
    assert (entry["uid"], entry["status"]) == (event["uid"], "CANCELLED") and entry["sequence"] > event[
        "sequence"
    ]


def test_the_join_redirect_goes_to_confirmed_online_people_alone_and_the_link_itself_to_nobody():
    series = a_series()
    closing = a_closing_event(series, join_url="https://meet.example.org/secret")
    comes = a_registration(series, closing, mode="onsite")
    online = a_registration(series, closing, mode="online", email="other@example.org")
    said = {email.to_address: compose(email) for email in Email.objects.all()}
    on_site = said["maija@example.org"]
    remote = said["other@example.org"]
    assert "/j/" in remote.text and "/j/" in remote.html  # something that could leak
    assert b"/j/" in remote.attachments[0].content.replace(b"\r\n ", b"")
    assert "/j/" not in on_site.text + on_site.html
    assert b"/j/" not in on_site.attachments[0].content.replace(b"\r\n ", b"")
    for email in said.values():
        assert SECRET not in email.text + email.html
        assert SECRET.encode() not in email.attachments[0].content.replace(b"\r\n ", b"")
    assert "Kuntatalo" in on_site.text
    operations.cancel_registration(registration=online, now=TODAY)
    assert attended_events(online) == []
    assert attended_events(comes)[0].join_url == ""


def test_text_emails_are_not_escaped_and_html_emails_are():
    series = a_series()
    an_event(series)
    person = a_registration(series, name="Tom & <b>Jerry</b>")
    operations.confirm_address(registration=person, now=TODAY)
    email = compose(Email.objects.get())
    assert "Tom & <b>Jerry</b>" in email.text
    assert "Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;" in email.html and "<b>Jerry" not in email.html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("kind", ["confirmation", "changed", "cancelled", "link"])
def test_every_email_can_be_composed_in_every_language(kind, language):
    series = a_series()
    an_event(series)
    a_registration(series, language=language)
    email = Email.objects.get()
    email.kind = f"registration.{kind}"
    composed = compose(email)
    assert f'<html lang="{language}">' in composed.html
    assert (len(composed.attachments) == 0) == (kind == "cancelled")
    assert "\n" not in composed.subject and "None" not in composed.text


def test_an_email_is_in_one_language_though_they_have_chosen_another_since(client):
    series = a_series()
    an_event(series)
    registration = a_registration(series, language="fi")
    type(registration).objects.update(language="sv")
    composed = compose(Email.objects.get())
    file = composed.attachments[0].content.decode().replace("\r\n ", "")
    for words in (composed.text, composed.html, file):
        assert "/sv/" not in words and "(sv)" not in words and "(fi)" in words
    assert "klo" in composed.text and "LANGUAGE=fi" in file
    file = client.get(f"/en/r/{make_token(registration)}/calendar.ics").content.decode()
    assert "LANGUAGE=en" in file and "LANGUAGE=sv" not in file


def test_who_cancels_before_their_emails_have_gone_gets_the_one_about_that_alone():
    series = a_series()
    an_event(series)
    registration = a_registration(series)
    words = {"subject": Texts(fi="Sali"), "body": Texts(fi="Sali on B.")}
    operations.write_to_participants(mailing_id=uuid4(), series=series, to=Recipients(), now=TODAY, **words)
    operations.renew_link(registration=registration, now=TODAY)
    operations.cancel_registration(registration=registration, now=TODAY)
    for email in Email.objects.all():
        if email.kind == "registration.cancelled":
            assert compose(email).attachments
            continue
        with pytest.raises(Superseded):
            compose(email)
        email.sent_at = TODAY  # one that had gone before can still be looked at
        compose(email)
    assert Email.objects.count() == 4


def test_an_email_about_somebody_forgotten_has_nothing_to_say():
    series = a_series()
    an_event(series)
    a_registration(series)
    email = Email.objects.get()
    email.registration_email.delete()
    with pytest.raises(Obsolete):
        compose(email)
