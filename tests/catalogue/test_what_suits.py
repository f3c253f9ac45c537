"""The list with one's municipality given: what suits it first, with reasons; its own apart; and the rest, each once."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue.models import Suggestion
from tests.catalogue.actions import an_action

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
            "For a town like Raahe", ">Action 2<", "3 of the 20 municipalities", "Actions of Raahe", ">Own of Raahe<",
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
