"""Votes (invariant 5): the latest counts, history stays, and what comes twice is counted once."""

from __future__ import annotations

import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from skaala.workshops import operations
from skaala.workshops.models import CurrentVote, Vote
from skaala.workshops.operations import cast_vote
from skaala.workshops.rules import Refusal
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, participants, refused, votes

pytestmark = pytest.mark.django_db


def test_the_latest_vote_counts_and_history_stays():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    for value in (1, -1, -1, 0):
        votes(board, who, statement, value)
    assert list(Vote.objects.order_by("number").values_list("value", flat=True)) == [1, -1, 0]
    assert list(CurrentVote.objects.values_list("value", "number")) == [(0, 3)]


def test_a_vote_taken_back_is_none_whatever_was_before():
    """Agree, disagree, undo: going back to the one before would make undo a switch between the two for ever."""
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)

    def undo() -> bool:
        return operations.take_vote_back(board=board, participant=who, statement_id=statement.pk, now=NOW)

    votes(board, who, statement, 1)
    votes(board, who, statement, -1)
    assert undo() is True
    assert not CurrentVote.objects.exists()
    assert undo() is False
    votes(board, who, statement, 1)
    assert list(CurrentVote.objects.values_list("value", flat=True)) == [1]


def test_the_database_itself_allows_one_current_vote():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    votes(board, who, statement, 1)
    with (
        pytest.raises(IntegrityError, match="one_current_vote_per_participant_and_root"),
        transaction.atomic(),
    ):
        CurrentVote.objects.create(participant=who, root=statement, number=9, value=0)


@pytest.mark.parametrize("phase", ["set_up", "look", "conclude", "closed"])
def test_votes_in_the_wrong_phase_are_refused(phase):
    board = a_board()
    statement = a_statement(board)
    board = at(board, phase)
    with refused(Refusal.NOT_YET_OPEN if phase == "set_up" else Refusal.WEIGHING_OVER):
        votes(board, a_participant(board.event.series), statement, 1)
    assert not Vote.objects.exists()


def test_votes_on_hidden_foreign_and_unknown_statements_are_refused():
    from tests import cast

    board = a_board()
    foreign = a_statement(a_board(cast.an_event(cast.a_series("other"))))
    hidden = a_statement(board)
    operations.set_shown(board=board, statement_id=hidden.pk, is_shown=False, now=NOW)
    who = a_participant(board.event.series)
    with refused(Refusal.HIDDEN_STATEMENT):
        votes(board, who, hidden, 1)
    with refused(Refusal.UNKNOWN_STATEMENT):
        votes(board, who, foreign, 1)
    hidden.pk = uuid.uuid4()
    with refused(Refusal.UNKNOWN_STATEMENT):
        votes(board, who, hidden, 1)
    with refused(Refusal.NO_SUCH_VOTE):
        votes(board, who, hidden, 2)
    assert not Vote.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_votes_of_one_participant_at_once_leave_one_that_counts():
    board = a_board()
    statement, who = a_statement(board), a_participant(board.event.series)
    problems: list[Exception] = []

    def press(value: int) -> None:
        try:
            for _ in range(5):
                votes(board, who, statement, value)
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[value]) for value in (1, -1, 0, 1, -1, 0)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    numbers = list(Vote.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    last = Vote.objects.order_by("number").last()
    assert list(CurrentVote.objects.values_list("number", "value")) == [(last.number, last.value)]


def test_a_vote_that_comes_again_is_counted_once_whatever_happened_in_between():
    board = a_board()
    person, other = participants(board.event.series, 2)
    statement = a_statement(board)
    number = uuid.uuid4()

    def comes(value: int, sent_as: uuid.UUID | None, whose=person) -> None:
        cast_vote(
            board=board, participant=whose, statement_id=statement.pk, value=value, now=NOW, sent_as=sent_as
        )

    comes(1, number)
    comes(1, number)
    comes(-1, uuid.uuid4())  # they changed their mind on another device
    comes(1, number)  # and the first device did not hear that its vote had been counted
    assert CurrentVote.objects.get(participant=person).value == -1
    comes(1, number, other)  # another's number is theirs alone
    assert CurrentVote.objects.get(participant=other).value == 1
    at(board, "look")
    comes(1, number)  # counted long ago: no refusal now
    assert list(
        Vote.objects.filter(participant=person).order_by("number").values_list("value", flat=True)
    ) == [1, -1]
    assert not Vote.objects.filter(pk=number).exists()  # what a browser made up is not kept
