"""Follow-ups and questions to contacts: consent first, a press answers, an end for every name and address."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from skaala.catalogue import links, operations
from skaala.catalogue.models import ActionContact, AdoptionReport, FollowUp, FollowUpQuestion
from skaala.catalogue.operations import contacts, follow_ups
from skaala.catalogue.rules import follow_ups as rules
from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.places.models import Municipality
from skaala.series.operations import personal_data
from tests.catalogue.actions import NOW, an_action

TODAY = NOW.date()


def on(day: date) -> datetime:
    return NOW.replace(year=day.year, month=day.month, day=day.day)


@pytest.mark.parametrize(
    ("unanswered", "last_asked", "today", "forgotten"),
    [
        (1, date(2026, 1, 1), date(2026, 6, 1), False),
        (2, date(2026, 1, 1), date(2026, 1, 31), False),
        (2, date(2026, 1, 1), date(2026, 2, 1), True),
        (0, None, date(2027, 1, 1), True),
    ],
)
def test_when_somebody_is_forgotten(unanswered, last_asked, today, forgotten):
    ends = date(2027, 1, 1)
    found = rules.is_forgotten(unanswered=unanswered, last_asked=last_asked, ends_on=ends, today=today)
    assert found == forgotten


def begun() -> FollowUp:
    return follow_ups.begin_follow_up(
        kind="interested",
        email="maija@example.org",
        name="Maija Meri",
        language="fi",
        action=an_action(),
        municipality=Municipality.objects.get(pk="678"),
        now=NOW,
    )


@pytest.mark.django_db
def test_nothing_is_asked_before_the_owner_of_the_address_agrees_and_then_it_goes():
    follow_up = begun()
    email = Email.objects.get()
    assert (email.kind, email.to_unconfirmed, email.to_name) == ("catalogue.follow_up_confirm", True, "")
    assert "Maija" not in compose(email).text
    assert follow_ups.ask_due(now=NOW + timedelta(days=400)) == 0
    assert follow_ups.forget_follow_ups(now=NOW + timedelta(days=6)) == 0
    assert follow_ups.forget_follow_ups(now=NOW + timedelta(days=8)) == 1
    assert not FollowUp.objects.filter(pk=follow_up.pk).exists()
    assert not Email.objects.exists()


@pytest.mark.django_db
def test_three_questions_and_an_end():
    follow_up = begun()
    follow_ups.agree(follow_up=follow_up, now=NOW)
    for months, number in ((3, 1), (6, 2), (12, 3)):
        day = rules.months_later(TODAY, months)
        assert follow_ups.ask_due(now=on(day - timedelta(days=1))) == 0
        assert follow_ups.ask_due(now=on(day)) == 1
        assert follow_ups.ask_due(now=on(day)) == 0
        follow_ups.answer(question=follow_up.questions.get(number=number), stage="not_yet", now=on(day))
    follow_up.refresh_from_db()
    assert (follow_up.ask_on, follow_up.unanswered) == (None, 0)
    assert follow_ups.forget_follow_ups(now=on(follow_up.ends_on)) == 1
    ended = FollowUp.objects.get(pk=follow_up.pk)
    assert (ended.name, ended.email, ended.ended_on) == ("", "", follow_up.ends_on)
    assert ended.municipality_id == "678"
    assert not Email.objects.exists()
    assert [one.answer for one in FollowUpQuestion.objects.all()] == ["not_yet"] * 3


@pytest.mark.django_db
def test_two_unanswered_questions_end_it_and_the_unit_stays():
    follow_up = begun()
    follow_ups.agree(follow_up=follow_up, now=NOW)
    for months in (3, 6):
        follow_ups.ask_due(now=on(rules.months_later(TODAY, months)))
    assert follow_ups.ask_due(now=on(rules.months_later(TODAY, 12))) == 0
    second = rules.months_later(TODAY, 6)
    assert follow_ups.forget_follow_ups(now=on(second + timedelta(days=30))) == 0
    assert follow_ups.forget_follow_ups(now=on(second + timedelta(days=31))) == 1
    follow_up.refresh_from_db()
    assert (follow_up.email, follow_up.municipality_id) == ("", "678")


@pytest.mark.django_db
def test_opening_a_page_changes_nothing_and_a_press_does(client: Client):
    follow_up = begun()
    path = f"/en/f/{links.follow_up_token(follow_up)}/"
    page = client.get(path)
    assert page["Cache-Control"] == "no-store, private"
    follow_up.refresh_from_db()
    assert follow_up.consented_on is None
    client.post(path, {"action": "agree"})
    follow_up.refresh_from_db()
    assert follow_up.consented_on is not None
    follow_ups.ask_due(now=NOW + timedelta(days=365 * 2))
    client.get(path + "?answer=in_use")
    assert follow_up.questions.get().answer == ""
    assert client.post(path, {"answer": "stopped"}).status_code == 422
    assert client.post(path, {"answer": "nonsense"}).status_code == 422
    assert client.post(path, {"answer": "in_use"}).status_code == 302
    assert follow_up.questions.get().answer == "in_use"
    report = AdoptionReport.objects.get()
    assert (report.stage, report.state, report.source) == ("in_use", "waiting", "follow_up")
    assert "deleted" in client.post(path, {"action": "stop"}).content.decode()
    assert client.get(path).status_code == 404
    assert client.get("/en/f/made~up/").status_code == 404


@pytest.mark.django_db
def test_the_form_begins_one_and_says_interest(client: Client):
    path = f"/en/actions/{an_action().slug}/follow/"
    sent = {"kind": "interested", "municipality": "Raahe", "email": "maija@example.org"}
    assert client.post(path, sent | {"email": "x"}).status_code == 422
    assert client.post(path, sent)["Location"].endswith("?sent=1")
    assert FollowUp.objects.get().municipality_id == "678"
    assert AdoptionReport.objects.get().stage == "interested"


@pytest.mark.django_db
def test_a_contact_is_asked_twice_a_year_and_forgotten_after_two_unanswered(client: Client):
    action = an_action(status="running")
    contact = operations.save_contact(
        action=action, name="Kaisa", email="kaisa@example.org", job_title="", language="en", today=TODAY
    )
    day = TODAY + timedelta(days=182)
    assert contacts.ask_contacts(now=on(day - timedelta(days=1))) == 0
    assert contacts.ask_contacts(now=on(day)) == 1
    token = links.contact_token(contact)
    assert token in compose(Email.objects.get()).text
    path = f"/en/q/{token}/"
    client.get(path)
    contact.refresh_from_db()
    assert contact.unanswered == 1
    client.post(path, {"answer": "stopped"})
    contact.refresh_from_db()
    action.refresh_from_db()
    assert (contact.unanswered, action.status) == (0, "stopped")
    ActionContact.objects.update(ask_on=day, unanswered=0, keep_until=date(2099, 1, 1))
    contacts.ask_contacts(now=on(day))
    contacts.ask_contacts(now=on(day + timedelta(days=182)))
    assert contacts.ask_contacts(now=on(day + timedelta(days=364))) == 0
    assert contacts.forget_contacts(today=day + timedelta(days=182 + 30)) == 0
    assert contacts.forget_contacts(today=day + timedelta(days=182 + 31)) == 1
    assert not Email.objects.exists()
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_the_night_forgets_and_a_rehearsal_only_counts():
    follow_ups.agree(follow_up=begun(), now=NOW)
    sweeps = personal_data.all_sweeps()
    after = NOW + timedelta(days=500)
    assert sweeps["follow-ups"](after, True) == {"follow_ups": 1}
    assert FollowUp.objects.get().email
    assert sweeps["follow-ups"](after, False) == {"follow_ups": 1}
    assert not FollowUp.objects.get().email
    assert {"action-contacts", "adoption-reporters"} <= set(sweeps)
