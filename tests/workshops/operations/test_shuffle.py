"""After a board day neither the order of rows nor a time tells who voted after whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from skaala.workshops.models import CurrentVote, Participant, Picture, Vote
from skaala.workshops.operations import analyse_board
from skaala.workshops.operations.shuffle import shuffle_board_days
from skaala.workshops.queries.results import ballots_of
from tests.workshops.boards import NOW, a_board, a_statement, participants, votes

pytestmark = pytest.mark.django_db


def as_stored(table: str, column: str) -> list[str]:
    """The attack: rows in the order in which they lie in the table's file."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY ctid")
        return [str(row[0]) for row in cursor.fetchall()]


def empty_files(*tables: str) -> None:
    """Begin new files: pages that other tests have used and left would be filled in any order."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


def test_rows_lie_in_another_order_and_say_the_same():
    empty_files("workshops_participant", "workshops_vote", "workshops_currentvote")
    board = a_board()
    statement = a_statement(board)
    people = participants(board.event.series, 40)
    for who in people:
        votes(board, who, statement, 1)
    came = [str(who.pk) for who in people]
    tables = [("workshops_vote", "participant_id"), ("workshops_currentvote", "participant_id")]
    assert all(as_stored(*table) == came for table in tables)
    before, rows = ballots_of(board), sorted(map(str, Vote.objects.values_list()))
    assert shuffle_board_days(now=NOW) == 0  # not while the day lasts
    assert shuffle_board_days(now=NOW + timedelta(days=1)) == 1
    orders = [as_stored(*table) for table in tables]
    assert all(sorted(order) == sorted(came) and order != came for order in orders)
    stored = [who for who in as_stored("workshops_participant", "id") if who in came]
    assert sorted(stored) == sorted(came) and stored not in (came, *orders)
    assert (ballots_of(board), sorted(map(str, Vote.objects.values_list()))) == (before, rows)
    assert (Participant.objects.count(), CurrentVote.objects.count()) == (41, 40)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM workshops_vote")
        assert cursor.fetchone() == (1,)


def test_of_an_analysis_the_day_alone_is_kept():
    board = a_board()
    statement = a_statement(board)
    for moment, who in enumerate(participants(board.event.series, 12)):
        votes(board, who, statement, 1)
        analyse_board(board=board, now=NOW + timedelta(minutes=moment))
    assert Picture.objects.count() > 1
    result = board.pictures.first().result
    shuffle_board_days(now=NOW + timedelta(hours=1))
    assert Picture.objects.count() > 1
    shuffle_board_days(now=NOW + timedelta(days=1))
    (picture,) = Picture.objects.all()
    assert picture.result == result
    local = picture.made_at.astimezone(board.event.series.zone)
    assert (local.date(), local.hour, local.minute, local.microsecond) == (NOW.date(), 0, 0, 0)
