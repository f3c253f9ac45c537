"""Reading the emails about registrations."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from skaala.mail.models import Email
from skaala.registration.models import Registration, RegistrationSource
from skaala.registration.queries.invitations import source_of
from skaala.series.models import Series


def is_confirmed(registration: Registration) -> bool:
    """Say whether the address is known to be this person's: they have used a link sent there, or an organiser gave it."""
    if registration.address_confirmed_at is not None:
        return True
    source = source_of(registration)
    return source is not None and source.kind in {
        RegistrationSource.Kind.ADDED,
        RegistrationSource.Kind.IMPORTED,
    }


def emails_about(series: Series, *, state: str = "") -> QuerySet[Email]:
    """Return the emails about registrations to ``series``, the newest first, each with its registration."""
    found = Email.objects.filter(registration_email__registration__series=series)
    if state:
        found = found.filter(state=state)
    return found.select_related("registration_email__registration").order_by("-created_at", "id")


def emails_by_state(series: Series) -> dict[str, int]:
    """Return how many emails about ``series`` there are in each state that occurs."""
    found = Email.objects.filter(registration_email__registration__series=series).order_by()
    return dict(found.values_list("state").annotate(Count("id")))
