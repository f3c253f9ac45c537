"""Which statements come next for a participant."""

from __future__ import annotations

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.queries import Line, deck_of, drawn_lines
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, votes

pytestmark = pytest.mark.django_db


def next_statements(board, participant, count: int) -> list[Line]:
    return drawn_lines(board, deck_of(board, participant, count).coming)


def next_statement(board, participant) -> Line | None:
    return next(iter(next_statements(board, participant, 1)), None)


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
    while line := next_statement(board, own_author):
        assert next_statement(board, own_author) == line  # a reload shows the same
        seen.append(line.statement.pk)
        votes(board, own_author, line.statement, 1)
    assert seen == [carried.pk, new.pk]
    deck = deck_of(board, own_author, 1)
    assert (deck.done, deck.of) == (2, 2)


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


def test_the_deck_is_what_the_list_of_all_statements_says_is_left():
    """Together, in a small group and beside one: the count in the database and the list for reading are the same."""
    board = a_board()
    people = [a_participant(board.event.series) for _ in range(4)]
    for number, who in enumerate(people):
        a_statement(board, f"{('Tukea', 'Rahaa', 'Johto', 'Naapuri')[number]} tarvitaan lisää", who)
    operations.split_room(board=board, count=2, way="drawn", seed=1)
    board.refresh_from_db()
    a_statement(board, "Ryhmän oma ajatus", people[0])
    votes(board, people[0], board.statements.exclude(author=people[0]).first(), -1)
    for who in people:
        others = [line for line in queries.lines(board, who) if not line.is_own]
        deck = deck_of(board, who, 10)
        assert (deck.done, deck.of) == (sum(line.vote is not None for line in others), len(others))
        assert set(deck.coming) == {line.statement.pk for line in others if line.vote is None}
