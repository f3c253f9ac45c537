"""Letting people in by a link."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from skaala.people.models import Account
from skaala.registration.models import Invitation
from skaala.registration.rules import Refusal, UnableToRegister
from skaala.series.models import Event, Series


@transaction.atomic
def make_invitation(
    *,
    series: Series,
    events: Collection[Event],
    note: str,
    most_uses: int | None,
    expires_at: datetime | None,
    account: Account | None,
    now: datetime,
) -> Invitation:
    """Make a link that opens these events of ``series``, for so many people (None: any number) and until then (None: its end)."""
    invitation = Invitation.objects.create(
        series=series,
        note=note,
        most_uses=most_uses,
        expires_at=expires_at,
        made_by=account,
        created_at=now,
    )
    invitation.events.set(events)
    return invitation


def use_invitation(invitation: Invitation, *, now: datetime) -> None:
    """
    Count one use, within the caller's transaction: it is given back if that fails.

    :raises UnableToRegister: if the invitation no longer holds
    """
    holding = Invitation.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None)
    left = holding.filter(Q(most_uses=None) | Q(uses__lt=F("most_uses")), pk=invitation.pk)
    if not left.update(uses=F("uses") + 1):
        raise UnableToRegister(Refusal.INVITATION_OVER)


def revoke_invitation(*, invitation: Invitation, now: datetime) -> bool:
    """End a link; who has registered by it stays registered. Returns whether it was ended now."""
    return bool(Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=now))
