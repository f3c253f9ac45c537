"""However many do an action, every page, file and the API of the demo say the same number, and the pictures agree."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client
from django.utils.translation import override

from skaala.catalogue.messages.spread import COUNTED
from skaala.catalogue.models import Action, Adoption, Suggestion
from skaala.catalogue.operations import count_adopters
from skaala.catalogue.presenters.adoptions import spread_of
from skaala.catalogue.queries import adoptions_of
from skaala.demo.actions import load_actions
from skaala.demo.adoptions import load_adoptions
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
DOES = re.compile(r"(\d+) other municipalit(?:y does|ies do) it")


def read(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


@pytest.fixture
def spread(db) -> list[Action]:
    """Some actions of the demo: the most widespread one, one that some have stopped, one that only others consider."""
    load_actions(now=TODAY)
    load_adoptions(now=TODAY)
    # Its owner reported on it before it was known to be the owner: that counts nowhere.
    most = Action.objects.order_by("-adopters").first()
    Adoption.objects.create(
        action=most, municipality=most.owner, stage="in_use", since=TODAY.date(), running_since=TODAY.date()
    )
    count_adopters(action=most)
    stopped = Action.objects.filter(adoptions__stage="stopped", adopters__gt=1).exclude(pk=most.pk).first()
    tried = Action.objects.filter(adoptions__stage="piloting").exclude(pk__in=[most.pk, stopped.pk]).first()
    return [Action.objects.get(pk=one.pk) for one in (most, stopped, tried)]


def test_every_place_gives_the_same_number(spread, client: Client):
    table = client.get("/en/actions/catalogue.csv").content.decode("utf-8-sig")
    rows = {row["slug"]: row for row in csv.DictReader(io.StringIO(table), delimiter=";")}
    side_by_side = read(client, "/en/actions/compare/?" + "&".join(f"a={one.slug}" for one in spread))
    compared = re.findall(
        r"<td[^>]*>(\d+)</td>", side_by_side.partition("Other municipalities that do it")[2]
    )
    for place, action in enumerate(spread):
        page = read(client, f"/en/actions/{action.slug}/")
        stats = re.findall(r'class="stat-value">(\d+)<', page)
        card = read(client, f"/en/actions/?q={action.name.get('en')}")
        card = card.partition(f'/en/actions/{action.slug}/"')[2].partition("</li>")[0]
        numbers = {
            "stored": action.adopters,
            "page": int(stats[0]),
            "card": int(DOES.findall(card)[0]),
            "comparison": int(compared[place]),
            "file": int(rows[action.slug]["adopters"]),
            "api": client.get(f"/api/v1/actions/{action.slug}").json()["adopters"],
        }
        assert set(numbers.values()) == {action.adopters}, (action, numbers)
        with override("en"):
            assert str(COUNTED) in page


def test_the_pictures_end_where_those_who_do_it_and_those_who_stopped_add_up(spread, client: Client):
    for action in Action.objects.filter(is_simulated=True):
        found = spread_of(action, list(adoptions_of(action)))
        count = found.count
        assert count.doing == action.adopters
        assert count.doing + count.on_the_way + count.ended == len(found.rows)
        if count.begun:
            assert found.curve[-1][1] == found.maps[-1].count == len(found.years) == count.begun
            assert count.no_longer == count.begun - count.doing
        assert action.owner_id not in {row.adoption.municipality_id for row in found.rows}
    ended = spread[1]
    assert "no longer do" in read(client, f"/en/actions/{ended.slug}/")


def test_no_municipality_is_offered_what_it_is_known_to_lack(spread):
    offered = Suggestion.objects.filter(place_for_municipality__isnull=False).select_related("action")
    assert len(offered) > 1000
    assert [one for one in offered if one.why["lacks"]] == []
    # By the Oulujoki river, without a sea: nothing of a harbour, but what may be there is asked.
    utajarvi = [one.action for one in offered if one.municipality_id == "889"]
    assert len(utajarvi) == 6
    assert not {"coast", "ferry", "large_town", "urban"} & {
        need for action in utajarvi for need in action.needs
    }
