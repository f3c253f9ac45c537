"""Follow-ups and questions to contacts: consent first, a press answers, an end for every name and address."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from skaala.catalogue import links, operations
from skaala.catalogue.models import ActionContact, AdoptionReport, FollowUp, FollowUpQuestion
from skaala.catalogue.operations import contacts, follow_ups
from skaala.catalogue.rules import follow_ups as rules
from skaala.catalogue.rules.reporting import UnableToReport
from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.places.models import Municipality
from skaala.series.operations import personal_data
from tests import cast
from tests.catalogue.actions import NOW, an_action
from tests.workshops.boards import a_board, a_statement

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


def begun(municipality: str = "678", **details: Any) -> FollowUp:
    said = {"kind": "interested", "email": "maija@example.org", "language": "fi", "now": NOW} | details
    action = said.pop("action") if "action" in said else an_action()
    place = Municipality.objects.get(pk=municipality)
    return follow_ups.begin_follow_up(action=action, municipality=place, name="Maija Meri", **said)


def asked(**details: Any) -> FollowUp:
    """A follow-up whose first question has been asked."""
    follow_up = begun(**details)
    follow_ups.agree(follow_up=follow_up, now=NOW)
    assert follow_ups.ask_due(now=NOW + timedelta(days=100)) == 1
    return follow_up


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
def test_a_later_press_corrects_the_waiting_report_and_not_the_confirmed_one():
    follow_up = asked()
    question = follow_up.questions.get()

    def press(stage: str) -> list[str]:
        follow_ups.answer(question=question, stage=stage, now=NOW + timedelta(days=100))
        return [report.stage for report in AdoptionReport.objects.all()]

    assert press("in_use") == ["in_use"]
    assert press("in_use") == ["in_use"]
    assert press("piloting") == ["piloting"]
    assert press("not_yet") == []
    assert press("decided") == ["decided"]
    report = AdoptionReport.objects.get()
    operations.confirm_report(report=report, account=cast.an_organiser(), now=NOW + timedelta(days=100))
    assert press("decided") == ["decided"]
    assert press("in_use") == ["decided", "in_use"]
    assert follow_up.questions.get().answer == "in_use"


@pytest.mark.django_db
def test_what_cannot_be_true_leaves_the_earlier_answer():
    follow_up = asked()
    question, day = follow_up.questions.get(), NOW + timedelta(days=100)
    follow_ups.answer(question=question, stage="piloting", now=day)
    with pytest.raises(UnableToReport):
        follow_ups.answer(question=question, stage="stopped", now=day)
    assert [report.stage for report in AdoptionReport.objects.all()] == ["piloting"]
    assert follow_up.questions.get().answer == "piloting"


@pytest.mark.django_db
def test_editors_see_offers_and_answers_also_those_of_the_owner_and_no_names(client: Client):
    follow_up = asked(kind="can_help", municipality="889")
    action = follow_up.action
    client.force_login(cast.an_organiser())
    path = f"/en/desk/catalogue/{action.pk}/"
    assert "No answer yet" in client.get(path).content.decode()
    follow_ups.answer(question=follow_up.questions.get(), stage="in_use", now=NOW + timedelta(days=100))
    page = client.get(path).content.decode()
    assert "We can help others" in page
    assert "We do it" in page
    assert "Maija" not in page
    assert "maija@" not in page
    assert not AdoptionReport.objects.exists()


@pytest.mark.django_db
def test_a_reason_is_asked_only_where_somebody_reads_it(client: Client):
    owner = asked(kind="can_help", municipality="889")
    other = asked(action=an_action("Another"), email="other@example.org")
    for follow_up, asks, status in ((owner, False, 302), (other, True, 422)):
        path = f"/en/f/{links.follow_up_token(follow_up)}/"
        assert ('name="reason"' in client.get(path).content.decode()) == asks
        assert client.post(path, {"answer": "stopped"}).status_code == status


@pytest.mark.django_db
def test_organisers_of_a_closing_event_see_what_became_of_its_next_steps(client: Client):
    event = cast.a_closing_event(cast.a_series())
    board = a_board(event)
    prompt = board.prompts.first()
    prompt.kind = "next_step"
    prompt.save()
    step = a_statement(board, "Nimetään yhteyshenkilö")
    follow_up = asked(kind="commitment", action=None, step=step)
    follow_ups.answer(question=follow_up.questions.get(), stage="decided", now=NOW + timedelta(days=100))
    client.force_login(cast.an_organiser())
    page = client.get(
        reverse("desk:board-together", args=[event.series.slug, event.slug]).replace("/fi/", "/en/")
    ).content.decode()
    assert "It has been decided" in page
    assert "maija@" not in page


@pytest.mark.django_db
def test_an_address_that_is_followed_already_is_not_asked_again_and_few_times_in_all():
    action = an_action()
    first = begun(action=action)
    assert begun(action=action, email="MAIJA@example.org") == first
    assert Email.objects.count() == 1
    for number in range(follow_ups.MOST_REQUESTS - 1):
        begun(action=an_action(f"Other {number}"))
    with pytest.raises(follow_ups.TooManyFollowUps):
        begun(action=an_action("One too many"))
    assert FollowUp.objects.count() == Email.objects.count() == follow_ups.MOST_REQUESTS
    follow_ups.stop(follow_up=first, now=NOW)
    later = begun(action=action, now=NOW + timedelta(days=2))
    assert later != first


@pytest.mark.django_db
def test_a_name_holds_no_link_and_a_flood_has_to_wait(client: Client):
    path = f"/en/actions/{an_action().slug}/follow/"
    sent = {"kind": "interested", "municipality": "Raahe", "email": "maija@example.org"}
    assert client.post(path, sent | {"name": "Win at www.example.com"}).status_code == 422
    for number in range(10):
        assert client.post(path, sent | {"email": f"m{number}@example.org"}).status_code == 302
    assert client.post(path, sent | {"email": "late@example.org"}).status_code == 429


@pytest.mark.django_db
def test_the_form_begins_one_and_says_interest(client: Client):
    path = f"/en/actions/{an_action().slug}/follow/"
    sent = {"kind": "interested", "municipality": "Raahe", "email": "maija@example.org"}
    assert client.post(path, sent | {"email": "x"}).status_code == 422
    assert client.post(path, sent)["Location"].endswith("?sent=1")
    assert FollowUp.objects.get().municipality_id == "678"
    assert AdoptionReport.objects.get().stage == "interested"


@pytest.mark.django_db
def test_the_owner_of_an_action_reads_that_it_is_theirs(client: Client):
    action = an_action()
    sent = {"kind": "interested", "municipality": str(action.owner), "email": "maija@example.org"}
    answer = client.post(f"/en/actions/{action.slug}/follow/", sent)
    assert answer.status_code == 422 and "owns the action" in answer.content.decode()
    assert not FollowUp.objects.exists() and not AdoptionReport.objects.exists()


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
    never_agreed = begun(email="other@example.org")
    sweeps = personal_data.all_sweeps()
    after = NOW + timedelta(days=500)
    assert sweeps["follow-ups"](after, True) == {"follow_ups": 2}
    assert FollowUp.objects.exclude(email="").count() == 2
    assert sweeps["follow-ups"](after, False) == {"follow_ups": 2}
    assert not FollowUp.objects.exclude(email="").exists()
    assert not FollowUp.objects.filter(pk=never_agreed.pk).exists()
    assert {"action-contacts", "adoption-reporters", "keepers"} <= set(sweeps)
