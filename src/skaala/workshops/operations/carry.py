"""Carrying statements over from an earlier board of the same series."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from skaala.workshops import rules
from skaala.workshops.models import Board, Prompt, Statement
from skaala.workshops.operations.simulated import mark_if_votes_are
from skaala.workshops.operations.write import next_numbers


@transaction.atomic
def carry_over(*, board: Board, statement_ids: Collection[uuid.UUID], now: datetime) -> list[Statement]:
    """
    Put statements of earlier boards of the series on ``board``: same root, so that their votes come along.

    Each answers the prompt of its own kind here, or the first one. What stands here already is passed over.

    :raises UnableToAct: if the board is closed, or a statement is not one shown on another board of this series
    """
    current = (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )
    if current.phase == rules.Phase.CLOSED:
        raise rules.UnableToAct(rules.Refusal.WRITING_OVER, phase=current.phase)
    wanted = list(
        Statement.objects.filter(
            pk__in=statement_ids,
            board__event__series=board.event.series_id,
            board__is_rehearsal=False,
            state=Statement.State.SHOWN,
        )
        .exclude(board=board)
        .select_related("prompt")
        .order_by("board__event__start", "number")
    )
    if len(wanted) != len(set(statement_ids)):
        raise rules.UnableToAct(rules.Refusal.NOT_OF_THIS_BOARD)
    on_board = set(board.statements.values_list("root", flat=True))
    by_root = {original.root_id: original for original in wanted if original.root_id not in on_board}
    prompts = list(board.prompts.all())
    if not prompts:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_PROMPT)
    made = [
        Statement(
            board=board,
            prompt=_same_kind(prompts, original.prompt),
            root_id=root,
            number=number,
            text=original.text,
            language=original.language,
            source=original.source,
            author_id=original.author_id,
            carried_from=original,
            is_simulated=original.is_simulated,
            written_on=original.written_on,
        )
        for number, (root, original) in zip(next_numbers(board, len(by_root)), by_root.items(), strict=True)
    ]
    mark_if_votes_are(current, by_root)
    return Statement.objects.bulk_create(made)


def _same_kind(prompts: list[Prompt], original: Prompt) -> Prompt:
    return next((prompt for prompt in prompts if prompt.kind == original.kind), prompts[0])
