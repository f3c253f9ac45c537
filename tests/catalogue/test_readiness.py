"""Whether a municipality is ready for an action: a profile with a next step for each no; nothing is saved."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue.messages.readiness import NEXT_STEPS, QUESTIONS
from skaala.catalogue.rules.readiness import READINESS
from tests.catalogue.actions import an_action

pytestmark = pytest.mark.django_db


def profile(client: Client, query: str, **details: object) -> str:
    action = an_action(owner_id="091", **details)
    page = client.get(f"/en/actions/{action.slug}/readiness/?{query}").content.decode()
    return " ".join(page.partition('<h2 id="readiness">')[2].partition("</section>")[0].split())


def test_each_no_has_a_next_step_and_what_nobody_answered_is_no_no(client: Client):
    said = profile(client, "place=Akaa&money=no&partners=yes&staff_time=partly")
    assert "Profile: Akaa" in said
    assert str(NEXT_STEPS["money"]) in said
    assert [str(step) in said for key, step in NEXT_STEPS.items() if key != "money"] == [False] * 9
    assert said.count("Not known") == 7


@pytest.mark.parametrize(
    ("needs", "answer", "words"),
    [
        (["large_town"], "yes", "at least 50,000 residents"),  # the figures know better
        (["medium_town"], "no", "at least 10,000 residents"),
    ],
)
def test_what_the_figures_know_is_not_asked(client: Client, needs, answer, words):
    said = profile(client, f"place=Akaa&conditions_met={answer}", needs=needs)
    assert words in said
    assert (str(NEXT_STEPS["conditions_met"]) in said) == (needs == ["large_town"])


def test_what_the_figures_do_not_know_is_as_it_was_answered(client: Client):
    assert str(NEXT_STEPS["conditions_met"]) in profile(
        client, "place=Akaa&conditions_met=no", needs=["railway"]
    )


@pytest.mark.parametrize(
    "query", ["place=Atlantis", "place=Akaa&money=perhaps", "money=no", "place=" + "x" * 9000]
)
def test_odd_answers_are_refused_in_words(client: Client, query):
    action = an_action()
    answer = client.get(f"/en/actions/{action.slug}/readiness/?{query}")
    assert answer.status_code == 422
    assert 'id="readiness"' not in answer.content.decode()


def test_the_page_of_the_action_leads_there(client: Client):
    action = an_action()
    assert (
        f"/en/actions/{action.slug}/readiness/" in client.get(f"/en/actions/{action.slug}/").content.decode()
    )


def test_each_question_has_words_and_a_next_step():
    assert set(READINESS) == set(QUESTIONS) == set(NEXT_STEPS)
