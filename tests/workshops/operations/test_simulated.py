"""Simulated people act where no real one has, and from then on everything of the workspace says so."""

from __future__ import annotations

import json
import random

import pytest
from django.utils import translation

from skaala.demo.simulate import simulate
from skaala.workshops import operations, queries
from skaala.workshops.formats import find_format
from skaala.workshops.models import Board
from skaala.workshops.rules import Refusal
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, refused, votes

pytestmark = pytest.mark.django_db


def test_a_board_on_which_a_real_person_has_written_takes_no_simulated_people():
    board = a_board()
    a_statement(board)
    with refused(Refusal.REAL_PEOPLE):
        simulate(board=board, participants=2, now=NOW)
    assert not Board.objects.get().is_simulated


def test_a_real_person_who_only_came_in_counts_too():
    board = a_board()
    operations.enter_as_guest(board=board, chosen=operations.Chosen("receiver"), now=NOW)
    with refused(Refusal.REAL_PEOPLE):
        simulate(board=board, participants=2, now=NOW)


def test_a_board_with_a_simulated_vote_says_so_on_pages_and_in_files(client):
    board = a_board()
    operations.seed_statements(
        board=board, prompt_id=board.prompts.first().pk, text="Yhteinen hankinta", now=NOW
    )
    simulate(board=board, participants=5, now=NOW)
    simulate(board=board, participants=2, now=NOW)  # again, since nobody real has come
    board = Board.objects.select_related("event__series").get()
    assert board.is_simulated
    operations.analyse_board(board=board, now=NOW)
    found = queries.conversation_of(board, for_public=False, chance=random.Random(1))
    form = find_format("json")
    assert form is not None and json.loads(form.write(found))["is_simulated"] is True
    cast.holds(client, cast.a_key(cast.a_registration(board.event.series, board.event)), board.event.series)
    with translation.override("en"):
        client.post(f"/en/board/{board.code}/", {"perspective": "receiver"})
        assert ">simulated<" in client.get(f"/en/board/{board.code}/").content.decode().lower()


def test_votes_of_simulated_people_that_are_carried_over_mark_the_board_they_come_to():
    first = a_board()
    series = first.event.series
    later = a_board(
        cast.an_event(series, 2, start=first.event.start + (first.event.end - first.event.start) * 50)
    )
    statement, other = a_statement(first), a_statement(first, "Aikaa ei ole")
    votes(first, a_participant(series), other, 1)
    votes(first, a_participant(series, is_simulated=True), statement, 1)
    operations.carry_over(board=later, statement_ids=[other.pk], now=NOW)
    assert not Board.objects.get(pk=later.pk).is_simulated
    operations.carry_over(board=later, statement_ids=[statement.pk], now=NOW)
    assert Board.objects.get(pk=later.pk).is_simulated
