"""Accounts that nobody uses: two emails, a press that keeps one open, and the closing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, Superseded, compose
from skaala.people.models import Account, MemberInvitation, UnusedAccount
from skaala.people.operations import close_account, close_unused_accounts, invite_member, keep_account
from skaala.people.operations.unused_accounts import AccountIsClosed
from skaala.people.rules import Role
from skaala.people.rules.unused import Notices, Step, step_due
from skaala.series.models import SeriesRole
from skaala.series.operations import give_role
from tests import cast

NOW = timezone.now()
DAY = timedelta(days=1)
NEW = {"name": "Per Person", "password": "a long walk by the lake"}


def at(days: int):
    return NOW + days * DAY


@pytest.mark.parametrize(
    ("used", "notices", "due"),
    [
        (-364, Notices(), Step.NOTHING),
        (-366, Notices(), Step.FIRST_EMAIL),
        (-390, Notices(at(-22), None, at(8)), Step.NOTHING),
        (-390, Notices(at(-23), None, at(7)), Step.SECOND_EMAIL),
        (-390, Notices(at(-40), None, at(-10)), Step.SECOND_EMAIL),
        (-390, Notices(at(-29), at(-6), at(1)), Step.NOTHING),
        (-390, Notices(at(-30), at(-7), at(0)), Step.CLOSE),
        (-1, Notices(at(-30), at(-7), at(0)), Step.FORGET_NOTICES),
        (-366, Notices(at(-500), at(-480), at(-470)), Step.FORGET_NOTICES),
    ],
)
def test_what_is_due(used, notices, due):
    assert step_due(used_at=at(used), notices=notices, now=NOW) == due


def not_since(account: Account, day: int) -> None:
    Account.objects.filter(pk=account.pk).update(last_login=at(day), created_at=at(day - 100))


@pytest.fixture
def per(db):
    """Somebody beside the owner who has not signed in for a year and a day."""
    cast.an_organiser("beside@example.org", last_login=NOW)
    account = cast.a_member(Role.ANALYST, "per@example.org", name="Per Person", language="sv")
    not_since(account, -366)
    return account


def nights(*days: int) -> None:
    for day in days:
        close_unused_accounts(now=at(day))


def kinds() -> list[str]:
    """Of the emails to whom a test is about, and not to the owner of an organisation who is only beside them."""
    found = Email.objects.exclude(to_address="beside@example.org").order_by("created_at")
    return list(found.values_list("kind", flat=True))


def test_two_emails_and_then_it_is_closed_and_each_night_may_run_twice(per):
    nights(0, 0)
    assert kinds() == ["people.unused_first"]
    nights(1, 22, 23, 23)
    assert kinds() == ["people.unused_first", "people.unused_second"]
    nights(29)
    per.refresh_from_db()
    assert per.is_active
    nights(30, 30)
    per.refresh_from_db()
    assert not per.is_active and per.memberships.get().ended_at == at(30)
    assert len(kinds()) == 2


def test_a_worker_that_did_not_run_leaves_a_week_after_the_second_email(per):
    nights(0, 90)
    assert UnusedAccount.objects.get().closes_at == at(97)
    nights(96)
    per.refresh_from_db()
    assert per.is_active


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Viimeksi"), ("sv", "senast"), ("en", "You last used your account")]
)
def test_the_email_names_both_days_in_the_reader_s_language(per, language, words):
    nights(0)
    email = Email.objects.get()
    email.language = language
    written = compose(email)
    year = f"{timezone.localdate(at(30)).year}"
    assert words.lower() in written.text.lower() and year in written.subject
    assert f"{timezone.localdate(at(-366)).year}" in written.text


def link() -> str:
    return re.search(
        r"http://testserver(\S+keep-account\S+)", compose(Email.objects.latest("created_at")).text
    )[1]


def test_a_press_keeps_it_and_a_scanner_that_opens_the_link_does_not(per):
    nights(0)
    path = link()
    assert Client().get(path).status_code == 200
    assert UnusedAccount.objects.get().kept_at is None
    answer = Client().post(path)
    assert answer.status_code == 200 and answer["Referrer-Policy"] == "no-referrer"
    nights(30, 60)
    per.refresh_from_db()
    assert per.is_active and len(kinds()) == 1
    with pytest.raises(Superseded):
        compose(Email.objects.get())
    nights(366)
    assert len(kinds()) == 2  # another year later it begins anew


def test_a_sign_in_keeps_it_too(per):
    nights(0, 23)
    Account.objects.filter(pk=per.pk).update(last_login=at(24))
    nights(30)
    per.refresh_from_db()
    assert per.is_active and UnusedAccount.objects.get().first_at is None


def test_the_link_of_a_closed_account_says_so_and_a_made_up_one_does_not_work(per):
    nights(0)
    path = link()
    close_account(account=per, now=NOW)
    assert Client().get(path).status_code == Client().post(path).status_code == 410
    with pytest.raises(AccountIsClosed):
        keep_account(account=per, now=NOW)
    assert Client().get("/en/desk/keep-account/1~made-up/").status_code == 404
    with pytest.raises(Obsolete):
        compose(Email.objects.get())


def test_the_only_owner_is_not_closed_and_the_operator_hears_of_it_once(db, settings):
    settings.OPERATOR_EMAIL = "operator@example.org"
    olga = cast.an_organiser()
    not_since(olga, -366)
    nights(0, 23, 30, 31, 31)
    olga.refresh_from_db()
    assert olga.is_active and olga.memberships.get().ended_at is None
    assert kinds() == ["people.unused_first", "people.unused_second", "people.unused_last_owner"]
    email = Email.objects.get(kind="people.unused_last_owner")
    assert email.to_address == "operator@example.org" and "(house)" in compose(email).text


def test_one_that_never_signed_in_counts_from_its_creation(db):
    cast.an_organiser("beside@example.org", last_login=NOW)
    cast.a_member(Role.READER, "new@example.org")
    nights(364)
    assert kinds() == []


def test_closing_ends_sessions_and_roles_and_names_a_former_member(per, client):
    series = cast.a_series()
    give_role(series=series, account=per, role=Role.READER, now=NOW)
    cast.signs_in(client, per)
    assert client.get("/en/desk/series/spring/").status_code == 200
    not_since(per, -366)
    nights(0, 23, 30)
    assert "/sign-in/" in client.get("/en/desk/series/spring/")["Location"]
    assert SeriesRole.objects.get().ended_at is not None
    olga = Client()
    cast.signs_in(olga, Account.objects.get(email="beside@example.org"))
    former = olga.get("/en/desk/organisations/house/members/").content.decode().partition("Former members")[2]
    assert "Per Person" in former


def test_an_invitation_opens_a_closed_account_again_with_what_it_gives_alone(per):
    series = cast.a_series()
    give_role(series=series, account=per, role=Role.ORGANISER, now=NOW)
    close_account(account=per, now=NOW)
    invite_member(
        tenant=cast.a_tenant("other"),
        address="per@example.org",
        role=Role.READER,
        language="en",
        invited_by=None,
        now=timezone.now(),
    )
    path = re.search(r"http://testserver(\S+)", compose(Email.objects.latest("created_at")).text)[1]
    theirs = Client()
    assert theirs.post(path, NEW).status_code == 302
    per.refresh_from_db()
    assert per.is_active and MemberInvitation.objects.get().accepted_at
    assert theirs.get("/en/desk/organisations/other/members/").status_code == 403
    assert theirs.get("/en/desk/series/spring/").status_code == 404
