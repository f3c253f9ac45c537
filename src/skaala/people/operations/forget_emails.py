"""Forgetting the emails to those who work here, which belong to no registration."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from skaala.mail.models import Email
from skaala.mail.operations import forget_emails

KEPT_FOR = timedelta(days=30)
"""Longer than any link in them is valid, and long enough to see why one did not arrive."""


def old_emails(*, now: datetime) -> QuerySet[Email]:
    """Return invitations of colleagues, links to a new password and test emails that nobody needs any more."""
    of_colleagues = (
        Q(kind__startswith="people.") | Q(kind__startswith="desk.") | Q(kind__startswith="series.")
    )
    return Email.objects.filter(of_colleagues, created_at__lt=now - KEPT_FOR)


def forget_old_emails(*, now: datetime) -> int:
    """Remove those of :func:`old_emails`. Returns how many."""
    return forget_emails(emails=old_emails(now=now))
