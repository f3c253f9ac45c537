"""What a reader of the catalogue finds at once: whose an action is, whom to ask, and one way to say “we are interested”."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from skaala.catalogue.models import AdoptionReport, FollowUp
from skaala.mail.models import Email
from skaala.ui.texts import Texts
from tests.catalogue.actions import an_action

pytestmark = pytest.mark.django_db


def body(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_list_remembers_the_reader_s_municipality_and_leads_to_what_suits_it(client: Client):
    lamps = an_action("Lamps", status="running")
    found = body(client, "/en/actions/?place=Utaj%C3%A4rvi&status=running")
    assert (
        '<a class="arrow-link" href="/en/municipalities/889/#suggested">Suggestions for Utajärvi</a>' in found
    )
    assert f'href="/en/actions/{lamps.slug}/?place=Utaj%C3%A4rvi"' in found
    page = body(client, f"/en/actions/{lamps.slug}/?place=Utaj%C3%A4rvi")
    assert f"/en/actions/{lamps.slug}/follow/?place=Utaj%C3%A4rvi" in page
    form = body(client, f"/en/actions/{lamps.slug}/follow/?place=Utaj%C3%A4rvi")
    assert re.search(
        r'name="municipality"[^>]*value="Utajärvi"|value="Utajärvi"[^>]*name="municipality"', form
    )


def test_filters_that_are_folded_away_are_counted(client: Client):
    an_action("Lamps")
    assert "Filters and order (2 in use)" in " ".join(
        body(client, "/en/actions/?status=running&theme=energy").split()
    )
    assert "in use)" not in body(client, "/en/actions/")


def test_an_action_says_the_main_things_first_and_each_once(client: Client):
    lamps = an_action("Lamps", cost=Texts(en="Twelve euros a lamp"), effects=Texts(en="Half the current"))
    page = body(client, f"/en/actions/{lamps.slug}/")
    begins = page.index('id="glance"')
    for words in ("Twelve euros a lamp", "Half the current", "No contact has been named yet", "/follow/"):
        assert page.count(words) == 1
        assert begins < page.index(words) < page.index('id="spread"')


def test_a_long_effect_has_a_heading_of_its_own(client: Client):
    lamps = an_action("Lamps", effects=Texts(en="Half the current. " * 20))
    page = body(client, f"/en/actions/{lamps.slug}/")
    assert "<h2>Effects</h2>" in page
    assert page.index("<h2>Effects</h2>") < page.index("Half the current")


def test_an_interest_needs_no_address_and_help_does(client: Client):
    lamps = an_action("Lamps")
    address = f"/en/actions/{lamps.slug}/follow/"
    answer = client.post(address, {"kind": "can_help", "municipality": "Raahe"})
    assert answer.status_code == 422
    assert "Give an address" in answer.content.decode()
    answer = client.post(address, {"kind": "interested", "municipality": "Raahe"}, follow=True)
    assert "Then everybody can see" in answer.content.decode()
    assert AdoptionReport.objects.get().stage == "interested"
    assert not FollowUp.objects.exists()
    assert not Email.objects.exists()


def test_the_report_of_a_stage_leaves_interest_to_its_own_form(client: Client):
    lamps = an_action("Lamps")
    page = body(client, f"/en/actions/{lamps.slug}/adopt/")
    assert 'value="assessing"' in page
    assert 'value="interested"' not in page
    assert f"/en/actions/{lamps.slug}/follow/" in page
