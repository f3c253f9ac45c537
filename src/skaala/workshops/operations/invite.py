"""Inviting somebody without an account to lead one board, and taking that back."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from skaala.workshops.models import Board, Invitation

WITHDRAWN = "skaala_withdrawn"
"""The channel on which live processes hear of the board of which a link was withdrawn."""
NOTED_EVERY = timedelta(minutes=10)


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


def note_invitation_use(*, invitation: Invitation, now: datetime) -> bool:
    """Note that a co-facilitator's link is in use, once in ten minutes; says whether it was noted."""
    is_old = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    return bool(Invitation.objects.filter(is_old, pk=invitation.pk).update(last_used_at=now))
