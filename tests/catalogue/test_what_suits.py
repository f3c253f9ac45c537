"""The list with one's municipality given: what suits it first, with reasons; its own apart; and the rest, each once."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from skaala.catalogue.models import Suggestion
from skaala.catalogue.operations import StageReport, report_adoption, save_action
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.places.models import Municipality
from skaala.site.catalogue.views.actions import A_PAGE
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db


def suggest(action, place: str, order: int, **why: object) -> None:
    Suggestion.objects.create(
        action=action, municipality_id=place, place_for_municipality=order, why={"similar": [3, 20], **why}
    )


@pytest.fixture
def actions():
    own = an_action("Own of Raahe", owner_id="678")
    others = [an_action(f"Action {number}", owner_id="564") for number in range(3)]
    suggest(others[2], "678", 1)
    return own, others


def page(query: str) -> str:
    return Client().get(f"/en/actions/?{query}").content.decode()


def test_what_suits_comes_first_with_a_reason_and_its_own_are_apart(actions):
    shown = page("place=Raahe")
    places = [
        shown.index(words)
        for words in (
            "For a town like Raahe", ">Action 2<", "3 of the 20 nearest in size", "Actions of Raahe", ">Own of Raahe<",
            "Other actions, the nearest first", ">Action 0<",
        )
    ]  # fmt: skip
    assert places == sorted(places)
    assert [shown.count(f">{name}</a>") for name in ("Action 0", "Action 1", "Action 2", "Own of Raahe")] == [
        1
    ] * 4
    # Another town's list is another one.
    assert ">Own of Raahe<" in page("place=Oulu").partition("Other actions")[2]


def test_whoever_looks_for_something_else_gets_the_list_alone(actions):
    for query in ("place=Raahe&q=action", "place=Raahe&sort=spread", "place=Raahe&real=real"):
        assert "For a town like" not in page(query)
        assert "Suggestions for Raahe" in page(query)
    assert "For a town like" not in page("")


def ticks(page: str) -> dict[str, bool]:
    """Return each box to compare an action, by the action, and whether it is ticked."""
    boxes = re.findall(r'<input type="checkbox" name="a" value="([^"]+)"([^>]*)>', page)
    return {slug: "checked" in rest for slug, rest in boxes}


def test_what_is_suggested_can_be_compared_and_a_tick_is_kept_on_each_page(actions):
    _own, others = actions
    wanted, near = others[2].slug, others[0].slug
    assert ticks(page("place=Raahe")) == {wanted: False, near: False, others[1].slug: False}
    for number in range(A_PAGE):
        an_action(f"More {number}", owner_id="020")
    second = page(f"place=Raahe&a={wanted}&a={near}&page=2")
    assert {slug for slug, is_ticked in ticks(second).items() if is_ticked} == {wanted, near}
    # Pages of the list are buttons of the form that has the boxes, so that they take along what is ticked on this one.
    form = re.search(r'<form [^>]*id="([^"]+)"[^>]*role="search"', second)[1]
    assert re.search(rf'<button type="submit" form="{form}" name="page" value="1"', second)
    assert all(
        f'form="{form}"' in box for box in re.findall(r'<input type="checkbox" name="a"[^>]*>', second)
    )
    assert (
        f"a={wanted}"
        in re.search(r'<nav class="theme-links".*?</nav>', page(f"theme=energy&a={wanted}"), re.DOTALL)[0]
    )
    first = page(f"place=Raahe&a={wanted}")
    assert ticks(first)[wanted]
    assert first.count(f'value="{wanted}"') == 1


def test_the_comparison_keeps_the_town_and_the_ticks(actions):
    own, others = actions
    others[0].needs = ["coast", "ferry"]
    save_action(action=others[0], now=NOW)
    query = "&".join(f"a={one.slug}" for one in (*others, own))
    shown = " ".join(Client().get(f"/en/actions/compare/?place=Akaa&{query}").content.decode().split())
    head, _, rows = shown.partition("<thead>")[2].partition("</thead>")
    for letter, one in zip("ABCD", (*others, own), strict=True):
        assert f'">{letter}</span> <a href="/en/actions/{one.slug}/?place=Akaa">' in head
    assert "For Akaa" in rows
    assert "Does not suit as it is: a sea coast" in rows
    assert own.name.get("en") not in rows.partition("In one sentence")[0]  # each name once, in the head
    assert f'href="/en/actions/?place=Akaa&amp;{query.replace("&", "&amp;")}"' in shown
    without = re.search(r'<a class="comparison-without" href="([^"]+)"', head)[1]
    assert f"a={others[0].slug}" not in without
    assert "place=Akaa" in without


def test_an_action_says_whether_it_suits_one_s_town(actions):
    _own, others = actions
    address = f"/en/actions/{others[1].slug}/"

    def card(place: str) -> str:
        shown = Client().get(f"{address}?place={place}").content.decode()
        return " ".join(shown.partition('aria-labelledby="for-place"')[2].partition("</section>")[0].split())

    assert card("Nowhere") == ""
    assert 'id="for-place"' not in Client().get(address).content.decode()
    assert "Nothing known is in the way" in card("Akaa")
    assert re.search(r"The nearest that does it: <a [^>]+>Oulu</a>, \d+ km away", card("Akaa"))
    others[1].needs = ["coast", "railway"]
    save_action(action=others[1], now=NOW)
    assert "Does not suit as it is" in card("Akaa")
    assert "Needs what the municipality does not have: a sea coast" in card("Akaa")
    assert "May suit, if you have what it needs" in card("Raahe")
    assert "Needs a railway: do you have that?" in card("Raahe")
    assert "This is your own action" in card("Oulu")
    report_adoption(
        action=others[1], municipality=Municipality.objects.get(pk="020"), source="editor", now=NOW,
        report=StageReport(stage="piloting", when=read_date("2025")),
    )  # fmt: skip
    assert "You have reported: Piloting" in card("Akaa")
    assert re.search(r"The nearest that does it: <a [^>]+>Akaa</a>", card("Nokia"))
