"""Changes, cancellations, messages and reminders: seen first, then done."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.test import override_settings

from skaala.mail.models import Email
from skaala.registration.models import Mailing, Registration, ReminderRule
from skaala.series.models import Event
from tests import cast
from tests.desk.browser import typed
from tests.registration.halls import a_hall, some, someone

EVENT = "/en/desk/series/spring/events/closing/"
EMAILS = "/en/desk/series/spring/letters/"
YES = {"seen_and_confirmed": "1"}


@pytest.fixture
def hall(desk) -> Event:
    event = a_hall(onsite=1)
    some(event, "anna waits")
    someone(event, "remote", "online")
    cast.a_registration(event.series, event, email="sven@example.org", mode="online", language="sv")
    return event


def notified(kind: str) -> list[str]:
    found = Email.objects.filter(kind=f"registration.{kind}").values_list("to_address", flat=True)
    return sorted(address.partition("@")[0] for address in found)


def hidden(page) -> dict[str, str]:
    return dict(page.context["carried"])


def test_a_moved_event_is_saved_and_announced_only_after_the_emails_have_been_seen(hall, desk):
    sent = typed(desk.get(EVENT).context["form"]) | {"start_time": "11:00", "end_time": "15:00"}
    page = desk.post(EVENT, sent)
    assert page.status_code == 200
    content = page.content.decode()
    assert "4 people get an email." in content and "Nothing has been saved or sent yet." in content
    assert {sample["code"] for sample in page.context["samples"]} == {"en", "sv"}
    assert next((one["name"], one["language"]) for one in page.context["people"]) == (
        "Maija Mayor",
        "English",
    )
    assert "HIDDEN" in content and "/r/" in content
    before = hall.start
    hall.refresh_from_db()
    assert (hall.start, notified("event_changed")) == (before, [])
    assert desk.post(EVENT, hidden(page) | YES).status_code == 302
    hall.refresh_from_db()
    assert hall.start == before - timedelta(hours=1)
    assert notified("event_changed") == ["anna", "remote", "sven", "waits"]
    # The button pressed twice: the event is as the form says already, so nobody is written to again.
    assert desk.post(EVENT, hidden(page) | YES).status_code == 302
    assert len(notified("event_changed")) == 4


def test_a_change_that_concerns_nobody_is_saved_at_once(hall, desk):
    sent = typed(desk.get(EVENT).context["form"]) | {"title_en": "Another title"}
    assert desk.post(EVENT, sent).status_code == 302
    assert notified("event_changed") == []


def test_a_way_of_attending_goes_only_if_the_other_has_room(hall, desk):
    sent = typed(desk.get(EVENT).context["form"]) | {"mode": "online", "seats_online": "2"}
    page = desk.post(EVENT, sent)
    assert page.status_code == 422 and "seats_online" in page.context["form"].errors
    page = desk.post(EVENT, sent | {"seats_online": "3"})
    assert page.status_code == 200 and len(page.context["people"]) == 4


def test_an_event_is_cancelled_after_the_emails_have_been_seen(hall, desk, client):
    address = f"{EVENT}cancel/"
    assert desk.post(address, {"reason_en": ""}).status_code == 422
    page = desk.post(address, {"reason_en": "The speaker is ill.", "reason_sv": "Talaren är sjuk."})
    content = page.content.decode()
    assert "Talaren är sjuk." in content and "closing-cancelled.ics" in content
    assert not Event.objects.get(slug="closing").is_cancelled and notified("event_cancelled") == []
    assert desk.post(address, hidden(page) | YES).status_code == 302
    assert notified("event_cancelled") == ["anna", "remote", "sven", "waits"]
    assert "The speaker is ill." in client.get("/en/series/spring/closing/").content.decode()
    assert desk.post(address, hidden(page) | YES).status_code == 302
    assert len(notified("event_cancelled")) == 4
    assert f"{EVENT}cancel/" not in desk.get(EVENT).content.decode()


def test_an_event_nobody_comes_to_is_cancelled_at_once(desk):
    cast.a_closing_event(cast.a_series())
    assert desk.post(f"{EVENT}cancel/", {"reason_fi": "Peruttu"}).status_code == 302
    assert Event.objects.get().is_cancelled and Email.objects.count() == 0


def test_a_message_is_shown_in_each_language_and_sent_once(hall, desk):
    address = f"{EMAILS}write/"
    form = typed(desk.get(address).context["form"])
    sent = form | {
        "event": "closing",
        "mode": "online",
        "subject_en": "Hello",
        "subject_sv": "Hej",
        "body_en": "Words",
        "body_sv": "Ord",
    }
    page = desk.post(address, sent)
    assert [(sample["code"], sample["composed"].subject) for sample in page.context["samples"]] == [
        ("en", "Hello"),
        ("sv", "Hej"),
    ]
    assert "Not written in this language" not in page.content.decode()
    # The same to all in one language, also where some wait; who gets it in another is said.
    more = desk.post(address, sent | {"mode": "", "body_sv": ""})
    assert [
        (sample["code"], sample["count"], sample["written_in"]) for sample in more.context["samples"]
    ] == [
        ("en", 3, ""),
        ("sv", 1, "English"),
    ]
    assert "These people get your text in: English" in " ".join(more.content.decode().split())
    assert (Mailing.objects.count(), notified("message")) == (0, [])
    for _ in range(2):
        assert desk.post(address, hidden(page) | YES).status_code == 302
    assert notified("message") == ["remote", "sven"] and Mailing.objects.count() == 1


def test_who_would_like_to_change_something_first_gets_the_form_back_as_it_was(hall, desk):
    address = f"{EMAILS}write/"
    sent = typed(desk.get(address).context["form"]) | {"subject_en": "Hello", "body_en": "Words"}
    page = desk.post(address, sent)
    back = desk.post(address, hidden(page) | {"go_on_writing": "1"})
    assert back.status_code == 200 and "Words</textarea>" in back.content.decode()
    assert back.context["form"].data["key"] == sent["key"] and notified("message") == []
    sent = typed(desk.get(EVENT).context["form"]) | {"start_time": "11:00"}
    back = desk.post(EVENT, hidden(desk.post(EVENT, sent)) | {"go_on_writing": "1"})
    assert back.status_code == 200 and 'value="11:00"' in back.content.decode()
    cancelling = hidden(desk.post(f"{EVENT}cancel/", {"reason_en": "Storm"}))
    assert (
        "Storm</textarea>"
        in desk.post(f"{EVENT}cancel/", cancelling | {"go_on_writing": "1"}).content.decode()
    )
    assert not Event.objects.get(slug="closing").is_cancelled


def test_a_message_to_nobody_or_without_words_is_refused(hall, desk):
    address = f"{EMAILS}write/"
    form = typed(desk.get(address).context["form"])
    assert desk.post(address, form).status_code == 422
    sent = form | {"organisation_kind": "state_body", "subject_en": "Hello", "body_en": "Words"}
    page = desk.post(address, sent)
    assert page.status_code == 422 and "Nobody matches" in page.content.decode()


def test_reminders_are_on_the_day_before_at_nine_until_changed(hall, desk):
    address = f"{EMAILS}reminders/"
    page = desk.get(address)
    (row,) = page.context["rows"]
    assert row["due"].astimezone(hall.zone).time() == time(9)
    assert (
        desk.post(
            address, {"is_on": "on", "days_before": "2", "at": "08:30", "text_en": "Bring a pen."}
        ).status_code
        == 302
    )
    rule = ReminderRule.objects.get()
    assert (rule.days_before, rule.at, rule.text.get("en")) == (2, time(8, 30), "Bring a pen.")
    desk.post(address, {"days_before": "2", "at": "08:30"})
    page = desk.get(address)
    assert "Reminders are switched off." in page.content.decode() and page.context["rows"][0]["due"] is None


@pytest.mark.parametrize(
    "wrong", [{"days_before": "31"}, {"days_before": ""}, {"at": "nine"}, {"days_before": "-1"}]
)
def test_a_rule_that_cannot_be_read_is_refused(hall, desk, wrong):
    assert (
        desk.post(
            f"{EMAILS}reminders/", {"is_on": "on", "days_before": "1", "at": "09:00"} | wrong
        ).status_code
        == 422
    )


def test_a_rule_that_would_remind_of_a_past_event_says_so(desk):
    cast.a_closing_event(
        cast.a_series(), start=cast.TODAY - timedelta(days=3000), end=cast.TODAY - timedelta(days=2999)
    )
    page = desk.get(f"{EMAILS}reminders/").content.decode()
    assert "No reminder: the event has started or is over." in page


@override_settings(EMAIL_URL="smtp://localhost")
def test_emails_that_did_not_arrive_are_shown_with_what_to_do(hall, desk):
    email = Email.objects.filter(to_address="anna@example.org").get()
    Email.objects.filter(pk=email.pk).update(
        state="bounced",
        sent_at=cast.TODAY,
        problem="no_such_address",
        problem_detail="5.1.1",
    )
    assert "1 email has not arrived" in desk.get(EMAILS).content.decode()
    page = desk.get(f"/fi/desk/series/spring/letters/{email.pk}/").content.decode()
    assert "Viesti palautui: osoitetta ei ole (5.1.1)." in page
    person = Registration.objects.get(email="anna@example.org")
    address = f"/en/desk/series/spring/registrations/{person.pk}/address/"
    assert desk.post(address, {"email": "sven@example.org"}).status_code == 422
    assert desk.post(address, {"email": "nonsense"}).status_code == 422
    assert desk.post(address, {"email": "anna.right@example.org"}).status_code == 302
    email.refresh_from_db()
    assert (email.to_address, email.state) == ("anna.right@example.org", "queued")


@pytest.mark.parametrize(
    "path", ["events/closing/waiting/", "events/closing/cancel/", "letters/write/", "letters/reminders/"]
)
def test_a_stranger_is_led_to_the_sign_in(hall, client, path):
    assert "/sign-in/" in client.get(f"/en/desk/series/spring/{path}")["Location"]
