"""Inviting somebody without an account to lead one board, and taking that back."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import connection, transaction

from skaala.workshops.models import Board, Invitation

WITHDRAWN = "skaala_withdrawn"
"""The channel on which live processes hear of the board of which a link was withdrawn."""


def invite(*, board: Board, label: str, now: datetime) -> Invitation:
    """Make a link by which its holder leads this board and no other page."""
    return Invitation.objects.create(
        board=board, label=label, made_on=now.astimezone(board.event.series.zone).date()
    )


@transaction.atomic
def take_invitation_back(*, board: Board, invitation_id: uuid.UUID) -> None:
    """Make a link worthless from now on, also where it is open."""
    Invitation.objects.filter(board=board, pk=invitation_id).delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [WITHDRAWN, str(board.pk)])
