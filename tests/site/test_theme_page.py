"""A theme's page: what spreads of its actions, where it stalls, and whom to ask."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from skaala.catalogue import operations
from skaala.catalogue.models import Action
from skaala.catalogue.operations import StageReport
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.evidence.models import Bottleneck
from skaala.places.models import Municipality
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
RAAHE, OULU = "678", "564"


def reports(action: Action, municipality: str, stage: str, **more: object) -> None:
    operations.report_adoption(
        action=action,
        municipality=Municipality.objects.get(pk=municipality),
        report=StageReport(stage=stage, when=read_date("2025"), **more),  # type: ignore[arg-type]
        source="editor",
        now=NOW,
    )


def words(client: Client, address: str) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", client.get(address).content.decode())


def test_it_says_what_spreads_where_it_stalls_and_whom_to_ask(client: Client):
    heat, meadows = an_action("Heat pumps", themes=["energy"]), an_action("Meadows", themes=["nature"])
    reports(heat, RAAHE, "in_use")
    reports(heat, OULU, "declined", reason=Bottleneck.objects.get(slug="no-money-up-front"))
    reports(meadows, RAAHE, "in_use")
    page = client.get("/en/themes/energy/").content.decode()
    assert "Heat pumps" in page and "Meadows" not in page and "Raahe" in page
    assert 'id="stalls"' in page
    assert 'href="/en/actions/?theme=energy"' in page
    assert '"/en/themes/energy/"' in client.get(f"/en/actions/{heat.slug}/").content.decode()
    assert '"/en/themes/energy/"' in client.get("/en/actions/?theme=energy").content.decode()


def test_a_theme_without_adoptions_or_actions_says_so_and_another_word_is_no_theme(client: Client):
    an_action("Heat pumps", themes=["energy"])
    assert "Nobody has reported yet" in words(client, "/en/themes/energy/")
    assert "There are no actions of this theme yet" in words(client, "/en/themes/food/")
    assert client.get("/en/themes/unknown/").status_code == 404


def test_search_engines_are_shown_themes_with_actions(client: Client):
    an_action("Heat pumps", themes=["energy"])
    listed = client.get("/sitemap.xml").content.decode()
    assert "/sv/themes/energy/" in listed and "/themes/food/" not in listed
