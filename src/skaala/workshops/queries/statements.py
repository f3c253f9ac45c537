"""What stands on a board."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from skaala.insight.disclosure import is_publishable
from skaala.workshops.models import (
    Board,
    CurrentVote,
    Importance,
    Prompt,
    SmallGroup,
    Statement,
    Translation,
    Vote,
)
from skaala.workshops.queries.results import latest_picture
from skaala.workshops.rules.similar import Alike, find_similar

Tally = tuple[int, int, int]
"""How many agree, how many disagree, how many took a stand at all."""


def shown_statements(board: Board) -> QuerySet[Statement]:
    """Return the statements that participants see, pinned ones first, with their translations."""
    return (
        board.statements.filter(state=Statement.State.SHOWN)
        .select_related("prompt", "small_group", "carried_from__board__event")
        .prefetch_related("root__translations")
        .order_by("-is_pinned", "number")
    )


def shown_to_all(board: Board, group: SmallGroup | None = None) -> QuerySet[Statement]:
    """
    Return the shown statements that the whole room sees: what a small group writes is its own until all are together again.

    :param group: which sees its own, too
    """
    shown = shown_statements(board)
    if not board.split:
        return shown
    is_of_now = Q(small_group__round=board.round)
    return shown.filter(Q(small_group=None) | ~is_of_now | Q(small_group=group))


def moderated(board: Board, *, state: str = "", search: str = "") -> QuerySet[Statement]:
    """Return statements for the facilitator, in every state or one, those with all the words searched for."""
    found = board.statements.select_related(
        "prompt", "small_group", "merged_into", "split_from", "carried_from__board__event"
    ).order_by("-is_pinned", "number")
    if state:
        found = found.filter(state=state)
    for word in search.split():
        found = found.filter(text__icontains=word)
    return found


def find_statement(board: Board, statement_id: uuid.UUID) -> Statement | None:
    """Return one statement of ``board``, whatever its state."""
    return moderated(board).filter(pk=statement_id).first()


def similar_on_board(
    board: Board, text: str, *, prompt: Prompt | None = None, but: Statement | None = None
) -> list[Alike]:
    """Return the shown statements of ``board`` that say nearly the same as ``text``, to one question where one is given."""
    shown = shown_statements(board) if prompt is None else shown_statements(board).filter(prompt=prompt)
    existing = shown.values_list("id", "text")
    return find_similar(text, [(str(key), other) for key, other in existing if but is None or key != but.pk])


def merged_texts(board: Board) -> dict[uuid.UUID, list[str]]:
    """Return, by the statement that stayed, the words of those that were merged into it."""
    merged = {each.pk: each for each in board.statements.filter(state=Statement.State.MERGED)}
    found: dict[uuid.UUID, list[str]] = {}
    for each in merged.values():
        target = each.merged_into_id
        while target in merged:  # into one that was merged further
            target = merged[target].merged_into_id
        if target is not None:
            found.setdefault(target, []).append(each.text)
    return found


def is_nobody_elses(statement: Statement) -> bool:
    """
    Say whether nobody but its author has done anything with a statement: then taking it away takes nothing from anybody.

    No vote or mark of others, not carried over, merged or split, and no room above refers to it, such as a draft of the report.
    """
    if statement.root_id != statement.pk or statement.author_id is None:
        return False
    for relation in Statement._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if model in {Translation, Board}:
            continue
        there = model._base_manager.filter(**{name: statement.pk})
        if model in {Vote, CurrentVote, Importance}:
            there = there.exclude(participant=statement.author_id)
        elif model is Statement:
            there = there.exclude(pk=statement.pk)
        if there.exists():
            return False
    return True


def shown_tallies(board: Board) -> dict[uuid.UUID, Tally]:
    """
    Return, by root, the votes as the latest analysis of ``board`` has them: what any page may tell of a statement.

    They change when five more people have voted on the statement; fewer leave them as they were. A statement on which
    fewer than five have voted is not among them.
    """
    picture = latest_picture(board)
    counts = picture.result.get("counts", {}) if picture is not None else {}
    return {
        uuid.UUID(root): (agree, disagree, total)
        for root, (agree, disagree, total) in counts.items()
        if is_publishable(total)
    }


def has_votes(statement: Statement) -> bool:
    """Say whether anybody has taken a stand on ``statement``."""
    return CurrentVote.objects.filter(root=statement.root_id).exists()


def presented(board: Board) -> Statement | None:
    """Return the statement that is shown large to the room, if it still stands on the board."""
    if board.presented_id is None:
        return None
    return shown_to_all(board).filter(pk=board.presented_id).first()


def place_of(board: Board, statement: Statement) -> tuple[int, int]:
    """Return which of how many a statement is, in the order in which they are presented."""
    keys = list(shown_to_all(board).values_list("pk", flat=True))
    return (keys.index(statement.pk) + 1 if statement.pk in keys else 0), len(keys)
