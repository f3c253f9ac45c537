"""Inviting colleagues, and accepting."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from skaala.desk.frame.signing_in import DEVICE
from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.people.models import Account, AuditEntry, MemberInvitation, Membership
from skaala.people.rules import Role
from tests import cast

pytestmark = pytest.mark.django_db
FORGOTTEN = "/en/desk/sign-in/forgotten/"
MEMBERS = "/en/desk/organisations/house/members/"
NEW = {"name": "Per Person", "password": "a long walk by the lake"}


def invite(desk: Client, address: str = "per@example.org", **more: str):
    return desk.post(MEMBERS + "invite/", {"address": address, "role": "analyst", "language": "fi", **more})


def link_of(address: str) -> str:
    text = compose(Email.objects.filter(to_address=address).latest("created_at")).text
    return re.search(r"http://testserver(\S+)", text)[1]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "kutsuu sinut"), ("sv", "bjuder in dig"), ("en", "invites you")]
)
def test_the_email_is_in_the_chosen_language(desk, language, words):
    assert invite(desk, language=language).status_code == 302
    written = compose(Email.objects.get())
    assert words in written.text and words in written.html and "Olga Organiser" in written.text
    assert f"/{language}/desk/invitation/" in written.text


def test_somebody_new_accepts_with_a_password_and_is_in(desk):
    invite(desk, "Per@Example.org")
    browser, link = Client(), link_of("per@example.org")
    assert browser.get(link).status_code == 200
    assert not Membership.objects.filter(
        account__email="per@example.org"
    ).exists()  # opening alone does nothing
    assert browser.post(link, NEW).status_code == 302
    member = Membership.objects.get(account__email="per@example.org")
    assert (member.role, member.account.name, member.tenant.slug) == ("analyst", "Per Person", "house")
    assert browser.get("/fi/desk/").status_code == 200
    assert browser.post(link, NEW).status_code == 410


def test_who_accepts_is_let_in_as_by_signing_in(desk):
    invite(desk)
    browser = Client(HTTP_USER_AGENT="Firefox/130 (Windows)")
    browser.post(link_of("per@example.org"), NEW)
    per = Account.objects.get(email="per@example.org")
    assert per.sessions.get().session_key == browser.session.session_key
    assert AuditEntry.objects.filter(action="sign-in", account_number=per.pk).count() == 1
    assert DEVICE in browser.cookies
    # Who has just chosen a password is not asked for it at once.
    assert browser.get("/en/desk/account/security/second-factor/").status_code == 200


def test_a_weak_password_keeps_the_name_that_was_typed(desk):
    invite(desk)
    answer = Client().post(link_of("per@example.org"), {"name": "Per Person", "password": "short"})
    assert answer.status_code == 422 and 'value="Per Person"' in answer.content.decode()
    assert not Account.objects.filter(email="per@example.org").exists()


def test_another_person_s_account_cannot_accept(desk):
    invite(desk)
    other = Client()
    other.force_login(cast.a_member(Role.READER, "ella@example.org", tenant=cast.a_tenant("other")))
    link = link_of("per@example.org")
    page = other.get(link)
    assert page.status_code == 200 and "per@example.org" in page.content.decode()
    assert other.post(link, NEW).status_code == 403
    assert not Membership.objects.filter(account__email="ella@example.org", tenant__slug="house").exists()


def test_somebody_with_an_account_signs_in_and_presses(desk):
    cast.a_member(Role.READER, "per@example.org", tenant=cast.a_tenant("other"))
    invite(desk)
    browser, link = Client(), link_of("per@example.org")
    assert "/desk/sign-in/?next=" in browser.get(link).content.decode()
    assert browser.post(link, NEW).status_code == 200  # a stranger with the link makes no second account
    browser.login(username="per@example.org", password=cast.PASSWORD)
    assert browser.post(link).status_code == 302
    assert set(
        Membership.objects.filter(account__email="per@example.org").values_list("tenant__slug", "role")
    ) == {
        ("other", "reader"),
        ("house", "analyst"),
    }


def test_an_expired_a_withdrawn_and_a_replaced_invitation_open_nothing(desk):
    invite(desk)
    first = link_of("per@example.org")
    invite(desk)
    second = link_of("per@example.org")
    assert (Client().get(first).status_code, Client().get(second).status_code) == (410, 200)
    MemberInvitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().post(second, NEW).status_code == 410
    invite(desk)
    third, link = MemberInvitation.objects.first(), link_of("per@example.org")
    assert desk.post(f"{MEMBERS}invitations/{third.pk}/withdraw/").status_code == 302
    assert Client().get(link).status_code == 410
    with pytest.raises(Superseded):  # an email that has not gone by then does not go
        link_of("per@example.org")
    assert Client().get("/en/desk/invitation/1~made-up/").status_code == 404


def test_a_member_is_not_invited_again(desk, organiser):
    answer = invite(desk, organiser.email)
    assert answer.status_code == 422 and "is a member already" in answer.content.decode()
    assert not Email.objects.exists()


def test_roles_change_and_memberships_end_but_not_the_last_owner_s(desk, organiser):
    per = cast.a_member(Role.ANALYST, "per@example.org").memberships.get()
    own = organiser.memberships.get()
    assert desk.post(f"{MEMBERS}{own.pk}/", {"role": "reader"}).status_code == 422
    desk.post(f"{MEMBERS}{own.pk}/end/")
    desk.post(f"{MEMBERS}{per.pk}/", {"role": "facilitator"})
    own.refresh_from_db()
    per.refresh_from_db()
    assert (own.role, own.ended_at, per.role) == ("owner", None, "facilitator")
    desk.post(f"{MEMBERS}{per.pk}/end/")
    page = desk.get(MEMBERS).content.decode()
    assert "Former members" in page
    assert not Membership.objects.filter(account=per.account, ended_at=None).exists()


def test_members_of_another_organisation_cannot_be_changed(desk):
    theirs = cast.a_member(Role.READER, "ella@example.org", tenant=cast.a_tenant("other")).memberships.get()
    assert desk.get("/en/desk/organisations/other/members/").status_code == 404
    assert desk.post(f"{MEMBERS}{theirs.pk}/", {"role": "owner"}).status_code == 404
    assert desk.post(f"{MEMBERS}{theirs.pk}/end/").status_code == 404


def test_the_list_says_who_signed_in_when(desk, organiser):
    organiser.last_login = cast.TODAY
    organiser.save()
    page = desk.get(MEMBERS).content.decode()
    assert "15" in page and "2030" in page and "never" not in page


def test_a_forgotten_password_is_replaced_by_email_and_every_session_ends(desk, organiser):
    stranger = Client()
    answers = [
        stranger.post(FORGOTTEN, {"address": one}).content for one in ("olga@example.org", "no@example.org")
    ]
    assert answers[0].replace(b"olga@", b"no@") == answers[1]
    assert [one.to_address for one in Email.objects.all()] == ["olga@example.org"]
    link = link_of("olga@example.org")
    assert stranger.get(link).status_code == 200 and stranger.get(link)["Referrer-Policy"] == "no-referrer"
    assert stranger.post(link, {"password": "short"}).status_code == 422
    assert stranger.post(link, {"password": "another walk by the sea"}).status_code == 302
    organiser.refresh_from_db()
    assert organiser.check_password("another walk by the sea")
    assert desk.get("/en/desk/").status_code == 302
    assert stranger.get(link).status_code == 410
    assert stranger.get("/en/desk/new-password/1.made-up/").status_code == 410


def test_only_so_many_links_go_to_an_address(organiser):
    for _time in range(5):
        assert Client().post(FORGOTTEN, {"address": organiser.email}).status_code == 200
    assert Email.objects.count() == 3


def test_a_closed_account_gets_no_link(organiser):
    Account.objects.update(is_active=False)
    Client().post(FORGOTTEN, {"address": organiser.email})
    assert not Email.objects.exists()
