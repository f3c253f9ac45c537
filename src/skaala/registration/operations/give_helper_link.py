"""Giving helpers a link to the list at the door, and ending it."""

from __future__ import annotations

from datetime import datetime

from skaala.registration.models import HelperLink
from skaala.series.models import Event


def give_helper_link(*, event: Event, label: str, ends_with_event: bool, now: datetime) -> HelperLink:
    """Make a link by which helpers check people in at ``event``."""
    return HelperLink.objects.create(
        event=event, label=label, ends_with_event=ends_with_event, created_at=now
    )


def end_helper_link(*, link: HelperLink, now: datetime) -> None:
    """End a helper's link; what was noted by it stays."""
    HelperLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now)
