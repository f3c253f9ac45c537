"""Reading how people came and which links let them in."""

from __future__ import annotations

from skaala.registration.arrival_models import Arrival, Invitation
from skaala.registration.models import Registration
from skaala.series.models import Series


def arrival_of(registration: Registration) -> Arrival | None:
    """Return how somebody came who did not fill in the public form for herself; None for who did."""
    found = Arrival.objects.filter(registration=registration)
    return found.select_related("account", "invitation").first()


def invitations(series: Series) -> list[Invitation]:
    """Return the invitation links of ``series``, the newest first, with their events."""
    return list(series.invitations.prefetch_related("events").select_related("made_by"))
