"""Reading the outbox."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, QuerySet

from skaala.mail.models import Email


def mail_domain() -> str:
    """Return the domain of our Message-IDs: that of the sender's address, else of the site."""
    _, address = parseaddr(settings.MAIL_FROM)
    return address.rpartition("@")[2] or urlsplit(settings.BASE_URL).hostname or "localhost"


def emails_by_state() -> dict[str, int]:
    """Return how many emails there are in each state that occurs."""
    return dict(Email.objects.order_by().values_list("state").annotate(Count("id")))


def emails_to(address: str, *, kind: str) -> QuerySet[Email]:
    """Return the emails of one kind to one address, the newest first."""
    return Email.objects.filter(to_address=address, kind=kind).order_by("-created_at", "id")
