"""Forgetting the emails to those who work here, which belong to no series."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from skaala.mail.models import Email
from skaala.mail.operations import forget_emails

KEPT_FOR = timedelta(days=30)
"""Longer than any link in them is valid, and long enough to see why one did not arrive."""


def old_emails(*, now: datetime) -> QuerySet[Email]:
    """Return invitations of members, links to a new password and test emails that nobody needs any more."""
    of_no_series = Q(kind__startswith="people.") | Q(kind__startswith="desk.")
    return Email.objects.filter(of_no_series, created_at__lt=now - KEPT_FOR)


def forget_old_emails(*, now: datetime) -> int:
    """Remove those of :func:`old_emails`. Returns how many."""
    return forget_emails(emails=old_emails(now=now))
