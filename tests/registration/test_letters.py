"""What the letters say, and to whom they never say it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from icalendar import Calendar

from skaala.mail.compose import NothingToSay, Overtaken, compose
from skaala.mail.models import Letter
from skaala.registration import letters, operations
from skaala.registration.operations.write import Choice
from skaala.registration.personal_link import make_token
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_closing_event, a_registration, a_series, an_event

pytestmark = pytest.mark.django_db
SECRET = "https://meet.example.org"


def test_a_confirmation_has_events_links_and_calendar_in_the_persons_language():
    series = a_series()
    first, closing = an_event(series), a_closing_event(series, join_url="https://meet.example.org/secret")
    registration = a_registration(series, first, closing, mode="online", language="sv")
    letter = compose(Letter.objects.get())
    token = make_token(registration)
    assert letter.subject.endswith("Spring series (sv)")
    for words in (letter.text, letter.html):
        assert f"http://testserver/sv/r/{token}/" in words
        assert f"http://testserver/sv/r/{token}/join/{first.pk}/" in words
        assert "Workshop title 1 (sv)" in words and "Workshop title 1 (fi)" not in words
    calendar = Calendar.from_ical(letter.attachments[0].content)
    assert [str(event["uid"]) for event in calendar.walk("VEVENT")] == [
        f"{first.uid}@skaala",
        f"{closing.uid}@skaala",
    ]
    assert letter.attachments[0].content_type == "text/calendar; method=PUBLISH"


def test_the_join_redirect_goes_to_confirmed_online_people_alone_and_the_link_itself_to_nobody():
    series = a_series()
    closing = a_closing_event(series, join_url="https://meet.example.org/secret")
    comes = a_registration(series, closing, mode="onsite")
    online = a_registration(series, closing, mode="online", email="other@example.org")
    said = {letter.to_address: compose(letter) for letter in Letter.objects.all()}
    on_site = said["maija@example.org"]
    remote = said["other@example.org"]
    assert "/join/" in remote.text + remote.html  # something that could leak
    assert b"/join/" in remote.attachments[0].content.replace(b"\r\n ", b"")
    assert "/join/" not in on_site.text + on_site.html
    assert b"/join/" not in on_site.attachments[0].content.replace(b"\r\n ", b"")
    for letter in said.values():
        assert SECRET not in letter.text + letter.html
        assert SECRET.encode() not in letter.attachments[0].content.replace(b"\r\n ", b"")
    assert "Kuntatalo" in on_site.text
    operations.cancel_registration(registration=online, now=TODAY)
    assert letters.attended_events(online) == []
    assert letters.attended_events(comes)[0].join_url == ""


def test_text_letters_are_not_escaped_and_html_letters_are():
    series = a_series()
    an_event(series)
    a_registration(series, name="Tom & <b>Jerry</b>")
    letter = compose(Letter.objects.get())
    assert "Tom & <b>Jerry</b>" in letter.text
    assert "Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;" in letter.html and "<b>Jerry" not in letter.html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("kind", ["confirmation", "changed", "cancelled", "link"])
def test_every_letter_can_be_composed_in_every_language(kind, language):
    series = a_series()
    an_event(series)
    a_registration(series, language=language)
    letter = Letter.objects.get()
    letter.kind = f"registration.{kind}"
    composed = compose(letter)
    assert f'<html lang="{language}">' in composed.html
    assert (len(composed.attachments) == 0) == (kind == "cancelled")
    assert "\n" not in composed.subject and "None" not in composed.text


def test_a_letter_is_in_one_language_though_she_has_chosen_another_since(client):
    series = a_series()
    an_event(series)
    registration = a_registration(series, language="fi")
    type(registration).objects.update(language="sv")
    composed = compose(Letter.objects.get())
    file = composed.attachments[0].content.decode().replace("\r\n ", "")
    for words in (composed.text, composed.html, file):
        assert "/sv/" not in words and "(sv)" not in words and "(fi)" in words
    assert "klo" in composed.text and "LANGUAGE=fi" in file
    file = client.get(f"/en/r/{make_token(registration)}/calendar.ics").content.decode()
    assert "LANGUAGE=en" in file and "LANGUAGE=sv" not in file


def test_who_cancels_before_her_letters_have_gone_gets_the_one_about_that_alone():
    series = a_series()
    an_event(series)
    registration = a_registration(series)
    words = {"subject": Texts(fi="Sali"), "body": Texts(fi="Sali on B.")}
    operations.write_to_participants(mailing_id=uuid4(), series=series, to=Choice(), now=TODAY, **words)
    operations.renew_link(registration=registration, now=TODAY)
    operations.cancel_registration(registration=registration, now=TODAY)
    for letter in Letter.objects.all():
        if letter.kind == "registration.cancelled":
            assert compose(letter).attachments
            continue
        with pytest.raises(Overtaken):
            compose(letter)
        letter.sent_at = TODAY  # one that had gone before can still be looked at
        compose(letter)
    assert Letter.objects.count() == 4


def test_a_letter_about_somebody_forgotten_has_nothing_to_say():
    series = a_series()
    an_event(series)
    a_registration(series)
    letter = Letter.objects.get()
    letter.correspondence.delete()
    with pytest.raises(NothingToSay):
        compose(letter)
