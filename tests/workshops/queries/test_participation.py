"""Which statements come next for a participant."""

from __future__ import annotations

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.queries import next_statement, next_statements
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, votes

pytestmark = pytest.mark.django_db


def test_a_participant_is_shown_what_they_have_not_voted_on_carried_ones_first():
    from tests import cast

    series = cast.a_series()
    earlier = a_board(cast.an_event(series, 1))
    board = a_board(cast.an_event(series, 2))
    old = a_statement(earlier, "Vanha väite täällä")
    new = a_statement(board, "Uusi ajatus nyt")
    own_author = a_participant(series)
    a_statement(board, "Oma ehdotukseni tästä", own_author)
    (carried,) = operations.carry_over(board=board, statement_ids=[old.pk], now=NOW)
    seen = []
    while line := queries.next_statement(board, own_author):
        assert queries.next_statement(board, own_author) == line  # a reload shows the same
        seen.append(line.statement.pk)
        votes(board, own_author, line.statement, 1)
    assert seen == [carried.pk, new.pk]
    assert queries.left_to_weigh(board, own_author) == (2, 2)


def test_the_statements_kept_ready_are_those_that_come_next():
    board = a_board()
    person = a_participant(board.event.series)
    for text in ("Tukea saa ajoissa", "Naapurin malli kelpaa", "Rahaa on liian vähän", "Johto on mukana"):
        a_statement(board, text)
    ready = next_statements(board, person, 3)
    for line in ready:
        assert next_statement(board, person) == line
        votes(board, person, line.statement, 1)
        person.refresh_from_db()
    assert len(next_statements(board, person, 3)) == 1
