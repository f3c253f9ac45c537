"""A fresh sign-in: pages that do what cannot be taken back ask for the password again after half an hour."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

FRESH_FOR = timedelta(minutes=30)
# A form that was opened in time may be sent a little later. After that it is kept until they are back: see kept_forms.
GRACE = timedelta(minutes=5)
_KEY = "identity-shown-at"


def note_fresh(request: HttpRequest) -> None:
    """Remember that whoever is signed in has just shown who they are."""
    request.session[_KEY] = timezone.now().timestamp()


def is_fresh(request: HttpRequest) -> bool:
    """Say whether they have shown it lately enough for this request."""
    age = timezone.now().timestamp() - float(request.session.get(_KEY, 0))
    allowed = FRESH_FOR if request.method in {"GET", "HEAD"} else FRESH_FOR + GRACE
    return age <= allowed.total_seconds()
