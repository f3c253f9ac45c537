"""Sets of questions that an organisation keeps: from a workspace, into a new one, changed and removed; nobody else's."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from skaala.people.rules import Role
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, OwnPromptSet
from skaala.workshops.operations import set_up_board
from skaala.workshops.operations.prompt_sets import (
    MOST_SETS,
    NameTaken,
    PromptDraft,
    TooManySets,
    keep_prompt_set,
)
from tests import cast
from tests.desk.browser import typed

pytestmark = pytest.mark.django_db
WORDS = "/en/desk/organisations/house/words/"
LED = "/en/desk/series/spring/events/workshop-1/board/"
ONE = [PromptDraft("bottleneck", Texts(fi="Mikä estää?"))]


def a_set(name: str = "Omat", tenant=None) -> OwnPromptSet:
    made = OwnPromptSet(tenant=tenant or cast.a_tenant())
    return keep_prompt_set(prompt_set=made, name=Texts(fi=name), prompts=ONE)


@pytest.fixture
def board():
    series = cast.a_series()
    cast.an_event(series, 2)
    return set_up_board(event=cast.an_event(series), prompt_set="plain")


def test_questions_of_a_workspace_are_kept_and_used_in_the_next(desk, board):
    assert f'href="{LED}prompts/keep/"' in desk.get(f"{LED}prompts/").content.decode()
    assert desk.post(f"{LED}prompts/keep/", {"name_fi": "Kevään kysymykset"}).status_code == 302
    kept = OwnPromptSet.objects.get()
    assert [one.question for one in kept.prompts.all()] == [one.question for one in board.prompts.all()]
    other = LED.replace("workshop-1", "workshop-2")
    assert "Kevään kysymykset" in desk.get(other).content.decode()
    sent = typed(desk.get(other).context["form"]) | {"prompt_set": f"own-{kept.pk}"}
    assert desk.post(other, sent).status_code == 302
    made = Board.objects.get(event__slug="workshop-2")
    assert [one.question for one in made.prompts.all()] == [one.question for one in kept.prompts.all()]
    # Changing or removing the set leaves the workspace as it is.
    assert desk.post(f"{WORDS}questions/{kept.pk}/remove/").status_code == 302
    assert made.prompts.count() == board.prompts.count() and not OwnPromptSet.objects.exists()


def test_a_set_is_written_changed_and_needs_a_question(desk):
    cast.a_tenant()
    page = f"{WORDS}questions/new/"
    assert desk.get(page).status_code == 200
    rows = {"prompts-TOTAL_FORMS": "2", "prompts-INITIAL_FORMS": "0", "name_fi": "Omat"}
    assert desk.post(page, rows).status_code == 422
    assert desk.post(page, rows | {"prompts-0-hint_fi": "Vihje"}).status_code == 422
    first = {"prompts-0-kind": "next_step", "prompts-0-question_fi": "Mitä seuraavaksi?"}
    assert desk.post(page, rows | first).status_code == 302
    made = OwnPromptSet.objects.get()
    second = {"prompts-1-kind": "bottleneck", "prompts-1-question_fi": "Mikä estää?"}
    rows["prompts-INITIAL_FORMS"] = "1"
    assert desk.post(f"{WORDS}questions/{made.pk}/", rows | first | second).status_code == 302
    assert [one.kind for one in made.prompts.all()] == ["next_step", "bottleneck"]
    too_many = rows | first | {"prompts-TOTAL_FORMS": "60"}
    too_many |= {f"prompts-{n}-question_fi": f"Kysymys {n}" for n in range(60)}
    assert desk.post(f"{WORDS}questions/{made.pk}/", too_many).status_code == 422
    assert made.prompts.count() == 2


def test_two_sets_of_one_name_and_too_many_are_refused(desk):
    a_set("Omat kysymykset")
    with pytest.raises(NameTaken):
        a_set("omat  KYSYMYKSET")
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnPromptSet.objects.create(tenant=cast.a_tenant(), name=Texts(fi="Omat kysymykset"))
    a_set("Omat kysymykset", tenant=cast.a_tenant("other"))
    for number in range(MOST_SETS - 1):
        a_set(f"Sarja {number}")
    with pytest.raises(TooManySets):
        a_set("Vielä yksi")
    page = f"{WORDS}questions/new/"
    rows = {"prompts-TOTAL_FORMS": "1", "prompts-INITIAL_FORMS": "0", "prompts-0-question_fi": "?"}
    assert "Another set has this name" in desk.post(page, rows | {"name_fi": "Sarja 1"}).content.decode()


def test_another_organisations_sets_are_not_there_and_stay_its_own(desk, client, board):
    other = a_set("Muiden", tenant=cast.a_tenant("other"))
    for page in (
        f"{WORDS}questions/{other.pk}/",
        f"/en/desk/organisations/other/words/questions/{other.pk}/",
    ):
        assert desk.get(page).status_code == 404
        assert desk.post(f"{page}remove/").status_code == 404
    second = LED.replace("workshop-1", "workshop-2")
    page = desk.get(second)
    assert "Muiden" not in page.content.decode()
    sent = typed(page.context["form"]) | {"prompt_set": f"own-{other.pk}"}
    assert desk.post(second, sent).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnPromptSet.objects.filter(pk=other.pk).update(tenant=cast.a_tenant())
    # A guest of the series sees no sets of its organisation and adds none.
    a_set("Talon omat")
    guest = cast.a_guest(board.event.series, Role.ORGANISER)
    cast.signs_in(client, guest)
    assert "Talon omat" not in client.get(second).content.decode()
    assert client.get(f"{LED}prompts/keep/").status_code == 404
    assert "prompts/keep" not in client.get(f"{LED}prompts/").content.decode()
