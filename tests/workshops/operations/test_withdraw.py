"""An author withdraws what nobody else has done anything with."""

from __future__ import annotations

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.models import CurrentVote, Statement, Vote
from skaala.workshops.operations import analyse_board, withdraw_statement
from skaala.workshops.operations.erase import erase_own
from skaala.workshops.presenters.picture import show_picture
from skaala.workshops.rules import Refusal
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, refused, votes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


@pytest.fixture
def board():
    return a_board()


@pytest.fixture
def author(board):
    return a_participant(board.event.series)


def withdraw(board, author, statement):
    withdraw_statement(board=board, participant=author, statement_id=statement.pk)


def test_it_goes_with_what_hangs_on_it_and_the_authors_own_vote(board, author):
    statement, other = a_statement(board, author=author), a_statement(board, "Aivan toinen asia")
    operations.set_translations(board=board, statement_id=statement.pk, texts={"sv": "Ord"})
    votes(board, author, statement, 1)
    operations.mark_as_important(board=board, participant=author, statement_id=statement.pk)
    votes(board, author, other, -1)
    withdraw(board, author, statement)
    assert list(Statement.objects.all()) == [other]
    assert [(vote.root_id, vote.value) for vote in Vote.objects.all()] == [(other.pk, -1)]
    assert CurrentVote.objects.get().root_id == other.pk
    # Its number is not given again.
    assert a_statement(board, "Kolmas ajatus").number == 3


def test_a_vote_of_somebody_else_keeps_it_even_when_taken_back(board, author):
    statement, voter = a_statement(board, author=author), a_participant(board.event.series)
    assert queries.is_nobody_elses(statement)
    votes(board, voter, statement, 0)
    with refused(Refusal.IN_USE):
        withdraw(board, author, statement)
    operations.take_vote_back(board=board, participant=voter, statement_id=statement.pk, now=NOW)
    with refused(Refusal.IN_USE):  # history only grows, and tells of it
        withdraw(board, author, statement)


def test_it_is_the_authors_alone(board, author):
    statement = a_statement(board, author=author)
    with refused(Refusal.UNKNOWN_STATEMENT):
        withdraw(board, a_participant(board.event.series), statement)
    with refused(Refusal.UNKNOWN_STATEMENT):
        withdraw(a_board(cast.an_event(board.event.series, 2)), author, statement)


def test_a_mark_a_merge_and_a_carried_copy_keep_it(board, author):
    marked, stays, merged, carried = (
        a_statement(board, text, author)
        for text in ("Yksi asia", "Kaksi muuta", "Kolmas juttu", "Neljäs sana")
    )
    operations.mark_as_important(
        board=board, participant=a_participant(board.event.series), statement_id=marked.pk
    )
    operations.merge_statements(board=board, duplicate_id=merged.pk, into_id=stays.pk, now=NOW)
    later = a_board(cast.an_event(board.event.series, 2))
    operations.carry_over(board=later, statement_ids=[carried.pk], now=NOW)
    for statement in (marked, stays, carried):
        with refused(Refusal.IN_USE):
            withdraw(board, author, statement)
    assert Statement.objects.filter(board=board).count() == 4


def test_once_voting_is_over_it_stays(board, author):
    statement = a_statement(board, author=author)
    with refused(Refusal.WEIGHING_OVER):
        withdraw(at(board, "look"), author, statement)


def test_who_erases_everything_takes_what_nobody_voted_on_along(board, author):
    mine, voted = a_statement(board, author=author), a_statement(board, "Aivan toinen asia", author)
    votes(board, a_participant(board.event.series), voted, 1)
    votes(board, author, mine, 1)
    erase_own(participant=author)
    (left,) = Statement.objects.all()
    assert (left.pk, left.author_id) == (voted.pk, None)
    assert mine.pk not in set(Vote.objects.values_list("root", flat=True))


def test_an_analysis_that_knows_it_shows_the_others(board, author):
    kept = a_statement(board, "Aivan toinen asia")
    for number, who in enumerate(participants(board.event.series, 12)):
        votes(board, who, kept, 1 if number % 3 else -1)
    statement = a_statement(board, author=author)
    votes(board, author, statement, 1)
    analyse_board(board=board, now=NOW)
    withdraw(board, author, statement)
    board = at(board, "conclude")
    assert show_picture(board, queries.latest_picture(board)) is not None
    operations.publish_results(board=board, now=NOW)
    assert board.publication.files.exists()
