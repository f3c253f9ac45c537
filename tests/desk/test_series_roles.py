"""Roles in a single series: given, accepted, used, changed and ended."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.people.models import Account, AuditEntry
from skaala.people.operations import require_second_factor
from skaala.people.rules import Role, may_be_given, permissions
from skaala.series.models import SeriesInvitation, SeriesRole
from skaala.series.operations import end_series_role, give_role
from skaala.series.operations.roles import NotGivenInOneSeries
from tests import cast

pytestmark = pytest.mark.django_db
ROLES = "/en/desk/series/spring/roles/"
NEW = {"name": "Gun Guest", "password": "a long walk by the lake"}


@pytest.fixture
def spring(db):
    return cast.a_series()


def give(desk: Client, **sent: str):
    return desk.post(
        ROLES + "give/",
        {"member": "", "address": "", "name": "", "role": "analyst", "language": "fi", **sent},
    )


def link_of(address: str) -> str:
    text = compose(Email.objects.filter(to_address=address).latest("created_at")).text
    return re.search(r"http://testserver(\S+)", text)[1]


def signed_in(account: Account) -> Client:
    client = Client()
    cast.signs_in(client, account)
    return client


def test_a_colleague_gets_the_role_at_once_and_it_adds_to_the_one_in_the_organisation(desk, spring):
    reader = cast.a_member(Role.READER, "reader@example.org")
    cast.a_series("autumn")
    assert give(desk, member=str(reader.memberships.get().pk), role="facilitator").status_code == 302
    assert not Email.objects.exists()
    theirs = signed_in(reader)
    assert theirs.get("/en/desk/series/spring/events/").status_code == 200
    cast.an_event(spring)
    assert theirs.get("/en/desk/series/spring/events/workshop-1/board/").status_code == 200
    assert theirs.get("/en/desk/series/autumn/news/").status_code == 200
    assert theirs.get("/en/desk/series/spring/registrations/").status_code == 403


def test_a_colleague_whose_address_is_written_is_not_invited_but_gets_it(desk, spring):
    reader = cast.a_member(Role.READER, "reader@example.org")
    assert give(desk, address="Reader@Example.org").status_code == 302
    assert SeriesRole.objects.get().account == reader and not SeriesInvitation.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "kutsuu sinut mukaan järjestelyihin"),
        ("sv", "bjuder in dig"),
        ("en", "invites you to work on"),
    ],
)
def test_somebody_from_outside_is_invited_in_their_language(desk, spring, language, words):
    assert give(desk, address="gun@example.org", language=language).status_code == 302
    written = compose(Email.objects.get())
    title = f"Spring series ({language})"
    assert title in written.text and title in written.subject and "/series-invitation/" in written.text
    assert words in written.text


def test_who_accepts_gets_this_series_and_no_membership(desk, spring):
    cast.a_series("autumn")
    give(desk, address="gun@example.org", name="Gun Guest")
    link = link_of("gun@example.org")
    theirs = Client()
    assert theirs.get(link).status_code == 200 and not Account.objects.filter(email="gun@example.org")
    assert theirs.post(link, NEW)["Location"] == "/fi/desk/series/spring/"
    gun = Account.objects.get(email="gun@example.org")
    assert not gun.memberships.exists() and gun.series_roles.get().role == "analyst"
    assert theirs.get("/en/desk/series/spring/report/").status_code == 200
    assert theirs.get("/en/desk/series/autumn/report/").status_code == 404
    assert theirs.get("/en/desk/organisations/house/members/").status_code == 404
    assert theirs.post(link, NEW).status_code == 410
    assert AuditEntry.objects.filter(action="do.accept-series-invitation", series_number=spring.pk).exists()


def test_another_person_cannot_accept_and_learns_whose_it_is(desk, spring):
    give(desk, address="gun@example.org")
    other = signed_in(cast.a_member(Role.READER, "other@example.org"))
    link = link_of("gun@example.org")
    page = other.get(link).content.decode()
    assert "gun@example.org" in page and "other@example.org" in page
    assert other.post(link).status_code == 403
    assert not SeriesRole.objects.exists()


def test_a_withdrawn_and_a_late_invitation_open_nothing(desk, spring):
    give(desk, address="gun@example.org")
    link = link_of("gun@example.org")
    SeriesInvitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(link).status_code == 410
    give(desk, address="gun@example.org")
    newer = link_of("gun@example.org")
    assert (
        desk.post(f"{ROLES}invitations/{SeriesInvitation.objects.latest('pk').pk}/withdraw/").status_code
        == 302
    )
    assert Client().get(newer).status_code == 410 and Client().get(link).status_code == 410
    with pytest.raises(Superseded):
        compose(Email.objects.latest("created_at"))
    assert Client().get("/en/desk/series-invitation/1~made-up/").status_code == 404


def test_the_page_shows_since_when_and_when_it_was_last_used(desk, spring):
    guest = cast.a_guest(spring, Role.ANALYST)
    assert "never" in desk.get(ROLES).content.decode()
    signed_in(guest).get("/en/desk/series/spring/report/")
    used = SeriesRole.objects.get().last_used_at
    assert timezone.now() - used < timedelta(minutes=1)
    signed_in(guest).get("/en/desk/series/spring/report/")
    assert SeriesRole.objects.get().last_used_at == used  # noted once an hour, not with every page
    page = desk.get(ROLES).content.decode()
    assert "guest@example.org" in page and "never" not in page and "15 January 2030" in page


def test_an_ended_role_opens_nothing_and_its_holder_is_still_named(desk, spring):
    guest = cast.a_guest(spring, Role.ANALYST)
    theirs = signed_in(guest)
    assert theirs.get("/en/desk/series/spring/").status_code == 200
    assert desk.post(f"{ROLES}{SeriesRole.objects.get().pk}/end/").status_code == 302
    assert theirs.get("/en/desk/series/spring/").status_code == 404
    assert "Spring series" not in theirs.get("/en/desk/").content.decode()
    assert "Gun Guest" in desk.get(ROLES).content.decode().partition("Ended roles")[2]
    assert desk.post(f"{ROLES}{SeriesRole.objects.get().pk}/end/").status_code == 404
    give_role(series=spring, account=guest, role=Role.READER, now=cast.TODAY)
    assert "Ended roles" not in desk.get(ROLES).content.decode()


def test_a_changed_role_is_written_into_the_trail(desk, spring):
    cast.a_guest(spring, Role.ANALYST)
    held = SeriesRole.objects.get()
    assert desk.post(f"{ROLES}{held.pk}/", {"role": "reader"}).status_code == 302
    held.refresh_from_db()
    entry = AuditEntry.objects.get(action="do.series-role")
    assert (held.role, entry.details["role"], entry.series_number) == ("reader", "reader", spring.pk)


def test_nobody_gives_more_than_they_may_themselves_and_a_guest_gives_nothing(desk, spring):
    assert may_be_given(permissions(["owner"])) == may_be_given(permissions(["organiser"]))
    assert may_be_given(permissions(["reader"])) == (Role.READER,)
    with pytest.raises(NotGivenInOneSeries):
        cast.a_guest(spring, Role.OWNER)
    assert give(desk, address="gun@example.org", role="owner").status_code == 422
    guest = cast.a_guest(spring, Role.ORGANISER, "second@example.org")
    for page in ("roles/", "roles/give/", "copy/", "remove/"):
        assert signed_in(guest).get(f"/en/desk/series/spring/{page}").status_code == 403, page


def test_what_is_not_filled_in_or_filled_in_twice_is_said(desk, spring):
    reader = cast.a_member(Role.READER, "reader@example.org")
    assert "Choose a colleague, or write" in give(desk).content.decode()
    both = give(desk, member=str(reader.memberships.get().pk), address="gun@example.org")
    assert both.status_code == 422 and "not both" in both.content.decode()
    cast.a_guest(spring, Role.ANALYST)
    assert "has a role here already" in give(desk, address="guest@example.org").content.decode()


def test_a_guest_chooses_among_the_venues_and_organisations_of_the_series_alone(desk, spring):
    cast.an_event(spring, mode="onsite", venue=cast.a_venue(name=cast.texts("Town hall")))
    cast.a_venue(name=cast.texts("Secret cellar"))
    cast.an_organisation("secret", name=cast.texts("Secret partner"))
    guest = signed_in(cast.a_guest(spring, Role.ORGANISER))
    for page, ours, hidden in (
        ("events/workshop-1/", "Town hall", "Secret cellar"),
        ("details/", "Association", "Secret partner"),
    ):
        address = f"/en/desk/series/spring/{page}"
        assert hidden in desk.get(address).content.decode()
        shown = guest.get(address).content.decode()
        assert ours in shown and hidden not in shown


def test_a_guest_needs_the_second_factor_that_the_organisation_requires(spring):
    guest = signed_in(cast.a_guest(spring, Role.READER))
    require_second_factor(tenant=cast.a_tenant(), is_required=True)
    assert guest.get("/en/desk/series/spring/")["Location"] == "/en/desk/account/security/"


def test_to_give_and_to_end_a_role_one_shows_afresh_who_one_is(organiser, spring):
    cast.a_guest(spring, Role.READER)
    stale = Client()
    stale.force_login(organiser)
    for page in ("give/", f"{SeriesRole.objects.get().pk}/", f"{SeriesRole.objects.get().pk}/end/"):
        assert "/account/confirm/" in stale.post(ROLES + page)["Location"], page


def test_an_end_twice_changes_nothing(spring):
    cast.a_guest(spring, Role.READER)
    held = SeriesRole.objects.get()
    end_series_role(held=held, now=cast.TODAY)
    from skaala.series.operations import RoleHasEnded

    with pytest.raises(RoleHasEnded):
        end_series_role(held=held, now=cast.TODAY + timedelta(days=1))
    assert SeriesRole.objects.get().ended_at == cast.TODAY
