"""Keys are made on the organiser pages, shown once, kept as digests, and end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.people.models import AuditEntry
from skaala.people.rules import Role, Scope
from skaala.series.models import ApiKey
from skaala.series.operations import NotOfTheOrganisation, make_api_key, use_api_key
from skaala.series.operations.api_keys import LISTED_AFTER_ITS_END, forget_api_keys
from tests import cast
from tests.api.conftest import Program

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/organisations/house/api-keys/"


def form(**changed):
    last_day = timezone.localdate() + timedelta(days=30)
    return {"name": "Website", "scopes": ["series:read"], "last_day": last_day.isoformat(), **changed}


def test_a_key_is_shown_once_and_only_its_digest_is_kept(desk):
    answer = desk.post(f"{PAGE}new/", form())
    key = ApiKey.objects.get()
    secret = answer.content.decode().partition("<code>skaala_")[2].partition("</code>")[0]
    assert answer.status_code == 200 and len(secret) > 40
    assert f"skaala_{secret}" not in str(ApiKey.objects.values_list().get())
    assert secret not in desk.get(PAGE).content.decode()
    assert use_api_key(secret=f"skaala_{secret}", now=timezone.now()) == key
    entry = AuditEntry.objects.get(action="do.new-api-key")
    assert entry.details["scopes"] == "series:read" and secret not in str(entry.details)
    assert "made a key of the API" in desk.get("/en/desk/organisations/house/audit/").content.decode()


def test_the_list_says_what_a_key_is_for_and_when_it_was_last_used(desk, make_key):
    cast.a_series()
    Program(make_key(Scope.REGISTRATIONS_READ)).get("series")
    page = desk.get(PAGE).content.decode()
    assert "Website" in page and "read who has registered" in page and "never" not in page


@pytest.mark.parametrize(
    "wrong", [{"scopes": []}, {"name": ""}, {"last_day": "2001-01-01"}, {"last_day": "2999-01-01"}]
)
def test_what_is_missing_is_said_and_no_key_is_made(desk, wrong):
    assert desk.post(f"{PAGE}new/", form(**wrong)).status_code == 422
    assert not ApiKey.objects.exists()


def test_a_key_of_another_organisation_s_series_cannot_be_made(desk, organiser):
    theirs = cast.a_series("theirs", tenant=cast.a_tenant("other"))
    assert desk.post(f"{PAGE}new/", form(series=theirs.pk)).status_code == 422
    with pytest.raises(NotOfTheOrganisation):
        make_api_key(
            tenant=cast.a_tenant(),
            series=theirs,
            name="x",
            scopes=[Scope.SERIES_READ],
            last_day=timezone.localdate(),
            by=organiser,
            now=timezone.now(),
        )


@pytest.mark.parametrize("role", [role for role in Role if role != Role.OWNER])
def test_only_owners_make_keys(client, role):
    client.force_login(cast.a_member(role, "member@example.org"))
    assert client.get(PAGE).status_code == 403


def test_an_ended_key_opens_nothing_and_is_forgotten_later(desk, make_key):
    secret = make_key()
    key = ApiKey.objects.get()
    desk.post(f"{PAGE}{key.pk}/end/")
    answer = Program(secret).get("series")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="Skaala"')
    assert "Ended keys" in desk.get(PAGE).content.decode()
    later = timezone.now() + LISTED_AFTER_ITS_END + timedelta(minutes=1)
    assert forget_api_keys(later - timedelta(days=1), False)["api_keys"] == 0
    assert forget_api_keys(later, True)["api_keys"] == forget_api_keys(later, False)["api_keys"] == 1
    assert not ApiKey.objects.exists()


def test_a_key_ends_with_its_last_day(make_key):
    secret = make_key(days=1)
    key = ApiKey.objects.get()
    before, after = key.expires_at - timedelta(seconds=1), key.expires_at
    assert timezone.localtime(key.expires_at).hour == 0
    assert use_api_key(secret=secret, now=before) == key
    assert use_api_key(secret=secret, now=after) is None
