"""What has been published of a board stands still, and its page, files and report count the same (F1, F3)."""

from __future__ import annotations

import json

import pytest

from skaala.reports.queries import read_ballots
from skaala.workshops import operations, queries
from skaala.workshops.models import Publication
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db
RESULTS = "/en/series/spring/workshop-1/results/"
ENDINGS = ("json", "zip", "xlsx")


@pytest.fixture
def first():
    """The first workshop: fourteen people and three statements."""
    series = cast.a_series()
    board = a_board(cast.an_event(series, 1))
    statements = [
        a_statement(board, text)
        for text in ("Yhteinen hankinta säästää aikaa", "Kokemuksia jaetaan liian vähän", "Verkosto auttaa")
    ]
    for number, who in enumerate(participants(series, 14)):
        for place, statement in enumerate(statements):
            votes(board, who, statement, 1 if (number + place) % 3 else -1)
    board = at(board, "conclude")
    operations.analyse_board(board=board, now=NOW)
    return board


def a_second(first):
    """The second workshop of the series, to which the statements of the first have been carried."""
    board = at(a_board(cast.an_event(first.event.series, 2), phase="set_up"), "gather")
    carried = operations.carry_over(
        board=board, statement_ids=first.statements.values_list("pk", flat=True), now=NOW
    )
    return board, carried


def everything(client) -> dict[str, bytes]:
    found = {ending: client.get(f"{RESULTS}board.{ending}").content for ending in ENDINGS}
    return found | {"page": client.get(RESULTS).content}


def numbers(board, client) -> dict[str, tuple[int, int, int]]:
    """People, votes and statements with votes, as each place tells them."""
    shown = client.get(RESULTS).context["shown"]
    document = json.loads(client.get(f"{RESULTS}board.json").content)
    counted = read_ballots(board.event.series)
    turnout = counted.turnout
    return {
        "page": (shown.people, shown.votes, shown.statements),
        "file": tuple(document["totals"][name] for name in ("people", "votes", "statements")),
        "report": (turnout.people, turnout.votes, len(counted.counts)),
        "projector": (0, queries.taking_part(board).votes, 0),
    }


@pytest.mark.attack("Poll the published data for a vote cast later")
def test_votes_on_a_carried_statement_change_no_byte_of_what_was_published(first, client):
    """The attack: whoever polls the file learns what the person beside them has just pressed."""
    operations.publish_results(board=first, now=NOW)
    before = everything(client)
    second, carried = a_second(first)
    voters = [first.event.series.participants.first(), a_participant(first.event.series)]
    for who in voters:
        votes(second, who, carried[0], -1)
        assert everything(client) == before
    # Nor does looking again, publishing again, or what the first workshop's own picture says.
    operations.analyse_board(board=first, now=NOW)
    operations.analyse_board(board=second, now=NOW)
    assert everything(client) == before
    operations.publish_results(board=first, now=NOW)
    assert json.loads(before["json"])["statements"] == json.loads(everything(client)["json"])["statements"]
    assert queries.latest_picture(first).result["people"] == 14


def test_a_file_has_a_fingerprint_and_is_not_sent_twice(first, client):
    operations.publish_results(board=first, now=NOW)
    answer = client.get(f"{RESULTS}board.json")
    again = client.get(f"{RESULTS}board.json", headers={"If-None-Match": answer["ETag"]})
    assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.attack("Compare two publications for what fewer than five people did")
def test_what_is_published_again_differs_by_five_people_or_not_at_all(first, client):
    operations.publish_results(board=first, now=NOW)
    before = json.loads(everything(client)["json"])["statements"]
    statement = first.statements.first()
    board = at(first, "weigh")
    came = participants(board.event.series, 5)
    for number, who in enumerate(came, 1):
        votes(board, who, statement, 1)
        operations.analyse_board(board=board, now=NOW)
        board = at(board, "conclude")
        operations.publish_results(board=board, now=NOW)
        now = json.loads(everything(client)["json"])["statements"]
        assert (now == before) == (number < 5)
        board = at(board, "weigh")


def test_what_is_hidden_later_leaves_page_and_files_and_the_rest_stays(first, client):
    operations.publish_results(board=first, now=NOW)
    hidden = first.statements.first()
    operations.set_shown(board=first, statement_id=hidden.pk, is_shown=False, now=NOW)
    found = everything(client)
    assert found == everything(client)  # files made without it are the same each time
    assert hidden.text.encode() not in found["page"] + found["json"]
    assert numbers(first, client)["page"] == numbers(first, client)["file"] == (14, 28, 2)


def test_page_file_report_and_projector_count_the_shown_statements_alone(first, client):
    """97 votes on a rejected statement were in the page's numbers, and not in those of the report."""
    operations.set_shown(board=first, statement_id=first.statements.first().pk, is_shown=False, now=NOW)
    operations.analyse_board(board=first, now=NOW)
    operations.publish_results(board=first, now=NOW)
    disclosed = numbers(first, client)
    assert disclosed["page"] == disclosed["file"] == disclosed["report"] == (14, 28, 2)
    assert disclosed["projector"][1] == 28
    # The extreme: nothing that anybody voted on is shown.
    for statement in first.statements.all():
        operations.set_shown(board=first, statement_id=statement.pk, is_shown=False, now=NOW)
    picture = operations.analyse_board(board=first, now=NOW)
    assert (picture.result["people"], picture.result["votes"], picture.result["places"]) == (0, 0, {})
    assert client.get(RESULTS).context["shown"] is None
    assert queries.taking_part(first).people == 0


def test_results_published_before_anything_was_analysed_are_frozen_by_the_first_analysis(first, client):
    first.pictures.all().delete()
    operations.publish_results(board=first, now=NOW)
    assert client.get(RESULTS).context["shown"] is None
    operations.analyse_board(board=first, now=NOW)
    assert client.get(RESULTS).context["shown"].people == 14


def test_no_pseudonym_is_in_what_is_kept_of_a_publication(first):
    operations.publish_results(board=first, now=NOW)
    kept = Publication.objects.get()
    packed = queries.public_source(first).ballots
    everything = json.dumps(kept.result) + " ".join(packed.perspectives)
    assert not any(str(who.pk) in everything for who in first.event.series.participants.all())
