"""Beside a workshop's results a municipality says that it is interested in a statement, or can help; never a vote."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue import links
from skaala.catalogue.models import Action, AdoptionReport, FollowUp
from skaala.workshops.models import Board, Statement, Vote
from tests.catalogue.actions import NOW
from tests.catalogue.test_origins import SAID
from tests.workshops.boards import a_board, a_statement

pytestmark = pytest.mark.django_db
PAGE = "/en/series/spring/workshop-1/results/interest/"


@pytest.fixture
def statement() -> Statement:
    """A statement of a series whose results everybody can see."""
    board = a_board()
    said = a_statement(board, SAID)
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=NOW)
    return said


def sent(statement: Statement, **more: str) -> dict[str, str]:
    return {
        "statement_id": str(statement.pk),
        "kind": "interested",
        "municipality": "Raahe",
        "email": "maija@example.org",
        **more,
    }


def test_an_interest_in_a_statement_becomes_a_record_with_a_follow_up_and_no_vote(statement, client: Client):
    assert SAID in client.get(PAGE).content.decode()
    assert client.post(PAGE, sent(statement))["Location"].endswith("?sent=1")
    action, report, follow_up = Action.objects.get(), AdoptionReport.objects.get(), FollowUp.objects.get()
    assert (action.statement, action.state) == (statement, "draft")  # an editor completes and publishes it
    assert (report.stage, report.state, report.adoption.municipality_id) == ("interested", "waiting", "678")
    assert (follow_up.action, follow_up.consented_on) == (action, None)
    assert not Vote.objects.exists()
    page = client.get(f"/en/f/{links.follow_up_token(follow_up)}/").content.decode()
    assert SAID in page
    assert f"/actions/{action.slug}/" not in page  # nobody can open it yet
    client.post(PAGE, sent(statement, municipality="Oulu", email=""))
    assert Action.objects.count() == 1
    assert AdoptionReport.objects.count() == 2


def test_only_what_everybody_may_read_can_be_chosen(statement, client: Client):
    assert client.post(PAGE, sent(statement, kind="can_help", email="")).status_code == 422
    Statement.objects.update(state="hidden")
    assert SAID not in client.get(PAGE).content.decode()
    assert client.post(PAGE, sent(statement)).status_code == 422
    Board.objects.update(results_published_at=None)
    assert client.get(PAGE).status_code == 404
    assert not Action.objects.exists()


def test_what_an_editor_has_withdrawn_is_not_offered_again(statement, client: Client):
    client.post(PAGE, sent(statement))
    Action.objects.update(state="withdrawn")
    assert SAID not in client.get(PAGE).content.decode()
