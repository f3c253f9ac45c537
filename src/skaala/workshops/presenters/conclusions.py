"""What was concluded as pages and files show it, and the statements that it can rest on with what the votes say."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.insight.disclosure import is_publishable
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops import queries
from skaala.workshops.models import Board, Conclusion, Note, Statement
from skaala.workshops.presenters.picture import ranked_statement
from skaala.workshops.queries.conclusions import conclusions, grounds


@dataclass(frozen=True)
class ConclusionShown:
    """
    One conclusion.

    :ivar when: the day by which it is to be done, as the reader's language writes it; empty where none was said
    """

    conclusion: Conclusion
    when: str
    statements: list[Statement]
    notes: list[Note]


def show_conclusions(board: Board) -> list[ConclusionShown]:
    """Return what was concluded on ``board``, in the active language."""
    return [
        ConclusionShown(
            one,
            dates.day(one.due, reader_language()) if one.due else "",
            grounds(one),
            list(one.notes.all()),
        )
        for one in conclusions(board)
    ]


@dataclass(frozen=True)
class Pickable:
    """A statement that a conclusion can rest on; ``words`` say how the room voted, where that may be said."""

    statement: Statement
    words: str


def statements_to_pick(board: Board) -> list[Pickable]:
    """Return what the whole room sees: first those on which most agree, then those without a result, as they were written."""
    picture = queries.latest_picture(board)
    rows = {}
    if picture is not None and is_publishable(picture.result["people"]):
        rankings = picture.result["rankings"].values()
        rows = {row["statement"]: row for ranking in rankings for row in ranking}
    shown = list(queries.shown_to_all(board))
    results = {one.pk: ranked_statement(one, row) for one in shown if (row := rows.get(str(one.root_id)))}
    shown.sort(key=lambda one: (-(results[one.pk].share or 0) if one.pk in results else 1, one.number))
    return [Pickable(one, results[one.pk].words if one.pk in results else "") for one in shown]
