"""Giving helpers a link to the list at the door, noting its use, and ending it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from skaala.registration.models import HelperLink
from skaala.series.models import Event

NOTED_EVERY = timedelta(minutes=10)


def give_helper_link(*, event: Event, label: str, ends_with_event: bool, now: datetime) -> HelperLink:
    """Make a link by which helpers check people in at ``event``."""
    return HelperLink.objects.create(
        event=event, label=label, ends_with_event=ends_with_event, created_at=now
    )


def end_helper_link(*, link: HelperLink, now: datetime) -> None:
    """End a helper's link; what was noted by it stays."""
    HelperLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now)


def note_helper_link_use(*, link: HelperLink, now: datetime) -> bool:
    """Note that a helper's link is in use, once in ten minutes; says whether it was noted."""
    is_old = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    return bool(HelperLink.objects.filter(is_old, pk=link.pk).update(last_used_at=now))
