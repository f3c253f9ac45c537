"""Reading how people came and which links let them in."""

from __future__ import annotations

from datetime import datetime

from skaala.registration import rules
from skaala.registration.models import Invitation, Registration, RegistrationSource
from skaala.series.models import Series


def source_of(registration: Registration) -> RegistrationSource | None:
    """
    Return how somebody came who did not fill in the public form for themselves; None for who did.

    Asks the database once for each ``registration``, or not at all where it was read together with its ``source``.
    """
    try:
        return registration.source
    except RegistrationSource.DoesNotExist:
        return None


def open_invitations(registration: Registration, *, now: datetime) -> list[Invitation]:
    """Return the invitations by which somebody who had registered may add their events, those that still hold."""
    found = registration.invitations.prefetch_related("events").order_by("created_at")
    return [one for one in found if holds(one, now=now)]


def ends(invitation: Invitation) -> datetime:
    """Return until when an invitation opens its events, unless it is withdrawn or used up before."""
    starts = [event.start for event in invitation.events.all()]
    return rules.invitation_ends(
        expires_at=invitation.expires_at, starts=starts, made_at=invitation.created_at
    )


def holds(invitation: Invitation, *, now: datetime) -> bool:
    """Say whether an invitation still lets somebody in."""
    return rules.invitation_holds(
        ends=ends(invitation),
        revoked_at=invitation.revoked_at,
        uses=invitation.uses,
        most_uses=invitation.most_uses,
        now=now,
    )


def invitations(series: Series) -> list[Invitation]:
    """Return the invitation links of ``series``, the newest first, with their events."""
    return list(series.invitations.prefetch_related("events").select_related("made_by"))
