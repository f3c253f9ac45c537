"""Taking part in a next step from the hall: by the code, under an organisation's name, and back again by a link."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from skaala.catalogue.models import FollowUp
from skaala.places.models import Municipality
from skaala.reports.commitments import operations, queries, rules
from skaala.reports.commitments.links import find_from_hall, make_token
from skaala.reports.commitments.rules import Refusal, UnableToCommit
from skaala.reports.jobs import forgetting
from skaala.reports.models import Commitment
from skaala.site.board.views import from_hall
from skaala.workshops import operations as boards
from skaala.workshops.models import Board, Participant, Statement
from tests import cast
from tests.site.test_board import given_maija
from tests.workshops.boards import NOW, a_board, at

pytestmark = pytest.mark.django_db
SAID = {"role": "leads", "name": "Pirkanmaan liitto", "municipality": "Akaa", "consents": "on"}


@pytest.fixture
def board() -> Board:
    return a_board(
        cast.a_closing_event(cast.a_series(retention_months=6)), prompt_set="closing", phase="weigh"
    )


@pytest.fixture
def step(board) -> Statement:
    prompt = board.prompts.get(kind="next_step")
    return boards.seed_statements(
        board=board, prompt_id=prompt.pk, text="Sovitaan yhteyshenkilöt", now=NOW
    ).made[0]


def home(board) -> str:
    return f"/en/next-steps/{board.code}/"


def says(board, step, **how) -> Commitment:
    wanted = {
        "role": "leads",
        "name": "Pirkanmaan liitto",
        "municipality": Municipality.objects.get(code="020"),
        "consents": True,
    }
    return operations.commit_from_hall(board=board, statement_id=step.pk, now=NOW, **(wanted | how))


def refused(refusal: Refusal) -> pytest.RaisesExc[UnableToCommit]:
    return pytest.raises(UnableToCommit, match=f"^{refusal.value}$")


def test_an_organisation_joins_by_the_code_and_takes_it_back_by_its_link(board, step, client):
    page = client.get(home(board))
    assert page["Cache-Control"] == "no-store, private"
    assert f"{home(board)}{step.pk}/" in page.content.decode()
    made = client.post(f"{home(board)}{step.pk}/", SAID)
    assert made.status_code == 302 and "/w/" in made["Location"]
    own = client.get(made["Location"]).content.decode()
    assert "Pirkanmaan liitto (Akaa)" in own and "Keep this link" in own
    assert "Pirkanmaan liitto (Akaa)" in client.get(home(board)).content.decode()
    assert not Participant.objects.exists() and not FollowUp.objects.exists()
    assert not client.cookies, "nothing is kept in the browser"
    taken = client.post(made["Location"].partition("?")[0])
    assert taken.status_code == 200 and not Commitment.objects.exists()
    assert client.get(made["Location"]).status_code == 410


def test_an_address_is_asked_for_its_own_consent_and_is_not_beside_the_name(board, step, client):
    client.post(f"{home(board)}{step.pk}/", SAID | {"follow_up": "who@example.org"})
    follow_up = FollowUp.objects.get()
    assert (follow_up.name, follow_up.consented_on, follow_up.step) == ("", None, step)
    assert "who@example.org" not in str(Commitment.objects.values().get())


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"consents": ""}, "we show the name only if you agree"),
        ({"municipality": "Nowhere"}, "Nowhere"),
        ({"name": "www.example.org"}, "the name of an organisation alone"),
        ({"name": "Soita 040 123 4567"}, "the name of an organisation alone"),
        ({"name": "Idioottien liitto"}, "the name of an organisation alone"),
        ({"name": "!!"}, "Write the name of your organisation"),
    ],
)
def test_what_is_wrong_is_said_in_the_form_and_nothing_is_kept(board, step, client, wrong, words):
    answer = client.post(f"{home(board)}{step.pk}/", SAID | wrong)
    assert answer.status_code == 422 and words in answer.content.decode().replace("’", "'")
    assert not Commitment.objects.exists()


def test_an_organisation_is_there_once_and_only_its_link_takes_it_back(board, step):
    first = says(board, step)
    with refused(Refusal.ALREADY_SAID):
        says(board, step, name="PIRKANMAAN LIITTO", role="takes_part")
    with transaction.atomic(), pytest.raises(IntegrityError):
        Commitment.objects.create(
            board=board, root=step.root, name="pirkanmaan liitto", municipality=first.municipality,
            is_from_hall=True, consented_on=NOW.date(),
        )  # fmt: skip
    assert find_from_hall(make_token(first)) == first
    maija = cast.a_registration(board.event.series, board.event)
    own = operations.commit(
        board=board,
        registration=maija,
        statement_id=step.pk,
        role="leads",
        name="Akaa",
        consents=True,
        now=NOW,
    )
    assert find_from_hall(make_token(own)) is None and find_from_hall("made~up") is None
    assert not operations.withdraw_from_hall(commitment_id=own.pk)
    assert [(role.people, role.names) for role in queries.next_steps(board)[0].roles] == [
        (2, ["Akaa", "Pirkanmaan liitto (Akaa)"])
    ]


def test_there_is_an_end_to_names_and_to_presses(board, step, client, monkeypatch):
    monkeypatch.setattr(rules, "MOST_FROM_HALL", 1)
    says(board, step)
    with refused(Refusal.TOO_MANY):
        says(board, step, name="Toinen liitto")
    monkeypatch.setattr(from_hall, "LIMIT", 1)
    answers = [client.post(f"{home(board)}{step.pk}/", SAID).status_code for _ in range(2)]
    assert answers == [422, 429]


def test_only_an_open_closing_event_that_welcomes_guests_takes_names(board, step, client):
    path = f"{home(board)}{step.pk}/"
    Board.objects.filter(pk=board.pk).update(welcomes_guests=False)
    assert client.get(path)["Location"] == "/en/join/"
    with refused(Refusal.NO_GUESTS):
        says(board, step)
    Board.objects.filter(pk=board.pk).update(welcomes_guests=True)
    at(board, "closed")
    assert client.get(path)["Location"] == home(board)
    assert "no more names are taken" in client.get(home(board)).content.decode()
    other = a_board(cast.an_event(board.event.series, 1))
    assert client.get(home(other))["Location"] == "/en/join/"
    assert client.get("/en/next-steps/ZZZZZZ/")["Location"] == "/en/join/"


def test_a_form_from_elsewhere_is_refused(board, step, client):
    path = f"{home(board)}{step.pk}/"
    assert client.post(path, SAID, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_name_goes_with_the_series_personal_data_and_the_number_stays(board, step, client):
    token = make_token(says(board, step))
    series = board.event.series
    assert forgetting._held(series)["commitments"] == 1
    forgetting._forget(series, NOW)
    assert "commitments" not in forgetting._held(series)
    kept = Commitment.objects.get()
    assert (kept.name, kept.municipality, kept.role, kept.is_from_hall) == ("", None, "leads", True)
    assert client.get(f"/en/w/{token}/").status_code == 410
    assert queries.next_steps(board)[0].people == 1


def test_participants_and_the_organiser_find_it(board, step, client):
    desk = Client()
    cast.signs_in(desk, cast.an_organiser())
    there = given_maija(board, client)
    assert home(board) in client.get(f"{there}together/").content.decode()
    made = says(board, step)
    page = f"/en/desk/series/spring/events/{board.event.slug}/board/together/"
    assert re.search(r"Pirkanmaan liitto \(Akaa\).*from the hall", desk.get(page).content.decode())
    desk.post(page, {"commitment": str(made.pk)})
    assert not Commitment.objects.exists()
