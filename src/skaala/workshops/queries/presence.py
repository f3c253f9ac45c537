"""How many are in a workshop now, and how far they have come: totals, and nothing of who they are."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models.functions import Now

from skaala.workshops.models import Board, Statement
from skaala.workshops.queries.guests import not_counted
from skaala.workshops.queries.results import voting_progress
from skaala.workshops.rules.presence import HERE_FOR


@dataclass(frozen=True)
class RoomCounts:
    """
    A room in totals.

    :ivar present: people there now
    :ivar wrote: people who have written something that is not hidden
    :ivar voted: people who have voted
    :ivar half: people who have voted on at least half of what there is
    :ivar finished: people who have voted on everything there is
    """

    present: int
    wrote: int
    voted: int
    half: int
    finished: int


def room_counts(board: Board) -> RoomCounts:
    """
    Count a room; totals are told whatever their size, since they say nothing of what anybody wrote or voted.

    Guests whose votes do not count are among those present only.
    """
    progress = voting_progress(board)
    written = board.statements.filter(carried_from=None).exclude(state=Statement.State.HIDDEN)
    return RoomCounts(
        present=board.presences.filter(seen_at__gt=Now() - HERE_FOR).count(),
        wrote=len(set(written.values_list("author", flat=True)) - {None} - not_counted(board)),
        voted=progress.voted,
        half=progress.half,
        finished=progress.everything,
    )
