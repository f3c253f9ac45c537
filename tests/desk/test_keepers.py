"""The editor names who keeps a municipality's page, and writes down how ready municipalities are."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue.models import Keeper, Readiness
from skaala.mail.models import Email
from tests.catalogue.actions import an_action

pytestmark = pytest.mark.django_db
KEEPERS = "/en/desk/catalogue/keepers/"


def test_an_editor_names_a_person_replaces_the_link_and_ends_it(desk: Client):
    person = {"municipality": "Raahe", "name": "Kerttu", "email": "kerttu@example.org", "language": "fi"}
    assert desk.post(KEEPERS, person).status_code == 422  # they have not agreed
    assert desk.post(KEEPERS, person | {"has_agreed": "on"}).status_code == 302
    keeper = Keeper.objects.get()
    assert (keeper.agreed_on is not None, Email.objects.count()) == (True, 1)
    assert "kerttu@example.org" in desk.get(KEEPERS).content.decode()
    desk.post(KEEPERS, {"keeper": str(keeper.pk), "action": "agree"})
    keeper.refresh_from_db()
    assert keeper.generation == 2
    assert desk.post(KEEPERS, {"keeper": "x", "action": "end"}).status_code == 404
    desk.post(KEEPERS, {"keeper": str(keeper.pk), "action": "end"})
    assert not Keeper.objects.exists()


def test_an_editor_writes_down_how_ready_a_municipality_is(desk: Client):
    address = f"/en/desk/catalogue/{an_action('Heat pumps').pk}/readiness/"
    assert desk.post(address, {"place": "Atlantis"}).status_code == 422
    desk.post(address, {"place": "Raahe", "money": "no"})
    kept = Readiness.objects.get()
    assert (kept.source, kept.answers, kept.answered_by is not None) == ("editor", {"money": "no"}, True)
    assert "which grant" in desk.get(address).content.decode()
    assert 'value="Raahe' in desk.get(f"{address}?place=678").content.decode()
