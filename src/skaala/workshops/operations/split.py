"""Splitting one statement into several, and undoing it; lineage is kept."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from skaala.insight.languages import guess_language
from skaala.workshops import rules
from skaala.workshops.models import Board, Moderation, Statement
from skaala.workshops.operations.moderate import give_state_back, keep_state, locked_statement, note
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.operations.write import new_statement, next_numbers


@transaction.atomic
def split_statement(
    *, board: Board, statement_id: uuid.UUID, parts: list[str], now: datetime
) -> list[Statement]:
    """
    Replace a statement that says several things by one for each; they start without votes.

    :raises UnableToAct: if there are fewer than two parts, one of them is empty or too long, or it is gone already
    """
    statement = locked_statement(board, statement_id)
    if statement.state in {Statement.State.MERGED, Statement.State.SPLIT}:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    texts = list(dict.fromkeys(rules.clean_statement(part) for part in parts if part.strip()))
    if len(texts) < 2:
        raise rules.UnableToAct(rules.Refusal.TOO_FEW_PARTS)
    day = now.astimezone(board.event.series.zone).date()
    made = []
    for number, text in zip(next_numbers(board, len(texts)), texts, strict=True):
        part = new_statement(
            board,
            statement.prompt,
            text,
            number=number,
            language=guess_language(text, default=statement.language),
            day=day,
        )
        part.split_from, part.author, part.source = statement, statement.author, statement.source
        part.is_simulated = statement.is_simulated
        made.append(part)
    Statement.objects.bulk_create(made)
    keep_state(statement)
    statement.state = Statement.State.SPLIT
    statement.save(update_fields=["state", "state_before"])
    note(statement, Moderation.Action.SPLIT, now=now)
    return made


@transaction.atomic
def undo_split(*, board: Board, statement_id: uuid.UUID, now: datetime) -> Statement:
    """
    Put a statement that was split back in one piece, in the state that it had, with its votes; its parts are hidden, and keep theirs.

    :raises UnableToAct: if it is not of this board, or not split
    """
    statement = locked_statement(board, statement_id)
    if statement.state != Statement.State.SPLIT:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    for part in statement.parts.filter(state__in=[Statement.State.SHOWN, Statement.State.PENDING]):
        part.state = Statement.State.HIDDEN
        part.save(update_fields=["state"])
        note(part, Moderation.Action.HIDDEN, now=now)
    give_state_back(board, statement)
    statement.save(update_fields=["state", "state_before"])
    note(statement, Moderation.Action.UNSPLIT, now=now)
    request_analysis(board)
    return statement
