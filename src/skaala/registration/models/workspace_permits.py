"""Who may take part in the workspaces of a series."""

from __future__ import annotations

from django.db import models

from skaala.registration.models.registrations import Registration
from skaala.series.models import Series


class WorkspacePermit(models.Model):
    """
    That somebody who registered may take part in workspaces, shown by a key which only they have.

    One per series and address: who cancels and registers again keeps it. It says nothing of whether it has been used,
    and no participant can be worked out from it (see ``rules/workspace_key.py``). It goes with the registration.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="workspace_permits")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="workspace_permits")
    # The address, as it is compared, to which the key was sent.
    address = models.CharField(max_length=254)
    permit = models.CharField(max_length=64, unique=True)
    # Of a new key that has been sent and not yet opened; the old one is good until then.
    next_permit = models.CharField(max_length=64, unique=True, null=True, blank=True)
    new_starts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "address"], name="one_workspace_permit_per_series_and_address"
            ),
        ]

    def __str__(self) -> str:
        return self.permit[:8]
