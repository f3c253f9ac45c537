"""Having the engine look at a board."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Count

from skaala.workshops.models import Board, CurrentVote, Participant, Picture, Statement
from skaala.workshops.snapshot import METHOD, Snapshot

KEPT = 20
"""How many pictures of a board are kept."""


def take_snapshot(board: Board) -> Snapshot:
    """Return the current votes on what stands on ``board``, by pseudonym and root."""
    standing = board.statements.filter(state__in=[Statement.State.SHOWN, Statement.State.HIDDEN])
    kinds = {str(root): kind for root, kind in standing.values_list("root", "prompt__kind")}
    hidden = {
        str(root) for root in standing.filter(state=Statement.State.HIDDEN).values_list("root", flat=True)
    }
    votes = [
        (str(who), str(root), value)
        for who, root, value in CurrentVote.objects.filter(
            root__standings__board=board,
            root__standings__state__in=[Statement.State.SHOWN, Statement.State.HIDDEN],
        ).values_list("participant", "root", "value")
    ]
    voters = {who for who, _, _ in votes}
    perspectives = {
        str(who): perspective
        for who, perspective in Participant.objects.filter(series=board.event.series_id).values_list(
            "pk", "perspective"
        )
        if str(who) in voters
    }
    marks = {
        str(root): count for root, count in board.marks.order_by().values_list("root").annotate(Count("id"))
    }
    return Snapshot(votes, perspectives, kinds, frozenset(hidden), marks)


def see_board(*, board: Board, now: datetime, seed: int = 0) -> Picture | None:
    """
    Have the engine look at ``board`` and keep the picture with the identity of the votes it was made from.

    The same votes are not worked out twice. Takes a second or so: for the worker.

    :returns: the picture, or None while nobody has voted
    """
    with transaction.atomic():
        snapshot = take_snapshot(board)
    if not snapshot.votes:
        return None
    identity = snapshot.identity
    known = Picture.objects.filter(board=board, snapshot=identity, seed=seed, method=METHOD).first()
    if known is not None:
        known.made_at = now
        known.save(update_fields=["made_at"])
        return known
    from skaala.workshops.picture import (
        draw_picture,
    )  # the engine's libraries load only where they are needed

    before = board.pictures.first()
    result = draw_picture(snapshot, earlier=before.result if before else None, seed=seed)
    picture, _ = Picture.objects.get_or_create(
        board=board, snapshot=identity, seed=seed, method=METHOD, defaults={"result": result, "made_at": now}
    )
    _keep_the_latest(board)
    return picture


def _keep_the_latest(board: Board) -> None:
    """A board that is voted on for hours is looked at a thousand times; who publishes a picture keeps a copy."""
    kept = board.pictures.values_list("pk", flat=True)[:KEPT]
    board.pictures.exclude(pk__in=list(kept)).delete()
