"""Statements carried over to a later board."""

from __future__ import annotations

import pytest

from skaala.workshops import operations
from skaala.workshops.models import CurrentVote
from skaala.workshops.rules import Refusal
from tests.workshops.boards import NOW, a_board, a_statement, participants, refused, vote_counts, votes

pytestmark = pytest.mark.django_db


def test_a_statement_carried_over_keeps_its_root_and_its_votes():
    from tests import cast

    series = cast.a_series()
    earlier = a_board(cast.an_event(series, 1), prompt_set="receiving")
    later = a_board(cast.an_event(series, 2), prompt_set="networks")
    original = a_statement(earlier)
    voter, other = participants(series, 2)
    votes(earlier, voter, original, 1)
    (copy,) = operations.carry_over(board=later, statement_ids=[original.pk], now=NOW)
    assert (copy.root_id, copy.carried_from_id, copy.prompt.kind) == (
        original.pk,
        original.pk,
        "good_practice",
    )
    assert vote_counts(later) == {original.pk: (1, 0, 1)}
    votes(later, other, copy, -1)
    votes(later, voter, copy, -1)
    assert vote_counts(earlier) == vote_counts(later) == {original.pk: (0, 2, 2)}
    assert CurrentVote.objects.count() == 2
    assert operations.carry_over(board=later, statement_ids=[original.pk], now=NOW) == []


def test_nothing_is_carried_over_from_another_series_or_out_of_hiding():
    from tests import cast

    board = a_board()
    foreign = a_statement(a_board(cast.an_event(cast.a_series("other"))))
    with refused(Refusal.NOT_OF_THIS_BOARD):
        operations.carry_over(board=board, statement_ids=[foreign.pk], now=NOW)
