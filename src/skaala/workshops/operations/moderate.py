"""Showing, hiding and rewording statements."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import rules
from skaala.workshops.language import guess_language
from skaala.workshops.models import Board, CurrentVote, Statement, Vote
from skaala.workshops.operations.look import look_soon


@transaction.atomic
def set_shown(*, board: Board, statement_id: uuid.UUID, is_shown: bool) -> Statement:
    """
    Show a statement to everyone, or hide it. Votes stay and count again when it is shown again.

    :raises NotPossible: if it is not of this board, or has been merged or split
    """
    statement = locked_statement(board, statement_id)
    if statement.state in {Statement.State.MERGED, Statement.State.SPLIT}:
        raise rules.NotPossible(rules.Refusal.HIDDEN_STATEMENT)
    statement.state = Statement.State.SHOWN if is_shown else Statement.State.HIDDEN
    statement.save(update_fields=["state"])
    look_soon(board)
    return statement


@transaction.atomic
def edit_statement(
    *,
    board: Board,
    statement_id: uuid.UUID,
    text: str,
    language: str = "",
    prompt_id: uuid.UUID | None = None,
) -> Statement:
    """
    Change a statement's words while nobody has taken a stand on it: afterwards they are what people voted on.

    :raises NotPossible: if somebody has voted, it was carried over, or the new words are empty or too long
    """
    statement = locked_statement(board, statement_id)
    cleaned = rules.clean_statement(text)
    if cleaned != statement.text:
        if statement.root_id != statement.pk:
            raise rules.NotPossible(rules.Refusal.CARRIED_OVER)
        if (
            Vote.objects.filter(root=statement.root_id).exists()
            or CurrentVote.objects.filter(root=statement.root_id).exists()
        ):
            raise rules.NotPossible(rules.Refusal.HAS_VOTES)
        statement.translations.all().delete()  # they said what the old words said
    statement.text = cleaned
    statement.language = language or guess_language(cleaned)
    if prompt_id is not None:
        prompt = board.prompts.filter(pk=prompt_id).first()
        if prompt is None:
            raise rules.NotPossible(rules.Refusal.UNKNOWN_PROMPT)
        statement.prompt = prompt
    statement.save(update_fields=["text", "language", "prompt"])
    return statement


@transaction.atomic
def set_pinned(*, board: Board, statement_id: uuid.UUID, is_pinned: bool) -> Statement:
    """
    Put a statement at the top of every list, or take it down.

    :raises NotPossible: if it is not of this board, or no longer stands by itself
    """
    statement = locked_statement(board, statement_id)
    if statement.state in {Statement.State.MERGED, Statement.State.SPLIT}:
        raise rules.NotPossible(rules.Refusal.HIDDEN_STATEMENT)
    statement.is_pinned = is_pinned
    statement.save(update_fields=["is_pinned"])
    return statement


def locked_statement(board: Board, statement_id: uuid.UUID) -> Statement:
    """
    Return a statement of ``board`` that nobody else changes until the transaction ends.

    :raises NotPossible: if it is not of this board
    """
    statement = Statement.objects.select_for_update(no_key=True).filter(board=board, pk=statement_id).first()
    if statement is None:
        raise rules.NotPossible(rules.Refusal.UNKNOWN_STATEMENT)
    return statement
