"""Finding actions: words in three languages, meanings across them, odd searches, orders and filters."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from skaala.catalogue.models import Action
from skaala.catalogue.operations import index_action
from skaala.catalogue.queries import SORTS, ActionFilter, actions_near, find_actions, theme_counts
from skaala.catalogue.rules.search_words import read_search
from skaala.places.models import Municipality
from skaala.ui.texts import Texts
from tests.catalogue.actions import an_action

pytestmark = pytest.mark.django_db


def search(text: str, **wanted: object) -> list[str]:
    return [one.slug for one in find_actions(ActionFilter(search=read_search(text), **wanted))]  # type: ignore[arg-type]


def test_inflected_words_are_found_in_each_language():
    an_action(Texts(fi="Hulevesien imeytys puistoon"))
    an_action(Texts(sv="Elbussar i kollektivtrafiken"))
    an_action(Texts(en="Repairing school furniture"))
    assert search("hulevesi") == ["hulevesien-imeytys-puistoon"]
    assert search("elbuss") == ["elbussar-i-kollektivtrafiken"]
    assert search("repairs") == ["repairing-school-furniture"]


@pytest.mark.parametrize("typed", ["fjärrvärme", "district heating", "kaukolämmöstä"])
def test_an_action_in_one_language_is_found_by_words_of_another(typed):
    an_action(Texts(fi="Kaukolämpö hukkalämmöstä"))
    an_action(Texts(fi="Kouluruoan hävikki"))
    assert search(typed) == ["kaukolampo-hukkalammosta"]


def test_every_word_must_be_there_and_names_count_most():
    an_action(Texts(en="Timber schools"), summary=Texts(en="Movable classrooms"))
    an_action(Texts(en="Movable walls"), summary=Texts(en="For schools too, and other timber"))
    assert search("timber schools") == ["timber-schools", "movable-walls"]
    assert search("timber solar") == []


def test_compounds_are_found_by_their_parts_once_the_worker_has_read_them():
    action = an_action(Texts(fi="Kyläavustaja"))
    assert search("avustajat") == []
    index_action(action=action, with_lemmas=True)
    assert search("avustajat") == [action.slug]


@pytest.mark.parametrize(
    "typed", ["", "   ", "&|!()<->:*'\\", "'; drop table", "\x00", "the a i", "%s %(x)s"]
)
def test_odd_searches_are_answered(typed):
    an_action("Timber schools")
    search(typed)


def test_a_very_long_search_is_cut_and_says_so():
    read = read_search("timber " * 2000)
    assert [word.word for word in read.words] == ["timber"]
    assert read.is_cut
    assert len(read_search(" ".join(f"w{number}" for number in range(60))).words) == 10


def test_filters_and_counts_of_themes():
    an_action("One", themes=["energy", "water"], goals=[7], status="running", scaling="spreading")
    an_action("Two", themes=["energy"], owner_id="853", is_simulated=True)
    an_action("Hidden", themes=["energy"], is_public=False)

    def found(**wanted: object) -> list[str]:
        return sorted(one.slug for one in find_actions(ActionFilter(**wanted)))  # type: ignore[arg-type]

    assert found() == ["one", "two"]
    assert (found(theme="water"), found(goal=7), found(status="running"), found(scaling="spreading")) == (
        ["one"],
        ["one"],
        ["one"],
        ["one"],
    )
    assert (found(size="small"), found(size="large"), found(region="17"), found(is_simulated=False)) == (
        ["one"],
        ["two"],
        ["one"],
        ["one"],
    )
    counts = theme_counts(ActionFilter(theme="water"))
    assert (counts["energy"], counts["water"], counts["food"]) == (2, 1, 0)


def test_orders():
    first = an_action("Near Oulu")
    second = an_action("In Turku", owner_id="853", steps=Texts(en="Many words"))
    Action.objects.filter(pk=second.pk).update(adopters=3, last_adopted_on="2025-05-01")

    def order(sort: str) -> list[str]:
        oulu = Municipality.objects.get(pk="564")
        return [one.slug for one in find_actions(ActionFilter(sort=sort, near=oulu))]

    assert order("near") == [first.slug, second.slug]
    assert order("spread") == order("documented") == order("") == [second.slug, first.slug]
    assert order("recent") == [second.slug, first.slug]
    assert order("new") == [second.slug, first.slug]
    assert order("nonsense") == order("spread")
    joint = an_action("Of a joint authority", owner_id=None, owner_elsewhere="Kuntayhtymä")
    for sort in SORTS:
        assert len(order(sort)) == 3
    assert order("near")[-1] == joint.slug
    assert list(actions_near(Municipality.objects.get(pk="564"))) == [first, second]


def test_a_list_asks_the_database_no_more_for_many_than_for_few(client: Client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/en/actions/?q=school&theme=energy").status_code == 200
        return len(asked)

    an_action("School 0", themes=["energy"])
    queries()  # what a process reads once
    few = queries()
    for number in range(1, 12):
        an_action(f"School {number}", themes=["energy"])
    assert queries() == few


def test_a_page_reads_the_index_once_and_its_counts_and_links_agree(client: Client):
    """The vectors of all actions are long: list, length and themes are asked of the keys that were found."""
    for number in range(30):
        an_action(f"School {number}", themes=["energy"])
    an_action("Ferry", themes=["energy"])
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/en/actions/?q=school&sort=documented").content.decode()
    assert sum("catalogue_action.search" in one["sql"] for one in asked) == 1
    assert "30 actions match." in page
    assert 'theme=energy">Energy and heating <span class="theme-count">30</span>' in page
    assert not [one for one in asked if '"catalogue_action"."search"' in one["sql"]]


def test_the_order_of_what_was_found_goes_on_over_pages():
    for number in range(30):
        an_action(f"School {number}", summary=Texts(en="School " * (1 + number % 7)))
    found = find_actions(ActionFilter(search=read_search("school")))
    ranks = [one.rank for one in found]  # type: ignore[attr-defined]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks, reverse=True)
    assert [*found[:10], *found[10:]] == list(found)


def test_a_very_long_search_makes_no_long_links(client: Client):
    an_action("Timber schools", themes=["energy"])
    page = client.get("/en/actions/", {"q": "timber schools " * 700}).content.decode()
    assert "Only its first words were looked for." in page
    assert "Timber schools" in page
    links = re.findall('href="([^"]*)"', page.partition("<main")[2].partition("</main")[0])
    assert any("theme=energy" in link for link in links)
    assert max(map(len, links)) < 1_000
