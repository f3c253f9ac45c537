"""What one participant wrote and voted on the boards of a series, for the file that they can take along."""

from __future__ import annotations

from typing import Any

from skaala.series.models import Series
from skaala.workshops import queries
from skaala.workshops.models import Board, Participant


def on_boards(series: Series, participant: Participant) -> list[dict[str, Any]]:
    """Return by board what is stored of ``participant``, as JSON; boards with nothing of theirs are left out."""
    found = [_of_board(board, participant) for board in queries.boards_in(series)]
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
            if not one.carried_from_id  # it is listed with the board where it was written
        ],
        # Each vote, in order: 1 agrees, 0 passes, -1 disagrees, null takes it back.
        "votes": [
            {"on": text, "value": value, "day": day.isoformat()}
            for text, value, day in votes.values_list("root__text", "value", "cast_on")
        ],
        "most_important": list(marks.values_list("root__text", flat=True)),
        "quick_questions": [
            *(
                {"question": str(one.poll), "answer": one.step or str(one.option)}
                for one in participant.poll_answers.filter(poll__board=board).select_related("poll", "option")
            ),
            *(
                {
                    "question": str(one.poll),
                    "most_important": str(one.best),
                    "least_important": str(one.worst),
                }
                for one in participant.poll_choices.filter(poll__board=board).select_related(
                    "poll", "best__statement__root", "worst__statement__root"
                )
            ),
            *(
                {"question": str(one.poll), "answer": one.text}
                for one in participant.poll_texts.filter(board=board).select_related("poll")
            ),
            *(
                {"question": str(one.text.poll), "upvoted": one.text.text}
                for one in participant.poll_upvotes.filter(text__board=board).select_related("text__poll")
            ),
        ],
        "small_groups": [str(member.group) for member in groups.select_related("group")],
    }
