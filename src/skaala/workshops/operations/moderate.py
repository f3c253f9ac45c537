"""Showing, hiding and rewording statements."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from skaala.insight.languages import guess_language
from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Moderation, Statement, Vote
from skaala.workshops.operations.request_analysis import request_analysis


@transaction.atomic
def set_shown(
    *, board: Board, statement_id: uuid.UUID, is_shown: bool, reason: str = "", now: datetime
) -> Statement:
    """
    Show a statement to everyone, or hide it. Votes stay and count again when it is shown again.

    :param reason: why it is hidden, one of ``Statement.Reason``: its author is told
    :raises UnableToAct: if it is not of this board, or has been merged or split
    """
    statement = locked_statement(board, statement_id)
    if statement.state in {Statement.State.MERGED, Statement.State.SPLIT}:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    statement.state = Statement.State.SHOWN if is_shown else Statement.State.HIDDEN
    statement.hidden_for = "" if is_shown else reason
    statement.save(update_fields=["state", "hidden_for"])
    action = Moderation.Action.SHOWN if is_shown else Moderation.Action.HIDDEN
    note(statement, action, now=now)
    request_analysis(board)
    return statement


@transaction.atomic
def set_several_shown(
    *, board: Board, statement_ids: Iterable[uuid.UUID], is_shown: bool, reason: str = "", now: datetime
) -> int:
    """Show or hide several statements, as :func:`set_shown` does; returns of how many. Those that cannot be are left as they are."""
    changed = 0
    for key in sorted(set(statement_ids)):
        try:
            set_shown(board=board, statement_id=key, is_shown=is_shown, reason=reason, now=now)
        except rules.UnableToAct:
            continue
        changed += 1
    return changed


def note(statement: Statement, action: str, *, into: int | None = None, now: datetime) -> None:
    """Write in the log of moderation what was done with a statement."""
    Moderation.objects.create(
        board_id=statement.board_id,
        number=statement.number,
        action=action,
        reason=statement.hidden_for if action == Moderation.Action.HIDDEN else "",
        into=into,
        done_at=now,
    )


@transaction.atomic
def edit_statement(
    *,
    board: Board,
    statement_id: uuid.UUID,
    text: str,
    language: str = "",
    prompt_id: uuid.UUID | None = None,
    now: datetime,
) -> Statement:
    """
    Change a statement's words while nobody has taken a stand on it: afterwards they are what people voted on.

    :raises UnableToAct: if somebody has voted, it was carried over, or the new words are empty or too long
    """
    statement = locked_statement(board, statement_id)
    cleaned = rules.clean_statement(text)
    if cleaned != statement.text:
        if statement.root_id != statement.pk:
            raise rules.UnableToAct(rules.Refusal.CARRIED_OVER)
        if (
            Vote.objects.filter(root=statement.root_id).exists()
            or CurrentVote.objects.filter(root=statement.root_id).exists()
        ):
            raise rules.UnableToAct(rules.Refusal.HAS_VOTES)
        statement.translations.all().delete()  # they said what the old words said
        note(statement, Moderation.Action.REWORDED, now=now)
    statement.text = cleaned
    statement.language = language or guess_language(cleaned)
    if prompt_id is not None:
        prompt = board.prompts.filter(pk=prompt_id).first()
        if prompt is None:
            raise rules.UnableToAct(rules.Refusal.UNKNOWN_PROMPT)
        statement.prompt = prompt
    statement.save(update_fields=["text", "language", "prompt"])
    return statement


@transaction.atomic
def set_pinned(*, board: Board, statement_id: uuid.UUID, is_pinned: bool) -> Statement:
    """
    Put a statement at the top of every list, or take it down.

    :raises UnableToAct: if it is not of this board, or is no longer one of its own
    """
    statement = locked_statement(board, statement_id)
    if statement.state in {Statement.State.MERGED, Statement.State.SPLIT}:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    statement.is_pinned = is_pinned
    statement.save(update_fields=["is_pinned"])
    return statement


def locked_statement(board: Board, statement_id: uuid.UUID) -> Statement:
    """
    Return a statement of ``board`` that nobody else changes until the transaction ends.

    :raises UnableToAct: if it is not of this board
    """
    statement = Statement.objects.select_for_update(no_key=True).filter(board=board, pk=statement_id).first()
    if statement is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT)
    return statement


def keep_state(statement: Statement) -> None:
    """Keep the state that an undo gives back; in a rehearsal the one from before it is kept already."""
    statement.state_before = statement.state_before or statement.state


def give_state_back(board: Board, statement: Statement) -> None:
    """Give a statement the state that it had; where that is not known, somebody looks at it first."""
    statement.state = statement.state_before or Statement.State.PENDING
    if not board.is_rehearsal:
        statement.state_before = ""
