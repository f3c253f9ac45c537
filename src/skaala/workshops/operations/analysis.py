"""Having the engine look at a board."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from skaala.workshops import rules
from skaala.workshops.models import Board, Picture, Publication, Statement
from skaala.workshops.operations.publish import freeze
from skaala.workshops.queries.results import COUNTED, ballots_of
from skaala.workshops.rules.snapshot import METHOD, Snapshot

KEPT = 20
"""How many pictures of a board are kept."""
OF_PEOPLE = ("members", "places", "remembered")
"""What a result says of single participants; kept of the latest picture only."""


def take_snapshot(board: Board, ballots: rules.Ballots | None = None) -> Snapshot:
    """
    Return the votes on what stands on ``board``, by pseudonym and root.

    :param ballots: the votes; without them those that count now
    """
    ballots = ballots_of(board) if ballots is None else ballots
    current = board.statements.filter(state__in=COUNTED)
    kinds = {str(root): kind for root, kind in current.values_list("root", "prompt__kind")}
    hidden = current.filter(state=Statement.State.HIDDEN).values_list("root", flat=True)
    return Snapshot(ballots.rows, ballots.perspectives, kinds, frozenset(map(str, hidden)), ballots.marks)


def analyse_board(*, board: Board, now: datetime, seed: int = 0) -> Picture | None:
    """
    Have the engine look at ``board`` and keep the picture with the identity of the votes it was made from.

    What the picture before showed of a statement stays until five more people have voted on it. The same votes are not
    worked out twice. Takes a second or so: for the worker.

    :returns: the picture, or None while nobody has voted
    """
    with transaction.atomic():
        ballots = ballots_of(board)
        before = board.pictures.first()
    if not ballots.votes and before is None:
        return None
    stays: frozenset[str] = frozenset()
    if before is not None and before.ballots:
        ballots, stays = rules.settle(ballots, rules.Ballots.unpacked(bytes(before.ballots)))
    snapshot = take_snapshot(board, ballots)
    identity = snapshot.identity
    if before is not None and (before.snapshot, before.seed, before.method) == (identity, seed, METHOD):
        before.made_at = now
        before.save(update_fields=["made_at"])
        return before
    # The engine's libraries load only where they are needed.
    from skaala.workshops.rules.picture import draw_picture

    result = draw_picture(snapshot, earlier=before.result if before else None, stays=stays, seed=seed)
    result["guests"] = ballots.guest_count([root for root in snapshot.kinds if root not in snapshot.hidden])
    if before is not None:
        now = max(
            now, before.made_at + timedelta(microseconds=1)
        )  # the latest one is the one of the last instant
    with transaction.atomic():
        # What older ones said of single people is gone, so the same votes again are analysed again.
        board.pictures.filter(snapshot=identity, seed=seed, method=METHOD).delete()
        picture = Picture.objects.create(
            board=board,
            snapshot=identity,
            seed=seed,
            method=METHOD,
            result=result,
            ballots=ballots.packed(),
            made_at=now,
        )
        _keep_the_latest(board, picture)
        _fill_publication(board, now)
    return picture


def _keep_the_latest(board: Board, picture: Picture) -> None:
    """A board that is voted on for hours is looked at a thousand times; of single people only the latest picture tells."""
    kept = board.pictures.values_list("pk", flat=True)[:KEPT]
    board.pictures.exclude(pk__in=[*kept, picture.pk]).delete()
    for older in board.pictures.exclude(pk=picture.pk).exclude(ballots=None):
        older.result = {name: part for name, part in older.result.items() if name not in OF_PEOPLE}
        older.ballots = None
        older.save(update_fields=["result", "ballots"])


def _fill_publication(board: Board, now: datetime) -> None:
    """Freeze what was published before anything had been analysed."""
    if Publication.objects.filter(board=board, result={}).exists():
        freeze(board=board, now=now)
