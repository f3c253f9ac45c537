"""Saying of a board that simulated people took part: from the first thing that one of them does, or whose votes come along."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from skaala.workshops import queries, rules
from skaala.workshops.models import Board, CurrentVote


def check_nobody_real(board: Board) -> None:
    """
    Check that no real person has written, voted or come in here: simulated votes would change what theirs say.

    :raises UnableToAct: if somebody has
    """
    if queries.people_here(board).filter(is_simulated=False).exists():
        raise rules.UnableToAct(rules.Refusal.REAL_PEOPLE)


def mark_simulated(board: Board) -> None:
    """From now on every page, screen and file of ``board`` says that it is simulated; within the caller's transaction."""
    if not board.is_simulated:
        Board.objects.filter(pk=board.pk, is_simulated=False).update(is_simulated=True)
        board.is_simulated = True


def mark_if_votes_are(board: Board, roots: Iterable[UUID]) -> None:
    """Mark ``board`` where simulated people have voted on these roots, whose votes it takes over."""
    if CurrentVote.objects.filter(root__in=list(roots), participant__is_simulated=True).exists():
        mark_simulated(board)
