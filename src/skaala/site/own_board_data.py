"""What somebody wrote and how she voted on the boards of a series, for the file of her own data: it joins its list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from skaala.registration import own_data
from skaala.registration.models import Registration
from skaala.workshops import queries
from skaala.workshops.models import Board, Participant
from skaala.workshops.pseudonym import pseudonym_of


def on_boards(registration: Registration) -> list[dict[str, Any]]:
    """
    Return by board what is stored under her pseudonym, as JSON.

    It is worked out by the key outside the database, and kept nowhere; where the key is gone, nothing is hers any more.
    """
    series = registration.series
    boards = queries.boards_in(series)
    if not boards:
        return []
    participant = queries.find_participant(pseudonym_of(registration.pk, series), series_id=series.pk)
    if participant is None:
        return []
    found = [_of_board(board, participant) for board in boards]
    return [one for one in found if any(value for key, value in one.items() if key != "event")]


def _of_board(board: Board, participant: Participant) -> dict[str, Any]:
    votes = participant.votes.filter(board=board).order_by("number")
    groups = participant.group_members.filter(board=board).order_by("round")
    marks = participant.marks.filter(board=board).order_by("slot")
    return {
        "event": board.event.slug,
        "statements": [
            {"text": one.text, "language": one.language}
            for one in queries.own_statements(board, participant)
            if not one.carried_from_id  # it stands with the board where she wrote it
        ],
        # Each stand taken, in order: 1 agrees, 0 passes, -1 disagrees, null takes it back.
        "votes": [
            {"on": text, "stand": value, "day": day.isoformat()}
            for text, value, day in votes.values_list("root__text", "value", "cast_on")
        ],
        "most_important": list(marks.values_list("root__text", flat=True)),
        "small_groups": [str(member.group) for member in groups.select_related("group")],
    }


def _stays(registration: Registration, now: datetime) -> None:
    """Nothing goes: with her registration goes what her pseudonym could be worked out from."""


own_data.holds_data_of_people("boards", on_boards, _stays)
