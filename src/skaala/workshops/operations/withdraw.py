"""Withdrawing one's own statement, as long as nobody else has done anything with it."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import queries, rules
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Translation, Vote
from skaala.workshops.operations.request_analysis import request_analysis


@transaction.atomic
def withdraw_statement(*, board: Board, participant: Participant, statement_id: uuid.UUID) -> None:
    """
    Remove a statement at its author's wish, with the votes that the author alone has given on it.

    :raises UnableToAct: if voting is over, it is not theirs, or somebody else has voted on it or it is used otherwise
    """
    rules.check_can_vote(Board.objects.values_list("phase", flat=True).get(pk=board.pk))
    # Not "no key": whoever votes on it at this moment holds its key, and is waited for.
    statement = Statement.objects.select_for_update(of=("self",)).filter(board=board, pk=statement_id).first()
    if statement is None or statement.author_id != participant.pk:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT)
    if not queries.is_nobody_elses(statement):
        raise rules.UnableToAct(rules.Refusal.IN_USE)
    remove_statement(statement)


def remove_statement(statement: Statement) -> None:
    """Remove a statement of which :func:`skaala.workshops.queries.is_nobody_elses` is true, within the caller's transaction."""
    had_votes = Vote.objects.filter(root=statement).delete()[0]
    CurrentVote.objects.filter(root=statement).delete()
    Translation.objects.filter(root=statement).delete()
    # It points at itself as its root, which Django takes for a protection; the database looks at the end.
    Board.objects.filter(presented=statement).update(presented=None)
    own = Statement.objects.filter(pk=statement.pk)
    statement.marks.all().delete()
    own._raw_delete(own.db)
    if had_votes:
        request_analysis(statement.board)
