"""The link of a co-facilitator: the invitation's id, signed. It holds until it is taken back or the event is long over."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from django.core.signing import BadSignature, Signer

from skaala.workshops import rules
from skaala.workshops.links.live import who
from skaala.workshops.models import Invitation

_signer = Signer(salt="skaala.board-invitation", sep="~")


def make_token(invitation: Invitation) -> str:
    """Return what stands in the link."""
    return _signer.sign(invitation.pk.hex)


def find_invitation(token: str, *, now: datetime) -> Invitation | None:
    """Return the invitation of a link; None for one that is made up, taken back or too old."""
    try:
        key = uuid.UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    found = Invitation.objects.select_related("board__event__series").filter(pk=key).first()
    if found is None or not rules.invitation_holds(found.board.event.end, now=now):
        return None
    return found


def reader_of(invitation: Invitation) -> str:
    """Return the word by which the streams know whoever follows a board by this link."""
    return who("invitation", invitation.pk)


def invited_readers(board_ids: Collection[int], *, now: datetime) -> set[tuple[int, str]]:
    """Return boards and words of the readers whose links still hold."""
    found = Invitation.objects.select_related("board__event").filter(board__in=board_ids)
    return {
        (one.board_id, reader_of(one))
        for one in found
        if rules.invitation_holds(one.board.event.end, now=now)
    }
