"""Reading how people came and which links let them in."""

from __future__ import annotations

from skaala.registration.models import Registration
from skaala.registration.way_in_models import Invitation, WayIn
from skaala.series.models import Series


def way_in_of(registration: Registration) -> WayIn | None:
    """Return how somebody came who did not fill in the public form for herself; None for who did."""
    found = WayIn.objects.filter(registration=registration)
    return found.select_related("account", "invitation").first()


def invitations(series: Series) -> list[Invitation]:
    """Return the invitation links of ``series``, the newest first, with their events."""
    return list(series.invitations.prefetch_related("events").select_related("made_by"))
