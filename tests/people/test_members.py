"""Roles, members, and that what belongs to one organisation never lands in another."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from skaala.people.models import Account, Membership
from skaala.people.operations import LastOwner, NoMember, change_role, close_account, end_membership
from skaala.people.rules import MAY, Permission, Role, permissions, roles_with
from skaala.series.models import Event, Involvement, Series
from tests import cast
from tests.cast import TODAY

pytestmark = pytest.mark.django_db

PERSONAL = {Permission.SEE_PEOPLE, Permission.CHANGE_PEOPLE, Permission.SEND_EMAILS, Permission.CHECK_IN}


def member_of(account: Account) -> Membership:
    return account.memberships.get(ended_at=None)


def test_readers_analysts_facilitators_and_auditors_see_no_personal_data():
    for role in (Role.READER, Role.ANALYST, Role.FACILITATOR, Role.AUDITOR):
        assert not MAY[role] & PERSONAL
    assert MAY[Role.CHECK_IN] & PERSONAL == {Permission.CHECK_IN}


def test_the_owner_may_do_everything_and_alone_changes_members():
    assert permissions(["owner"]) == frozenset(Permission)
    assert roles_with(Permission.CHANGE_MEMBERS) == (Role.OWNER,)


def test_the_last_owner_cannot_leave_or_be_demoted():
    olga = cast.an_organiser()
    with pytest.raises(LastOwner):
        change_role(member=member_of(olga), role=Role.READER)
    with pytest.raises(LastOwner):
        end_membership(member=member_of(olga), now=TODAY)
    with pytest.raises(LastOwner):
        close_account(account=olga, now=TODAY)
    olga.refresh_from_db()
    assert (member_of(olga).role, olga.is_active) == ("owner", True)


def test_of_two_owners_who_demote_each_other_one_stays():
    olga, per = cast.an_organiser(), cast.an_organiser("per@example.org")
    one, other = member_of(olga), member_of(per)
    change_role(member=other, role=Role.READER)
    with pytest.raises(LastOwner):
        change_role(member=one, role=Role.READER)


def test_an_ended_membership_stays_as_a_row_and_changes_no_more():
    cast.an_organiser()
    per = cast.a_member(Role.ANALYST, "per@example.org")
    member = member_of(per)
    end_membership(member=member, now=TODAY)
    assert Membership.objects.get(pk=member.pk).ended_at == TODAY
    with pytest.raises(NoMember):
        change_role(member=member, role=Role.OWNER)


def test_the_database_refuses_what_belongs_to_another_organisation():
    other = cast.a_tenant("other")
    series = cast.a_series()
    event = cast.an_event(series)
    theirs = cast.an_organisation("theirs", tenant=other)
    for attempt in (
        lambda: Involvement.objects.create(series=series, organisation=theirs, role="organiser"),
        lambda: Series.objects.filter(pk=series.pk).update(controller=theirs),
        lambda: Series.objects.filter(pk=series.pk).update(tenant=other),
        lambda: Event.objects.filter(pk=event.pk).update(venue=cast.a_venue(tenant=other)),
    ):
        with pytest.raises(IntegrityError, match="belongs to another organisation"), transaction.atomic():
            attempt()


def test_the_database_knows_the_roles_and_one_membership_per_account():
    olga = cast.an_organiser()
    for attempt in (
        lambda: Membership.objects.create(tenant=cast.a_tenant(), account=olga, role="reader", since=TODAY),
        lambda: Membership.objects.create(tenant=cast.a_tenant("b"), account=olga, role="king", since=TODAY),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
