"""How people find their way in the catalogue: results first where something was looked for, networks, and words in their language."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.places.models import Membership, Municipality, Network
from skaala.ui.texts import Texts
from tests import cast
from tests.catalogue.actions import an_action

pytestmark = pytest.mark.django_db


def test_what_was_looked_for_comes_without_the_introduction(client: Client):
    an_action("Timber schools")
    assert "hero-lead" in client.get("/en/actions/").content.decode()
    for asked in ("?q=timber", "?place=Utaj%C3%A4rvi", "?theme=energy"):
        page = client.get(f"/en/actions/{asked}").content.decode()
        assert "hero-lead" not in page
        assert page.count("<h1") == 1


def test_a_coordinator_finds_the_network(client: Client):
    network = Network.objects.create(slug="tyhja", name=Texts(en="Nobody's network"))
    named = Network.objects.create(slug="jasenia", name=Texts(en="A network with members"))
    member = Municipality.objects.get(pk="889")
    Membership.objects.create(network=named, municipality=member, joined_year=2020)
    Membership.objects.create(network=network, municipality=member, joined_year=2010, left_year=2012)
    assert "/en/municipalities/" in client.get("/en/actions/").content.decode()
    page = client.get("/en/municipalities/").content.decode()
    assert "/en/networks/jasenia/" in page
    assert "/en/networks/tyhja/" not in page


@pytest.mark.parametrize(
    ("language", "goal"), [("fi", "1. Ei köyhyyttä"), ("sv", "1. Ingen fattigdom"), ("en", "1. No poverty")]
)
def test_an_editor_reads_the_goals_in_their_language(language: str, goal: str):
    desk = Client()
    cast.signs_in(desk, cast.an_organiser())
    assert goal in desk.get(f"/{language}/desk/catalogue/new/").content.decode()
