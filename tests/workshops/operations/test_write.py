"""Writing statements: once each, when it is time for it, on questions of the board."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.models import Board, Statement
from skaala.workshops.rules import Refusal
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, at, refused

pytestmark = pytest.mark.django_db


def test_the_same_words_again_are_one_statement():
    board = a_board()
    author = a_participant(board.event.series)
    first, again = (a_statement(board, text, author) for text in ("Yhteinen malli", "yhteinen malli!"))
    assert first.pk == again.pk
    assert [(s.number, s.root_id == s.pk, s.language, s.state) for s in board.statements.all()] == [
        (1, True, "fi", "shown")
    ]


def test_moderation_before_showing_keeps_a_statement_back():
    board = a_board(moderates_before=True)
    statement = a_statement(board)
    assert statement.state == "pending"
    assert list(queries.shown_statements(board)) == []
    operations.set_shown(board=board, statement_id=statement.pk, is_shown=True, now=NOW)
    assert list(queries.shown_statements(board)) == [statement]


def test_writing_is_refused_once_it_is_over_and_on_foreign_prompts():
    board = a_board(phase="weigh")
    with refused(Refusal.WRITING_OVER):
        a_statement(board)
    board = at(board, "gather")
    with refused(Refusal.UNKNOWN_PROMPT):
        operations.write_statement(
            board=board,
            participant=a_participant(board.event.series),
            prompt_id=uuid.uuid4(),
            text="Hyvä asia",
            now=NOW,
        )


def test_what_was_being_written_when_the_phase_moved_on_is_taken_for_a_minute():
    board = a_board()
    board = operations.move_phase(
        board=board, to="weigh", version=board.version, now=NOW - timedelta(seconds=59)
    )
    assert a_statement(board).state == Statement.State.SHOWN
    Board.objects.filter(pk=board.pk).update(writing_ended_at=NOW - timedelta(seconds=60))
    with refused(Refusal.WRITING_OVER):
        a_statement(board, "Tämä tulee liian myöhään")
    # Nobody writes once the results are looked at.
    board.refresh_from_db()
    board = operations.move_phase(board=board, to="look", version=board.version, now=NOW)
    Board.objects.filter(pk=board.pk).update(writing_ended_at=NOW)
    with refused(Refusal.WRITING_OVER):
        a_statement(board, "Tämäkin tulee liian myöhään")


def test_pasted_lines_are_seeded_once_and_the_rest_is_reported():
    board = a_board()
    pasted = (
        "• Ensimmäinen ajatus tässä\n\nToinen asia kokonaan\n- Ensimmäinen ajatus tässä\n???\n" + "x" * 300
    )
    outcome = operations.seed_statements(
        board=board, prompt_id=board.prompts.first().pk, text=pasted, source="room", now=NOW
    )
    assert [s.text for s in outcome.made] == ["Ensimmäinen ajatus tässä", "Toinen asia kokonaan"]
    assert outcome.known == ["Ensimmäinen ajatus tässä"]
    assert [why for _, why in outcome.refused] == [Refusal.EMPTY, Refusal.TOO_LONG]
    assert {(s.source, s.author_id) for s in board.statements.all()} == {("room", None)}
