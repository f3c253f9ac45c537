"""Links that open events to those who are invited."""

from __future__ import annotations

import uuid

from django.db import models

from skaala.people.models import Account
from skaala.series.models import Event, Series


class Invitation(models.Model):
    """A link that opens events before their opening or after their deadline, for so many uses and so long."""

    # Signed into the link, so that neither can be guessed.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="invitations")
    events = models.ManyToManyField(Event, related_name="invitations")
    note = models.CharField(max_length=200)
    most_uses = models.PositiveIntegerField(null=True, blank=True)
    uses = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    # Those who had registered when their address came by the link: it opens its events on their own pages.
    known = models.ManyToManyField("registration.Registration", related_name="invitations")

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(most_uses__isnull=True) | models.Q(uses__lte=models.F("most_uses")),
                name="an_invitation_is_used_no_more_often_than_allowed",
            ),
        ]

    def __str__(self) -> str:
        return self.note
