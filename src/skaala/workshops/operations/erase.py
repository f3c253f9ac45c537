"""Erasing what one participant wrote and voted, at their own wish."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import queries
from skaala.workshops.models import Board, Participant
from skaala.workshops.operations.change_ids import change_ids
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.operations.withdraw import remove_statement


@transaction.atomic
def erase_own(*, participant: Participant) -> None:
    """
    Remove a participant with all their votes, marks and places in groups, answers to quick questions, and statements that nobody else has voted on; what
    else they wrote stays, as nobody's.

    Figures that are shown follow in steps of five people, like all changes of votes; until then the analysis keeps the votes
    under an id that is nobody's. What has been published already stays as it was published.
    """
    for statement in participant.statements.select_for_update(of=("self",)).select_related("board"):
        if queries.is_nobody_elses(statement):
            remove_statement(statement)
    participant.poll_texts.all().delete()
    boards = list(Board.objects.filter(event__series=participant.series_id))
    change_ids(boards, {participant.pk: uuid.uuid4()})
    boards = [board for board in boards if board.votes.filter(participant=participant).exists()]
    participant.delete()
    for board in boards:
        request_analysis(board)
