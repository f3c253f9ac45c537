"""Putting a board's frames where every live process finds them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from skaala.workshops.links.live import Audience
from skaala.workshops.models import Board, Frame
from skaala.workshops.presenters.frames import compose

CHANGED, RENDERED = "skaala_board", "skaala_frame"
"""Channels: a board has changed (told by triggers, in the transaction that changes it); its frames are there."""


@transaction.atomic
def publish_frames(*, board_id: int, audiences: Iterable[Audience]) -> None:
    """Compose the frames of a board for ``audiences``, keep what is new, and tell all live processes; no board, no frames."""
    board = Board.objects.select_related("event__series").filter(pk=board_id).first()
    if board is None:
        return
    known = {
        (frame.audience, frame.language): frame.identity
        for frame in Frame.objects.filter(board=board).only("audience", "language", "identity")
    }
    fresh = [
        Frame(
            board=board,
            audience=audience.value,
            language=one.language,
            identity=one.identity,
            body=one.body,
        )
        for audience in audiences
        for one in compose(board, audience)
        if known.get((audience.value, one.language)) != one.identity
    ]
    Frame.objects.bulk_create(
        fresh,
        update_conflicts=True,
        unique_fields=["board", "audience", "language"],
        update_fields=["identity", "body"],
    )
    with connection.cursor() as cursor:
        # The frames' tables are unlogged; nobody has to wait for the disk here.
        cursor.execute("SET LOCAL synchronous_commit = off")
        cursor.execute("SELECT pg_notify(%s, %s)", [RENDERED, str(board_id)])
