"""Saving, publishing and withdrawing actions, their addresses, contacts and origins."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from skaala.catalogue import operations, queries
from skaala.catalogue.models import Action, ActionContact, ActionLink
from skaala.catalogue.operations.contacts import forget_contacts
from skaala.catalogue.rules.documentation import PROFILE, read_profile
from skaala.catalogue.rules.inexact_dates import UnreadableDate, read_date
from skaala.ui.texts import Texts
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_an_action_without_an_owner_is_kept_but_not_published():
    action = an_action("Nobody’s", owner_id=None, is_public=False)
    with pytest.raises(operations.UnableToPublish) as refused:
        operations.publish_action(action=action, account=None, now=NOW)
    assert refused.value.missing == ["owner"]
    assert queries.find_action(action.slug) is None
    action.state, action.published_at = "published", NOW
    with pytest.raises(IntegrityError), transaction.atomic():
        action.save()


def test_addresses_are_lasting_and_never_those_of_other_pages():
    first, second = an_action("Same name"), an_action("Same name")
    assert (first.slug, second.slug) == ("same-name", "same-name-2")
    assert an_action("Compare").slug == "compare-2"
    assert an_action("Åäö ❄").slug == "aao"
    assert an_action("❄").slug == "action"
    first.name = Texts(en="Renamed")
    operations.save_action(action=first, now=NOW)
    assert first.slug == "same-name"


def test_links_are_replaced_and_withdrawing_keeps_everything():
    action = an_action()
    operations.save_action(action=action, now=NOW, links=[ActionLink(url="https://example.org/a")])
    operations.save_action(action=action, now=NOW, links=[ActionLink(url="https://example.org/b")])
    assert [link.url for link in action.links.all()] == ["https://example.org/b"]
    operations.withdraw_action(action=action)
    assert queries.find_action(action.slug) is None
    operations.remove_action(action=action)
    assert Action.objects.filter(pk=action.pk).exists()


def test_a_better_described_action_counts_as_better_documented():
    bare = an_action("Bare")
    full = an_action("Full", steps=Texts(en="x"), core=Texts(en="x"), profile={"measured": {"answer": "no"}})
    assert bare.documented < full.documented < 100


def test_a_contact_documents_an_action_as_long_as_there_is_one():
    action = an_action()

    def documented() -> int:
        return Action.objects.get(pk=action.pk).documented

    before = documented()
    said = {"name": "Kaisa", "job_title": "", "language": "fi", "today": TODAY}
    operations.save_contact(action=action, email="kaisa@example.org", **said)
    assert documented() > before
    operations.save_action(action=Action.objects.get(pk=action.pk), now=NOW)
    assert documented() > before
    operations.remove_contact(action=action)
    assert documented() == before
    contact = operations.save_contact(action=action, email="kaisa@example.org", **said)
    forget_contacts(today=contact.keep_until + timedelta(days=1))
    assert documented() == before


def test_what_is_submitted_cannot_have_begun_in_the_future(client: Client):
    sent = {"municipality": "Raahe", "name": "Name", "summary": "Sentence", "status": "running"}
    assert client.post("/en/actions/submit/", sent | {"began": "2999"}).status_code == 422
    assert (
        client.post(
            "/en/actions/submit/", sent | {"began": "2024", "name": "a www.example.com b"}
        ).status_code
        == 422
    )
    assert not Action.objects.exists()
    assert (
        client.post("/en/actions/submit/", sent | {"began": "2999", "status": "planned"}).status_code == 302
    )
    assert (
        client.post("/en/actions/submit/", sent | {"began": "2024", "summary": "Two\nlines"}).status_code
        == 302
    )
    assert Action.objects.count() == 2


def test_what_nobody_answered_is_unknown_and_never_no():
    lines = read_profile({"measured": {"answer": "perhaps"}, "verified": {"answer": "no"}}, adopters=0)
    assert [line.question for line in lines] == list(PROFILE)
    assert {line.question: line.answer for line in lines if line.answer != "unknown"} == {"verified": "no"}
    assert read_profile({}, adopters=3)[PROFILE.index("runs_elsewhere")].answer == "yes"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024", "2024-12-31"),
        ("2/2024", "2024-02-29"),
        ("17.5.2024", "2024-05-17"),
        (" 2024-02 ", "2024-02-29"),
    ],
)
def test_dates_may_be_as_exact_as_people_know_them(text, last):
    assert str(read_date(text).last) == last


@pytest.mark.parametrize("text", ["", "31.2.2024", "13/2024", "soon", "0000", "5.2024.1", "2024-13-01"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UnreadableDate):
        read_date(text)


def test_a_contact_is_named_with_consent_and_forgotten_on_time():
    action = an_action()
    said = {"name": "Kaisa Kontakti", "job_title": "", "language": "fi", "today": TODAY}
    contact = operations.save_contact(action=action, email="kaisa@example.org", **said)
    assert (contact.consented_on, contact.ask_on) == (TODAY, TODAY + timedelta(days=182))
    again = operations.save_contact(action=action, email="other@example.org", **said)
    assert (again.pk, again.generation) == (contact.pk, 2)
    assert forget_contacts(today=again.keep_until) == 0
    assert forget_contacts(today=again.keep_until + timedelta(days=1)) == 1
    assert not ActionContact.objects.exists()


def test_dates_of_the_contact_never_run_backwards():
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionContact.objects.create(
            action=an_action(),
            name="x",
            email="x@example.org",
            consented_on=TODAY,
            keep_until=date(2020, 1, 1),
            ask_on=TODAY,
        )
