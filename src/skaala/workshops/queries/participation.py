"""A board as one participant sees it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from skaala.workshops import rules
from skaala.workshops.models import Board, CurrentVote, Importance, Participant, Statement, Vote
from skaala.workshops.queries.results import latest_picture
from skaala.workshops.queries.small_groups import group_of
from skaala.workshops.queries.statements import shown_statements, shown_tallies, shown_to_all


@dataclass(frozen=True)
class Line:
    """One statement with what the participant has done with it; ``vote`` is None before they take a stand."""

    statement: Statement
    vote: int | None
    is_marked: bool
    is_own: bool


def find_participant(participant_id: uuid.UUID, *, series_id: int) -> Participant | None:
    """Return the participant of this id in this series."""
    return Participant.objects.filter(pk=participant_id, series=series_id).first()


def lines(board: Board, participant: Participant) -> list[Line]:
    """
    Return the statements of ``board`` that ``participant`` sees, in their order, with what they have done with each.

    While the room is split, what other small groups wrote meanwhile is not among them.
    """
    group = group_of(board, participant)
    votes = _votes_of(board, participant)
    marked = set(_marks(board, participant))
    return [
        Line(
            statement,
            votes.get(statement.root_id),
            statement.root_id in marked,
            statement.author_id == participant.pk,
        )
        for statement in shown_to_all(board, group)
    ]


def find_line(board: Board, participant: Participant, statement_id: uuid.UUID) -> Line | None:
    """Return one shown statement as :func:`lines` does, or None if it is not shown on this board."""
    found = shown_to_all(board, group_of(board, participant)).filter(pk=statement_id).first()
    if found is None:
        return None
    held = CurrentVote.objects.filter(participant=participant, root=found.root_id)
    is_marked = board.marks.filter(participant=participant, root=found.root_id).exists()
    vote = held.values_list("value", flat=True).first()
    return Line(found, vote, is_marked, found.author_id == participant.pk)


def own_statements(board: Board, participant: Participant) -> list[Statement]:
    """Return all that ``participant`` has written here, with what became of it."""
    return list(
        board.statements.filter(author=participant)
        .select_related("prompt", "merged_into", "board")
        .prefetch_related("parts", "carried_to__board__event")
    )


def last_vote_on(board: Board, participant: Participant, statement: Statement) -> Vote | None:
    """Return their latest vote on this board if it was on ``statement``: the one that can be taken back."""
    last = board.votes.filter(participant=participant).order_by("-number").first()
    return last if last is not None and last.root_id == statement.root_id else None


def compare_votes(board: Board, participant: Participant) -> rules.VoteComparison:
    """
    Say with how many of their stands most others agree, and how often they differ from their opinion group.

    The group is that of the latest picture; without separate groups nothing is said of one.
    """
    votes, counts = _votes_of(board, participant), shown_tallies(board)
    shown = set(shown_statements(board).values_list("root", flat=True))
    judged = [
        rules.with_most(value, *counts[root])
        for root, value in votes.items()
        if root in shown and root in counts
    ]
    clear = [each for each in judged if each is not None]
    picture = latest_picture(board)
    group = picture.result["members"].get(str(participant.pk), "") if picture else ""
    compared, differs = (
        (0, 0) if not (picture and group) else _against_group(votes, picture.result["leanings"][group])
    )
    return rules.VoteComparison(len(clear), sum(clear), group, compared, differs)


def _against_group(votes: dict[uuid.UUID, int], leanings: dict[str, int]) -> tuple[int, int]:
    both = [
        (value, leanings[str(root)]) for root, value in votes.items() if value and leanings.get(str(root))
    ]
    return len(both), sum(own != theirs for own, theirs in both)


def _votes_of(board: Board, participant: Participant) -> dict[uuid.UUID, int]:
    return dict(
        CurrentVote.objects.filter(participant=participant, root__standings__board=board).values_list(
            "root", "value"
        )
    )


def _marks(board: Board, participant: Participant) -> list[uuid.UUID]:
    return list(
        Importance.objects.filter(board=board, participant=participant).values_list("root", flat=True)
    )
