"""In the live workshop a municipality says beside the board that it is interested or can help: public, and nobody's vote."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from skaala.catalogue import links
from skaala.catalogue.jobs import ask_due
from skaala.catalogue.models import Action, AdoptionReport, FollowUp, Interest
from skaala.catalogue.operations import follow_ups, interests
from skaala.mail.models import Email
from skaala.workshops import operations
from skaala.workshops.models import Board, CurrentVote, Importance, Statement, Vote
from tests import cast
from tests.catalogue.test_origins import SAID
from tests.site.test_board import given_maija, keys_of_this_test  # noqa: F401  keys are not kept among ours
from tests.workshops.boards import NOW, a_board, a_statement, at

pytestmark = pytest.mark.django_db
HELPS = {"kind": "can_help", "municipality": "Raahe"}
WANTS = {"kind": "interested", "municipality": "Oulu"}


MERGED_INTO, LAST = "Koneita lainaa kirjasto", "Kirjastot lainaavat"


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def statement(board) -> Statement:
    return a_statement(board, SAID)


@pytest.fixture
def home(board, statement, client) -> str:
    for text in (MERGED_INTO, LAST):
        a_statement(board, text)
    at(board, "weigh")
    return given_maija(board, client)


def test_it_is_said_with_a_press_seen_by_all_and_is_no_vote(home, statement, client):
    page = f"{home}statements/{statement.pk}/"
    assert f'data-interested="{home}statements/"' in client.get(f"{home}weigh/").content.decode()
    assert SAID in client.get(page).content.decode()
    for answer in (WANTS, WANTS, HELPS):
        assert client.post(page, answer)["Location"] == f"{page}?said=1"
    assert "Everybody in the workspace can see it" in client.get(f"{page}?said=1").content.decode()
    listed = client.get(f"{home}statements/").content.decode()
    assert "<strong>Interested:</strong> Oulu" in listed
    assert "<strong>Can help:</strong> Raahe" in listed
    assert Interest.objects.count() == 2
    assert not any(model.objects.exists() for model in (Vote, CurrentVote, Importance, FollowUp))
    # Nothing but the day: neither who, nor a time that could be compared with others.
    assert {field.name for field in Interest._meta.fields} == {
        "id", "board", "root", "kind", "municipality", "said_on", "action",
    }  # fmt: skip
    assert client.post(page, WANTS | {"municipality": "Nowhere"}).status_code == 422


def test_an_address_has_its_own_consent_and_follow_up_date(home, statement, client):
    page = f"{home}statements/{statement.pk}/"
    assert client.post(page, HELPS | {"email": "maija@example.org"})["Location"].endswith("?said=email")
    follow_up = FollowUp.objects.get()
    assert (follow_up.step, follow_up.kind, follow_up.consented_on) == (statement, "can_help", None)
    assert (follow_up.asked_for_at.minute, follow_up.asked_for_at.second) == (0, 0)
    token = links.follow_up_token(follow_up)
    assert SAID in client.get(f"/en/f/{token}/").content.decode()
    client.post(f"/en/f/{token}/", {"action": "agree"})
    follow_up.refresh_from_db()
    assert follow_up.ask_on is not None
    assert follow_ups.ask_due(now=follow_up.asked_for_at + timedelta(days=100)) == 1
    assert Email.objects.filter(kind=follow_ups.ASK).count() == 1


def test_published_it_becomes_an_action_for_an_editor_once(home, board, statement, client):
    page = f"{home}statements/{statement.pk}/"
    for answer in (WANTS, HELPS | {"email": "maija@example.org"}):
        client.post(page, answer)
    assert interests.take_over(now=NOW) == 0  # nobody else may read the statement yet
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=NOW)
    for _again in range(2):
        ask_due(0)
    action, report = Action.objects.get(), AdoptionReport.objects.get()
    assert (action.statement, action.state) == (statement, "draft")
    assert (report.stage, report.state, report.adoption.municipality_id) == ("interested", "waiting", "564")
    assert FollowUp.objects.get().action == action
    assert set(Interest.objects.values_list("action", flat=True)) == {action.pk}
    public = Client().get("/en/series/spring/workshop-1/results/").content.decode()
    Board.objects.update(results_published_at=None)
    if "Said in the workshop" in public:  # with too few votes the page has no results to stand beside
        assert "<strong>Can help:</strong> Raahe" in public
    Statement.objects.update(state="hidden")
    assert interests.take_over(now=NOW) == 0


def test_what_was_said_of_a_merged_statement_is_shown_with_the_one_that_stayed(
    home, board, statement, client
):
    client.post(f"{home}statements/{statement.pk}/", WANTS)
    other, last = (Statement.objects.get(text=text) for text in (MERGED_INTO, LAST))
    operations.merge_statements(board=board, duplicate_id=statement.pk, into_id=other.pk, now=NOW)
    operations.merge_statements(board=board, duplicate_id=other.pk, into_id=last.pk, now=NOW)
    assert "<strong>Interested:</strong> Oulu" in client.get(f"{home}statements/{last.pk}/").content.decode()
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=NOW)
    interests.take_over(now=NOW)
    assert Action.objects.get().statement == last


def test_not_in_a_rehearsal_nor_when_it_is_over_nor_before_one_is_let_in(home, board, statement, client):
    page = f"{home}statements/{statement.pk}/"
    Board.objects.update(is_rehearsal=True)
    assert "data-interested" not in client.get(f"{home}weigh/").content.decode()
    client.post(page, WANTS)
    Board.objects.update(is_rehearsal=False, phase="closed")
    client.post(page, WANTS)
    assert not Interest.objects.exists()
    assert "The workshop has ended" in client.get(page).content.decode()
    assert Client().post(page, WANTS).status_code in {302, 404}
    Statement.objects.update(state="hidden")
    assert client.get(page).status_code == 404


def test_the_facilitator_removes_what_is_wrong(home, board, statement, client):
    client.post(f"{home}statements/{statement.pk}/", WANTS)
    desk = Client()
    desk.force_login(cast.an_organiser())
    page = f"/en/desk/series/spring/events/workshop-1/board/statements/{statement.pk}/"
    assert "Oulu: Interested" in desk.get(page).content.decode()
    assert desk.post(f"{page}interest/", {"interest": "x"}).status_code == 404
    answer = desk.post(f"{page}interest/", {"interest": Interest.objects.get().pk}, follow=True)
    assert "The name has been removed" in answer.content.decode()
    assert not Interest.objects.exists()


def test_after_a_vote_it_can_be_said_of_the_statement_just_voted_on(home, statement, client):
    """Also after the last one, when no other statement is shown."""
    for one in Statement.objects.order_by("number"):
        answer = client.post(f"{home}act/", {"statement": one.pk, "action": "agree"}, follow=True)
        receipt = answer.content.decode().partition("data-receipt")[2].partition("</div>")[0]
        assert f'href="{home}statements/{one.pk}/"' in receipt
    assert "You have voted on all of them" in answer.content.decode()
    before = CurrentVote.objects.count()
    assert client.post(f"{home}statements/{one.pk}/", HELPS).status_code == 302
    assert (Interest.objects.get().root_id, CurrentVote.objects.count()) == (one.root_id, before)
    Board.objects.update(is_rehearsal=True)
    assert "data-interested-after" not in client.get(f"{home}weigh/?voted={one.pk}").content.decode()
