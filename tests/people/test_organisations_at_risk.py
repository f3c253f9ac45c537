"""What could break an organisation: owners who demote each other, its removal with running series, a forged host."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client

from skaala.people.models import Account, Tenant
from skaala.people.operations import LastOwner, change_role, end_membership, note
from skaala.people.queries import owners
from skaala.people.rules import Role
from skaala.series.models import Series
from skaala.series.operations import TenantInUse, remove_tenant
from tests import cast


def demote(account: Account) -> None:
    change_role(member=account.memberships.get(ended_at=None), role=Role.READER)


def remove(account: Account) -> None:
    end_membership(member=account.memberships.get(ended_at=None), now=cast.TODAY)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", [demote, remove])
@pytest.mark.parametrize("second", [demote, remove])
def test_of_two_owners_who_end_each_other_at_the_same_time_one_stays(
    first: Callable[[Account], None], second: Callable[[Account], None]
) -> None:
    """Two connections: the second waits for the first one's transaction, and is refused when it has committed."""
    olga, per = cast.an_organiser(), cast.an_organiser("per@example.org")
    outcome: list[str] = []

    def the_other() -> None:
        try:
            second(olga)
            outcome.append("done")
        except LastOwner:
            outcome.append("refused")
        finally:
            connection.close()

    other = threading.Thread(target=the_other)
    with transaction.atomic():
        first(per)
        other.start()
        other.join(1)
        assert outcome == []  # without the lock it would have ended olga by now, and nobody would be left
    other.join(10)
    assert outcome == ["refused"]
    assert [member.account for member in owners(cast.a_tenant())] == [olga]


@pytest.mark.django_db
def test_an_organisation_with_series_is_not_removed_by_whatever_way():
    series = cast.a_series()
    tenant = series.tenant
    with pytest.raises(TenantInUse) as refusal:
        remove_tenant(tenant=tenant)
    assert refusal.value.series == 1
    with pytest.raises(ProtectedError):
        tenant.delete()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_tenant WHERE id = %s", [tenant.pk])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Client().get("/en/series/spring/").status_code == 200


@pytest.mark.django_db
def test_nor_is_a_partner_or_one_with_a_trail_and_an_empty_one_goes_with_what_it_has():
    series, partner = cast.a_series(), cast.a_tenant("partner")
    cast.a_partner(series, partner)
    with pytest.raises(TenantInUse):
        remove_tenant(tenant=partner)
    old, empty = cast.a_tenant("old"), cast.a_tenant("empty")
    note(action="do.texts", tenant=old.pk, account=1, now=cast.TODAY)
    with pytest.raises(TenantInUse) as refusal:
        remove_tenant(tenant=old)
    assert refusal.value.series == 0
    cast.an_organiser(tenant=empty)
    cast.a_venue(tenant=empty)
    cast.an_organisation("their-association", tenant=empty)
    remove_tenant(tenant=empty)
    assert not Tenant.objects.filter(slug="empty").exists() and Series.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/", "/en/desk/sign-in/", "/en/desk/sign-in/forgotten/"])
@pytest.mark.parametrize("header", [{"HTTP_HOST": "evil.example"}, {"HTTP_X_FORWARDED_HOST": "evil.example"}])
def test_a_forged_host_gets_no_page_or_none_with_its_name(path, header, settings):
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    answer = Client(raise_request_exception=False).get(path, **header)
    assert answer.status_code == (400 if "HTTP_HOST" in header else 200)
    assert "evil.example" not in answer.content.decode() and "evil.example" not in str(answer.headers)


@pytest.mark.django_db
def test_links_in_emails_do_not_follow_a_forged_host(settings):
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose

    cast.an_organiser()
    settings.ALLOWED_HOSTS = ["*"]
    Client().post(
        "/en/desk/sign-in/forgotten/",
        {"address": "olga@example.org"},
        HTTP_HOST="evil.example",
        HTTP_ORIGIN="http://evil.example",
    )
    for email in Email.objects.all():
        assert "evil.example" not in compose(email).text
    Client().post("/en/desk/sign-in/forgotten/", {"address": "olga@example.org"})
    assert "http://testserver/" in compose(Email.objects.latest("created_at")).text
